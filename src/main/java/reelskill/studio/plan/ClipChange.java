package reelskill.studio.plan;

import java.util.function.UnaryOperator;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** What most operations on clips are: the same change of each clip that is meant. */
record ClipChange(Target target, UnaryOperator<MediaSegment> change) {
    /** Tells {@code done} or {@code already}; {@code %s} in the former is where it says whose it is. */
    EditResult in(Scene scene, String done, String already) {
        return target.edit(scene, found -> {
            Timeline after = found.changed(change);
            return after.equals(found.timeline())
                    ? EditResult.done(scene.timeline(), already)
                    : EditResult.done(after, done.replace("%s", found.whose(scene)));
        });
    }
}
