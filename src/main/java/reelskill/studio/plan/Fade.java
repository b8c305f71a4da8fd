package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * Lets picture and sound of the whole come from black and silence, or go, or both. A fade of zero removes one.
 *
 * <pre>
 *   |      A      |   →   |/     A     \|
 * </pre>
 */
public record Fade(Optional<Duration> in, Optional<Duration> out) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Set<String> firsts = ends(timeline, true);
        Set<String> lasts = ends(timeline, false);
        Timeline after = timeline.withEachMedia(clip -> clip.withFades(
                in.filter(time -> firsts.contains(clip.id())).map(scene::frames).orElse(clip.fadeIn()),
                out.filter(time -> lasts.contains(clip.id())).map(scene::frames).orElse(clip.fadeOut())));
        if (after.equals(timeline)) return scene.already("The fades are like that already.", "淡入淡出已经是这样。");
        List<MediaSegment> clips = after.clips();
        EditResult result = EditResult.nothing(after);
        if (in.isPresent()) result = told(scene, result, true, clips.get(0).fadeIn());
        if (out.isPresent())
            result = told(scene, result, false, clips.get(clips.size() - 1).fadeOut());
        return result;
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new Fade(in.map(time -> Duration.ZERO), out.map(time -> Duration.ZERO)));
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new Fade(in.map(old -> length), out.map(old -> length)));
    }

    private static EditResult told(Scene scene, EditResult result, boolean in, long frames) {
        String length = Figures.length(scene, frames);
        String sentence = in
                ? scene.say("Fade in of %s at the start (picture and sound)", "开头淡入%s（画面和声音）", length)
                : scene.say("Fade out of %s at the end (picture and sound)", "结尾淡出%s（画面和声音）", length);
        return result.then(EditResult.done(result.after(), sentence));
    }

    private static Set<String> ends(Timeline timeline, boolean first) {
        return timeline.tracks().stream()
                .filter(track ->
                        track.kind() != TrackKind.TEXT && !track.segments().isEmpty())
                .map(Track::segments)
                .map(segments -> segments.get(first ? 0 : segments.size() - 1).id())
                .collect(Collectors.toSet());
    }
}
