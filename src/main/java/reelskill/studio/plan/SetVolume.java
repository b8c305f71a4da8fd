package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.VolumeChanges;

/**
 * Sets the volume of everything, of one clip, of the clips or of the music, all the time or over some spans.
 *
 * <pre>
 *   |~~~~~~ A ~~~~~~|   →   |~~~~.. A ..~~~~|
 * </pre>
 *
 * @param amount a share of the original sound, or a factor on the volume it has
 * @param spans where; empty for everywhere
 */
public record SetVolume(double amount, boolean factor, Whose whose, Optional<ClipRef> clip, List<Span> spans)
        implements EditOperation {
    private static final double LOUDEST = 4;
    private static final double LOUDEST_LUFS = -9;
    private static final double QUIETEST_LUFS = -30;

    /** What is meant where no clip is named. */
    public enum Whose {
        /** Nothing was said: the whole. */
        UNSAID,
        EVERYTHING,
        CLIPS,
        MUSIC
    }

    /** A change of the whole, or of one clip, all the time. */
    public SetVolume(double amount, boolean factor, Optional<ClipRef> clip) {
        this(amount, factor, Whose.UNSAID, clip, List.of());
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        boolean music = !timeline.music().isEmpty();
        if (whose == Whose.MUSIC && !music) return EditResult.unchanged(timeline, RemoveMusic.none(scene));
        List<Clips> found = clip.map(ref -> Clips.find(timeline, ref)).orElse(List.of());
        if (clip.isPresent() && found.isEmpty())
            return EditResult.unchanged(timeline, Clips.missing(scene, clip.get()));
        if (!spans.isEmpty()) return over(scene, found);
        boolean whole = whose == Whose.UNSAID && clip.isEmpty();
        if (whole && timeline.loudness().isPresent() && amount > 0) return loudness(scene);
        // Who mutes a film with music under it wants to hear the music.
        boolean clipsOnly = whose == Whose.CLIPS || (whole && music);
        Predicate<MediaSegment> meant = media ->
                found.isEmpty() ? isMeant(media, clipsOnly) : found.stream().anyMatch(one -> one.holds(media));
        Timeline after = timeline.withEachMedia(media -> meant.test(media) ? changed(media) : media);
        return told(scene, after, name(scene, found, clipsOnly && music), meant);
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        boolean one = other.clips().size() <= 1;
        return one
                ? Optional.of(new SetVolume(
                        amount, factor, Whose.UNSAID, other.clips().stream().findFirst(), other.spans()))
                : Optional.empty();
    }

    /** A level that was named has no more or less: then louder or quieter is meant. */
    @Override
    public Optional<EditOperation> scaled(double more) {
        if (!factor || amount == 0) return sized(more);
        return Optional.of(new SetVolume(hundredths(Math.pow(amount, more)), true, whose, clip, spans));
    }

    @Override
    public Optional<EditOperation> sized(double larger) {
        if (amount == 0) return Optional.empty();
        return Optional.of(new SetVolume(Math.min(LOUDEST, hundredths(amount * larger)), factor, whose, clip, spans));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private boolean isMeant(MediaSegment media, boolean clipsOnly) {
        boolean isMusic = media.effects().get(Music.class).isPresent();
        return isMusic ? !clipsOnly : whose != Whose.MUSIC;
    }

    /** The parts of a mix that is brought to one loudness are as loud together, whatever they are alone. */
    private EditResult loudness(Scene scene) {
        double now = scene.timeline().loudness().orElse(Normalize.LUFS);
        double wanted = (factor ? now : Normalize.LUFS) + 20 * Math.log10(amount);
        double lufs = Math.round(Math.max(QUIETEST_LUFS, Math.min(LOUDEST_LUFS, wanted)) * 10) / 10.0;
        Timeline after = scene.timeline().withLoudness(OptionalDouble.of(lufs));
        if (after.equals(scene.timeline())) {
            return scene.already("The volume is like that already.", "音量已经是这样。");
        }
        return scene.done(after, "The whole is now %.1f LUFS loud", "整体响度现在是%.1f LUFS", lufs);
    }

    private EditResult over(Scene scene, List<Clips> found) {
        Timeline timeline = scene.timeline();
        // "the first 5 seconds of clip 2" are of its own time.
        FrameRange whole = found.size() == 1 ? found.get(0).range() : new FrameRange(0, timeline.duration());
        Ranges ranges = Ranges.of(scene, spans, whole.in(), whole.duration());
        Timeline after = timeline;
        for (FrameRange range : ranges.inside()) after = over(after, range, found);
        EditResult result = ranges.inside().isEmpty()
                ? EditResult.nothing(timeline)
                : told(scene, after, ranges.told(scene), found);
        return result.but(ranges.notes());
    }

    private EditResult told(Scene scene, Timeline after, String where, List<Clips> found) {
        if (after.equals(scene.timeline())) return scene.already("The volume is like that already.", "音量已经是这样。");
        String who = name(scene, found, whose == Whose.CLIPS);
        if (amount == 0) return scene.done(after, "Muted%s at %s", "已静音%s：%s", who, where);
        return factor
                ? scene.done(after, "Volume%s times %s at %s", "音量%s变为%s：%s", who, Figures.percent(amount), where)
                : scene.done(after, "Volume%s is now %s at %s", "音量%s现在是%s：%s", who, Figures.percent(amount), where);
    }

    private Timeline over(Timeline timeline, FrameRange range, List<Clips> found) {
        Timeline after = timeline;
        if (whose != Whose.MUSIC) {
            Set<String> ids = timeline.clips().stream()
                    .filter(media -> found.isEmpty() || found.stream().anyMatch(one -> one.holds(media)))
                    .map(MediaSegment::id)
                    .collect(Collectors.toSet());
            after = after.withMedia(
                    ids, media -> over(timeline, media, range, media.start(), media.end(), media.start() - media.in()));
        }
        if (whose == Whose.CLIPS || !found.isEmpty() || after.music().isEmpty()) return after;
        List<MusicBed> beds = new ArrayList<>();
        for (MusicBed bed : after.music()) {
            beds.add(bed.withPiece(over(timeline, bed.piece(), range, bed.start(), bed.end(), bed.start())));
        }
        return after.withMusic(beds);
    }

    /** @param zero the frame of the timeline at which the time of the stretches is 0 */
    private MediaSegment over(
            Timeline timeline, MediaSegment media, FrameRange range, long start, long end, long zero) {
        long in = Math.max(range.in(), start) - zero;
        long out = Math.min(range.out(), end) - zero;
        if (in >= out || (!factor && media.volume() == 0)) return media;
        TimeRange time = new TimeRange(
                Duration.ofMillis(timeline.rate().millis(in)),
                Duration.ofMillis(timeline.rate().millis(out)));
        double wanted = Math.min(10, factor ? amount : amount / media.volume());
        VolumeChanges changes = media.effects()
                .get(VolumeChanges.class)
                .orElse(VolumeChanges.NONE)
                .with(time, wanted);
        return changes.stretches().isEmpty() ? media.without(VolumeChanges.class) : media.with(changes);
    }

    private MediaSegment changed(MediaSegment media) {
        double wanted = factor ? media.volume() * amount : amount;
        return media.withVolume(Math.min(LOUDEST, Math.round(wanted * 1000) / 1000.0));
    }

    private String name(Scene scene, List<Clips> found, boolean clipsOnly) {
        if (!found.isEmpty()) {
            String names = scene.language()
                    .list(found.stream().map(one -> one.told(scene)).toList());
            return scene.say(" of %s", "（%s）", names);
        }
        if (whose == Whose.MUSIC) return scene.say(" of the music", "（音乐）");
        return clipsOnly ? scene.say(" of the video", "（视频原声）") : "";
    }

    private EditResult told(Scene scene, Timeline after, String whom, Predicate<MediaSegment> meant) {
        if (after.equals(scene.timeline())) {
            return scene.already("The volume%s is like that already.", "音量%s已经是这样。", whom);
        }
        double level = after.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .filter(MediaSegment.class::isInstance)
                .map(MediaSegment.class::cast)
                .filter(meant)
                .mapToDouble(MediaSegment::volume)
                .findFirst()
                .orElse(1);
        if (level == 0) return scene.done(after, "Muted the sound%s", "已静音%s", whom);
        return scene.done(after, "Volume%s is now %s", "音量%s现在是%s", whom, Figures.percent(level));
    }

    @Override
    public Optional<EditOperation> removal() {
        return whose == Whose.MUSIC ? Optional.of(new RemoveMusic()) : Optional.empty();
    }
}
