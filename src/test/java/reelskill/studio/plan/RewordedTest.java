package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.studio.timeline.Timeline;

/** What may come of sentences that a stranger, who may have been told anything, puts in place of others. */
class RewordedTest {
    private static final Planner PLANNER = new Planner();
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);

    @Test
    void sentencesStandInPlaceOfWhatWasNotUnderstood() {
        Reworded reworded = reworded("mute clip 1. qwyjibo the zzyzx. make it vertical", "remove clip 2", "fade out")
                .orElseThrow();
        assertThat(Notation.of(reworded.plan()))
                .isEqualTo("volume clip1 0% ; removeclip clip2 ; fade out 1 ; canvas 9:16");
        assertThat(reworded.words(reworded.plan().language()))
                .isEqualTo("Understood \"qwyjibo the zzyzx\" as: remove clip 2; fade out");
    }

    @Test
    void whatItReadAsIsUnderstoodAgainFromItsOwnWords() {
        Reworded reworded = reworded("qwyjibo the zzyzx", "remove clip 2").orElseThrow();
        EditPlan again = PLANNER.plan(reworded.message(), TIMELINE, Library.THREE_CLIPS);
        assertThat(again).isEqualTo(reworded.plan());
    }

    /** A step back, a version, an export or a file are nobody's to order but the person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "undo",
                "undo everything",
                "go back to version 1",
                "call this version final",
                "export",
                "export as GIF",
                "dry run: remove clip 2",
                "add a title",
                "delete the files of the folder",
                "rm -rf /",
                "remove the music",
                "remove everything after 9:00"
            })
    void nothingComesOfWhatIsNoEditOfThisTimeline(String sentence) {
        assertThat(reworded("qwyjibo the zzyzx", sentence)).isEmpty();
    }

    @Test
    void eachSentenceIsTriedAfterThoseBeforeIt() {
        assertThat(reworded("qwyjibo the zzyzx", "add a title \"Hi\"", "make the title red")
                        .orElseThrow()
                        .sentences())
                .hasSize(2);
        assertThat(reworded("qwyjibo the zzyzx", "make the title red")).isEmpty();
    }

    @Test
    void nothingComesOfSentencesOfWhichOneIsNotUnderstood() {
        assertThat(reworded("qwyjibo the zzyzx", "remove clip 2", "paint it in my style"))
                .isEmpty();
    }

    @Test
    void nobodyIsAskedAboutWhatIsUnderstood() {
        EditPlan plan = PLANNER.plan("mute clip 1", TIMELINE, Library.THREE_CLIPS);
        Rewording never = (clause, situation) -> {
            throw new AssertionError("asked about " + clause);
        };
        assertThat(Reworded.of("mute clip 1", plan, never, PLANNER, situation(plan), new Library(Library.THREE_CLIPS)))
                .isEmpty();
    }

    @Test
    void summaryTellsWhatThereIs() {
        EditPlan title = PLANNER.plan("add a title \"Hi\" at 0:05", TIMELINE, Library.THREE_CLIPS);
        Timeline titled =
                title.apply(TIMELINE, new Library(Library.THREE_CLIPS)).after();
        assertThat(situation(title).at(titled).summary())
                .containsExactly(
                        "90.0 s long, 1280x720",
                        "clip 1: \"intro.mp4\", 0.0-10.0 s",
                        "clip 2: \"interview.mp4\", 10.0-70.0 s",
                        "clip 3: \"beach.mov\", 70.0-90.0 s",
                        "title: \"Hi\", 5.0-8.0 s");
    }

    private static Optional<Reworded> reworded(String message, String... sentences) {
        EditPlan plan = PLANNER.plan(message, TIMELINE, Library.THREE_CLIPS);
        return Reworded.of(
                message,
                plan,
                (clause, situation) -> List.of(sentences),
                PLANNER,
                situation(plan),
                new Library(Library.THREE_CLIPS));
    }

    private static Situation situation(EditPlan plan) {
        return new Situation(TIMELINE, Library.THREE_CLIPS, Past.NONE, plan.language());
    }
}
