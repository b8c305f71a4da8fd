package reelskill.studio.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reelskill.media.TimeRange;

class CaptionLayoutTest {
    private static final CaptionLayout LAYOUT = new CaptionLayout(CaptionLayout.WIDEST);

    @Test
    void sentencesStandAlone() {
        List<Word> words =
                said(0, 12, "We closed fourteen tickets this week. The payment service was slow on Tuesday.");
        assertThat(LAYOUT.cues(words))
                .extracting(Cue::text)
                .containsExactly("We closed fourteen tickets this week.", "The payment service was slow on Tuesday.");
    }

    @Test
    void longSentenceIsBrokenAtItsCommas() {
        List<Word> words = said(
                0,
                14,
                "Based on your answers, we will give you a license that clearly says what people can and cannot do, and nothing else.");
        List<Cue> cues = LAYOUT.cues(words);
        assertThat(cues)
                .hasSizeGreaterThan(1)
                .allSatisfy(cue -> assertThat(cue.text().lines()).hasSizeLessThanOrEqualTo(2));
        assertThat(cues.get(cues.size() - 1).text()).endsWith("else.");
        assertThat(cues.get(0).text()).isEqualTo("Based on your answers,");
    }

    @Test
    void captionIsNotShownThroughALongPause() {
        List<Word> words = new ArrayList<>(said(0, 1, "Wait for"));
        words.addAll(said(4, 5, "it"));
        assertThat(LAYOUT.cues(words)).hasSize(2).first().satisfies(cue -> assertThat(
                        cue.time().out())
                .isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void shortWordStandsLongEnoughToBeRead() {
        assertThat(LAYOUT.cues(said(3, 3.2, "Yes.")))
                .singleElement()
                .satisfies(cue -> assertThat(cue.time().duration()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void fastSpeechStaysUntilItIsRead() {
        List<Word> words = said(0, 1.5, "There is a lot to be said in this little time.");
        assertThat(LAYOUT.cues(words))
                .singleElement()
                .satisfies(cue -> assertThat(cue.time().duration()).isGreaterThan(Duration.ofMillis(2500)));
    }

    @Test
    void chineseHasNoSpacesAndHalfTheLetters() {
        List<Word> words = said(0, 8, "今天我们来讨论一下这个项目的进度，第一部分已经完成了，第二部分还需要两个星期。");
        assertThat(LAYOUT.cues(words)).allSatisfy(cue -> assertThat(cue.text().lines())
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(21).doesNotContain(" ")));
    }

    /** Whatever is said, nothing is lost, nothing overlaps, and everything fits. */
    @Test
    void everyCaptionKeepsTheRules() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Word> words = random(random);
            List<Cue> cues = LAYOUT.cues(words);
            assertThat(String.join(
                            " ",
                            cues.stream()
                                    .map(cue -> cue.text().replace('\n', ' '))
                                    .toList()))
                    .isEqualTo(String.join(" ", words.stream().map(Word::text).toList()));
            for (int i = 0; i < cues.size(); i++) {
                Cue cue = cues.get(i);
                assertThat(cue.text().lines()).hasSizeLessThanOrEqualTo(2).allMatch(line -> line.length() <= 42);
                assertThat(cue.time().duration()).isLessThanOrEqualTo(Duration.ofSeconds(7));
                if (i > 0)
                    assertThat(cue.time().in())
                            .isGreaterThanOrEqualTo(cues.get(i - 1).time().out());
            }
        }
    }

    private static List<Word> random(Random random) {
        List<Word> words = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 40; i++) {
            double length = 0.05 + random.nextDouble() * 0.6;
            String sign = random.nextInt(6) == 0 ? "." : random.nextInt(6) == 0 ? "," : "";
            words.add(new Word("a".repeat(1 + random.nextInt(12)) + sign, TimeRange.ofSeconds(at, at + length)));
            at += length + (random.nextInt(5) == 0 ? random.nextDouble() * 3 : 0);
        }
        return words;
    }

    private static List<Word> said(double in, double out, String text) {
        return Spread.over(List.of(TimeRange.ofSeconds(in, out)), Writing.words(text));
    }

    @Test
    void lineIsNeverNarrowerThanAWord() {
        assertThat(Stream.of(8, 20, 42)
                        .map(CaptionLayout::new)
                        .map(it -> it.cues(said(0, 3, "Donaudampfschifffahrt it is"))))
                .allSatisfy(cues -> assertThat(cues.get(0).text()).startsWith("Donaudampfschifffahrt"));
    }
}
