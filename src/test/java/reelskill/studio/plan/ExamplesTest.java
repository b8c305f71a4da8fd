package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reelskill.studio.timeline.Timeline;

/** The sentences of {@code examples.txt}: whatever is suggested must itself be understood. */
class ExamplesTest {
    private static final Planner PLANNER = new Planner();
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);

    static List<String> examples() {
        return Example.all(Lexicon.load()).stream().map(Example::words).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsUnderstoodWithoutQuestionOrRest(String example) {
        EditPlan plan = PLANNER.plan(example, TIMELINE, Library.THREE_CLIPS);
        assertThat(plan.notUnderstood()).isEmpty();
        assertThat(plan.questions()).isEmpty();
        assertThat(plan.notAvailable()).isEmpty();
        assertThat(plan.asksForSomething()).isTrue();
    }

    @Test
    void noExampleIsThereTwice() {
        assertThat(examples()).doesNotHaveDuplicates();
    }
}
