package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import reelskill.studio.timeline.Timeline;

/** The table of {@code answers.tsv}: an answer is done to what the question was about, and to nothing else. */
class AnswersTest {
    private static final Timeline NOW = Timelines.of("talk", Library.THREE_CLIPS);
    private final Planner planner = new Planner();

    @ParameterizedTest
    @CsvFileSource(resources = "answers.tsv", delimiter = '\t', quoteCharacter = '\0')
    void answerIsOfWhatWasAskedAbout(String sentence, String answer, String plan) {
        EditPlan asking = planner.plan(sentence, NOW, Library.THREE_CLIPS);
        assertThat(asking.questions()).as(sentence).hasSize(1);
        String meant = planner.meant(
                answer, NOW, Library.THREE_CLIPS, Past.NONE, asking.questions().get(0));
        assertThat(Notation.of(planner.plan(meant, NOW, Library.THREE_CLIPS))).isEqualTo(plan);
    }
}
