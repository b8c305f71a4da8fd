package reelskill.studio.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** What most operations on clips are: the same change of each clip that is meant. */
record ClipChange(Target target, UnaryOperator<MediaSegment> change) {
    /** What is told of it; in each sentence {@code %s} is where it says whose it is. */
    record Words(String done, String already) {}

    EditResult in(Scene scene, Words words) {
        Target.Found found = target.in(scene);
        return found.notes().stream().reduce(changed(scene, found, words), EditResult::but, EditResult::then);
    }

    private EditResult changed(Scene scene, Target.Found found, Words words) {
        if (found.ids().isEmpty()) return new EditResult(scene.timeline(), List.of(), List.of());
        Timeline after = found.timeline().withEachMedia(clip -> found.holds(clip) ? change.apply(clip) : clip);
        return after.equals(found.timeline())
                ? EditResult.unchanged(scene.timeline(), words.already())
                : EditResult.done(after, words.done().replace("%s", found.whose(scene)));
    }
}
