package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/** The table of {@code sentences-speech.tsv}: what people say about speech and captions, and what becomes of it. */
class SpeechSentencesTest {
    private static final Timeline PLAIN = Timelines.of("talk", Library.THREE_CLIPS);
    private static final Timeline CAPTIONED = PLAIN.withCaptions(List.of(new TextSegment(
            "c", 0, 50, "Hello", CaptionStyle.CLEAN.look(TextStyle.Position.CAPTION, OptionalInt.empty()), 0)));

    private final Planner planner = new Planner();

    @ParameterizedTest
    @CsvFileSource(resources = "sentences-speech.tsv", delimiter = '\t', quoteCharacter = '\0')
    void sentenceIsUnderstood(String sentence, String plan) {
        boolean captioned = plan.startsWith("restyle") || plan.equals("uncaption");
        Timeline now = captioned ? CAPTIONED : PLAIN;
        assertThat(Notation.of(planner.plan(sentence, now, Library.THREE_CLIPS)))
                .isEqualTo(plan);
    }
}
