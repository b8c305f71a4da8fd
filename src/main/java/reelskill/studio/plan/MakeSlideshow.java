package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Joints;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.Transition;
import reelskill.studio.timeline.Zoom;

/**
 * Shows photos one after the other, in gentle motion: every other one comes nearer, the others go away, with crossfades
 * between.
 *
 * <pre>
 *   photo 1, photo 2, photo 3   →   | 1 >< 2 >< 3 |
 * </pre>
 *
 * @param photos in the order in which they are shown
 */
public record MakeSlideshow(List<LibraryItem> photos, Duration each) implements EditOperation {
    static final Duration SHORTEST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** How much nearer in a second: less looks like a fault, more like haste. */
    private static final double MOTION = 0.025;

    private static final double MOST_MOTION = 1.25;
    /** A photo has as much of itself before and after as a crossfade may want. */
    private static final Duration HANDLE = Duration.ofSeconds(2);

    private static final Duration CROSSFADE = Duration.ofMillis(500);
    private static final Resolution LYING = new Resolution(1920, 1080);
    private static final Resolution STANDING = new Resolution(1080, 1920);

    public MakeSlideshow {
        photos = List.copyOf(photos);
    }

    @Override
    public EditResult apply(Scene scene) {
        if (photos.isEmpty()) {
            return scene.unchanged("There are no photos to show; upload some first.", "还没有照片，请先上传照片。");
        }
        if (each.compareTo(SHORTEST) < 0 || each.compareTo(LONGEST) > 0) {
            return scene.unchanged(
                    "A photo can stand for 0.5 to 60 seconds; nothing was changed.", "每张照片可以显示0.5到60秒，没有做改动。");
        }
        Timeline timeline = scene.timeline();
        boolean others = timeline.clips().stream()
                .anyMatch(clip -> scene.footage().facts(clip.mediaId()).kind() != MediaFacts.Kind.IMAGE);
        Timeline laid = timeline.withClips(TrackKind.VIDEO, clips(timeline.rate()));
        Timeline sized = others ? laid : laid.withCanvas(canvas());
        Transition fade = new Transition(Transition.Kind.CROSSFADE, Math.max(2, scene.frames(CROSSFADE)));
        Timeline after =
                Joints.between(sized, fade, cut -> true, scene::mediaFrames).after();
        EditResult result = scene.done(
                after,
                "Slideshow: %d photos, %s each, with slow motion and crossfades; %s in all",
                "相册幻灯片：%d张照片，每张%s，带缓慢推拉和叠化，总长%s",
                photos.size(),
                Figures.length(scene.language(), each),
                Figures.moment(scene, after.duration()));
        return others
                ? result.but(scene.say(
                        "The other clips are off the timeline now; \"undo\" brings them back.",
                        "其他片段已移出时间线，说“撤销”即可恢复。"))
                : result;
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        return Optional.of(new MakeSlideshow(photos, other));
    }

    private List<MediaSegment> clips(FrameRate rate) {
        long length = Math.max(2, rate.frames(each));
        long handle = rate.frames(HANDLE);
        double near = Math.min(MOST_MOTION, 1 + MOTION * each.toMillis() / 1000);
        List<MediaSegment> clips = new ArrayList<>();
        for (LibraryItem photo : photos) {
            boolean comes = clips.size() % 2 == 0;
            long start = length * clips.size();
            // The transitions show frames beside the clip's own: the motion must not begin or end with a jerk there.
            Zoom motion = new Zoom(
                    comes ? 1 : near, comes ? near : 1, 0.5, 0.45, handle - handle / 4, handle + length + handle / 4);
            clips.add(MediaSegment.of("p" + (clips.size() + 1), start, length, photo.id(), photo.name(), handle)
                    .with(motion));
        }
        return clips;
    }

    private Resolution canvas() {
        long standing = photos.stream()
                .filter(photo -> photo.facts()
                        .video()
                        .map(look -> look.size().isPortrait())
                        .orElse(false))
                .count();
        return standing * 2 > photos.size() ? STANDING : LYING;
    }
}
