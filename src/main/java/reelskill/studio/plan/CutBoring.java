package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Removes what {@code rule} calls boring from every clip.
 *
 * <pre>
 *   |  A  |pause|  A  |   →   |  A  |  A  |
 * </pre>
 */
public record CutBoring(BoringRule rule, Place place) implements EditOperation {
    /** Of all such stretches of the video those that go: "the dead air at the start". */
    public enum Place {
        EVERYWHERE(true, true),
        START(true, false),
        END(false, true),
        BOTH_ENDS(true, true);

        private final boolean start;
        private final boolean end;

        Place(boolean start, boolean end) {
            this.start = start;
            this.end = end;
        }
    }

    CutBoring(BoringRule rule) {
        this(rule, Place.EVERYWHERE);
    }

    /** In a rule: longer than anything, so that this kind of stretch is never found. */
    static final Duration NEVER = Duration.ofDays(1);

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<FrameRange> found = found(scene);
        long sum = FrameRange.sum(found);
        if (found.isEmpty())
            return scene.unchanged("Found %s; nothing was removed.", "没有找到%s，没有删除任何内容。", absent(scene));
        if (sum >= timeline.duration()) {
            return scene.unchanged(
                    "By that rule the whole video is boring, so nothing was removed.", "按这个标准整个视频都会被删掉，所以没有删除任何内容。");
        }
        return scene.done(
                timeline.remove(found),
                found.size() == 1 ? "Removed 1 %2$s, %3$s (%4$s)" : "Removed %1$d %2$ss, %3$s in all (%4$s)",
                "删除了%1$d处%2$s，共%3$s（%4$s）",
                found.size(),
                noun(scene),
                Figures.length(scene, sum),
                criterion(scene));
    }

    /** More of it removes shorter pauses and takes more for one. */
    @Override
    public Optional<EditOperation> scaled(double factor) {
        return Optional.of(new CutBoring(rule.scaled(factor), place));
    }

    /** Returns what is boring of the scene's timeline, in order and apart. */
    List<FrameRange> found(Scene scene) {
        return FrameRange.merged(stretches(scene)).stream()
                .filter(range -> isMeant(scene.timeline(), range))
                .toList();
    }

    private List<FrameRange> stretches(Scene scene) {
        FrameRate rate = scene.timeline().rate();
        Map<String, List<TimeRange>> byMedia = new HashMap<>();
        List<FrameRange> found = new ArrayList<>();
        for (MediaSegment clip : scene.timeline().clips()) {
            List<TimeRange> boring = byMedia.computeIfAbsent(
                    clip.mediaId(), id -> scene.footage().boringStretches(id, rule));
            for (TimeRange range : boring) {
                clip.showing(frameNotBefore(rate, range.in()), frameNotAfter(rate, range.out()))
                        // A single frame of a stretch is what an earlier cut left of it.
                        .filter(seen -> seen.duration() > 1)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** What is kept beside a sound is kept at the ends of the video too. */
    private boolean isMeant(Timeline timeline, FrameRange range) {
        long beside = timeline.rate().frames(rule.padding()) + 2;
        return place == Place.EVERYWHERE
                || (place.start && range.in() <= beside)
                || (place.end && range.out() >= timeline.duration() - beside);
    }

    private static long frameNotBefore(FrameRate rate, Duration time) {
        long frame = rate.frames(time);
        return rate.time(frame).compareTo(time) < 0 ? frame + 1 : frame;
    }

    private static long frameNotAfter(FrameRate rate, Duration time) {
        long frame = rate.frames(time);
        return rate.time(frame).compareTo(time) > 0 ? frame - 1 : frame;
    }

    private boolean seeksPauses() {
        return rule.shortestPause().compareTo(NEVER) < 0;
    }

    private boolean seeksStills() {
        return rule.shortestStill().compareTo(NEVER) < 0;
    }

    String noun(Scene scene) {
        return seeksPauses() ? scene.say("pause", "停顿") : scene.say("still part", "静止画面");
    }

    String absent(Scene scene) {
        Duration length = seeksPauses() ? rule.shortestPause() : rule.shortestStill();
        String least = Figures.length(scene.language(), length);
        return seeksPauses()
                ? scene.say("no pause longer than %s", "超过%s的停顿", least)
                : scene.say("no still picture longer than %s", "超过%s的静止画面", least);
    }

    String criterion(Scene scene) {
        String still = Figures.length(scene.language(), rule.shortestStill());
        if (!seeksPauses()) return scene.say("longer than %s", "超过%s", still);
        String pause = scene.say(
                "longer than %s, keeping %s on each side",
                "超过%s，两侧各保留%s",
                Figures.length(scene.language(), rule.shortestPause()),
                Figures.length(scene.language(), rule.padding()));
        return seeksStills() ? pause + scene.say("; still pictures longer than %s", "；静止画面超过%s", still) : pause;
    }
}
