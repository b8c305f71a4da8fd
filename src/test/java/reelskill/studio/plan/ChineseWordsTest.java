package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.timeline.Timeline;

class ChineseWordsTest {
    private static final List<LibraryItem> CLIPS = List.of(
            Library.video("m1", "片头.mp4", 10), Library.video("m2", "采访.mp4", 60), Library.video("m3", "海边.mov", 20));
    private static final Timeline TIMELINE = Timelines.of("talk", CLIPS);

    private final Planner planner = new Planner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "海边那段挪到最前面 | move \"海边.mov\" front",
                "把采访那段的声音调小一点 | volume \"采访.mp4\" x0.8",
                "除了海边那段都调成黑白 | look black_and_white clip1 clip2",
                "采访那段静音 海边那段倒放 | volume \"采访.mp4\" 0% ; backwards \"海边.mov\"",
                "背景换成海边 | cannot",
            })
    void clipIsKnownByTheShortNameOfItsFile(String sentence, String plan) {
        assertThat(Notation.of(planner.plan(sentence, TIMELINE, CLIPS))).isEqualTo(plan);
    }

    @Test
    void whatIsNotUnderstoodIsQuotedWithItsSpaces() {
        EditPlan plan = planner.plan("提亮一点 弄得高级又显瘦 再高级点", TIMELINE, CLIPS);
        assertThat(plan.notUnderstood()).allMatch("提亮一点 弄得高级又显瘦 再高级点"::contains).isNotEmpty();
    }

    @Test
    void textKeepsItsSpacesAndItsTraditionalCharacters() {
        EditPlan plan = planner.plan("片頭加個標題 叫 我們的旅行 臺北篇 字大一點", TIMELINE, CLIPS);
        assertThat(Notation.of(plan)).contains("\"我們的旅行 臺北篇\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "导出宽480像素的动图 | 输出格式：GIF，480x270",
                "把第三段放到最前面 | 新的顺序：片段1“海边.mov”（0-20秒）、片段2“片头.mp4”（20-30秒）、片段3“采访.mp4”（0:30-1:30）",
            })
    void receiptParsItsWordsAsChineseDoes(String sentence, String told) {
        EditResult result = planner.plan(sentence, TIMELINE, CLIPS).apply(TIMELINE, new Library(CLIPS));
        assertThat(result.done()).contains(told);
    }
}
