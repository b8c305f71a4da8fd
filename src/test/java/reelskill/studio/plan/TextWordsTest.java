package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.studio.timeline.Timeline;

/** What is told of a text that was changed, and what becomes of its words. */
class TextWordsTest {
    private static final List<LibraryItem> CLIPS = Library.THREE_CLIPS;
    private final Planner planner = new Planner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "change the title's 'weekend' to 'holiday' | My holiday trip",
                "change 'MY WEEKEND' to 'Our' | Our trip",
                "change 'My weekend trip' to 'Sun' | Sun",
                "change the title to 'Sun' | Sun",
                "change 'week' to 'month' | My weekend trip",
                "把“weekend”改成“假期” | My 假期 trip",
            })
    void wordInATitleIsReplacedAndTheRestOfItStays(String sentence, String words) {
        assertThat(after(sentence).after().texts()).singleElement().satisfies(text -> assertThat(text.text())
                .isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "give the title a black outline | outline in black",
                "give the title a red outline | outline in red",
                "make the title yellow | colour yellow",
                "make the title #123456 | colour #123456",
                "put the title on a white box | on a box of white",
                "标题改成红色 | 颜色红色",
            })
    void colourIsToldByItsName(String sentence, String told) {
        assertThat(after(sentence).done()).singleElement().asString().contains(told);
    }

    private EditResult after(String sentence) {
        Timeline plain = Timelines.of("talk", CLIPS);
        Timeline titled = planner.plan("add a title \"My weekend trip\"", plain, CLIPS)
                .apply(plain, new Library(CLIPS))
                .after();
        return planner.plan(sentence, titled, CLIPS).apply(titled, new Library(CLIPS));
    }
}
