package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Sets the volume of everything or of one clip.
 *
 * @param amount a share of the original sound, or a factor on the volume it has
 */
public record SetVolume(double amount, boolean factor, Optional<ClipRef> clip) implements EditOperation {
    private static final double LOUDEST = 4;

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (clip.isEmpty()) return told(scene, timeline.withEachMedia(this::changed), "");
        List<Clips> found = Clips.find(timeline, clip.get());
        if (found.isEmpty()) {
            return EditResult.unchanged(timeline, Clips.missing(scene, clip.get()));
        }
        Timeline after = timeline.withEachMedia(
                media -> found.stream().anyMatch(one -> one.holds(media)) ? changed(media) : media);
        String names =
                String.join(", ", found.stream().map(one -> one.told(scene)).toList());
        return told(scene, after, scene.say(" of %s", "（%s）", names));
    }

    private MediaSegment changed(MediaSegment media) {
        double wanted = factor ? media.volume() * amount : amount;
        return media.withVolume(Math.min(LOUDEST, Math.round(wanted * 1000) / 1000.0));
    }

    private EditResult told(Scene scene, Timeline after, String whose) {
        Timeline before = scene.timeline();
        if (after.equals(before)) {
            return scene.unchanged("The volume%s is like that already.", "音量%s已经是这样。", whose);
        }
        double level = changedVolume(before, after);
        if (level == 0) return scene.done(after, "Muted the sound%s", "已静音%s", whose);
        return scene.done(after, "Volume%s is now %s", "音量%s现在是%s", whose, Figures.percent(level));
    }

    private static double changedVolume(Timeline before, Timeline after) {
        List<MediaSegment> was = all(before);
        List<MediaSegment> is = all(after);
        for (int i = 0; i < is.size(); i++)
            if (!is.get(i).equals(was.get(i))) return is.get(i).volume();
        return 1;
    }

    private static List<MediaSegment> all(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .filter(MediaSegment.class::isInstance)
                .map(MediaSegment.class::cast)
                .toList();
    }
}
