package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import reelskill.studio.timeline.Timeline;

/** The table of {@code dialogs.tsv}: what goes on with the last change, and what becomes of it. */
class DialogsTest {
    private final Planner planner = new Planner();
    private Timeline now = Timelines.of("talk", Library.THREE_CLIPS);
    private Optional<LastChange> last = Optional.empty();

    @ParameterizedTest
    @CsvFileSource(resources = "dialogs.tsv", delimiter = '\t', quoteCharacter = '\0')
    void messageMeansWhatWasDoneLast(String messages, String plan) {
        EditPlan said = null;
        for (String message : messages.split(" // ")) said = say(message);
        assertThat(Notation.of(said)).isEqualTo(plan);
    }

    private EditPlan say(String message) {
        Optional<LastChange> before = last;
        EditPlan plan = planner.plan(message, now, Library.THREE_CLIPS, new Past(Set.of(), () -> before));
        if (!plan.questions().isEmpty() || plan.operations().isEmpty()) return plan;
        Library library = new Library(Library.THREE_CLIPS);
        last = Optional.of(LastChange.of(now, plan));
        now = plan.apply(now, library).after();
        return plan;
    }
}
