package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Score;
import reelskill.studio.timeline.Timeline;

/**
 * Lays music under the pictures, in place of music that is there at the same time; what plays before and after it stays.
 *
 * <pre>
 *   |  A  |   B   |   →   |  A  |   B   |
 *                         |~~ music ~~~~|
 * </pre>
 *
 * @param spans where; empty for under all of it
 * @param ducked whether it goes down under speech
 */
public record AddMusic(MusicSource source, MusicLevel level, List<Span> spans, boolean ducked)
        implements EditOperation {
    private static final Duration FADE_IN = Duration.ofMillis(300);
    private static final Duration FADE_OUT = Duration.ofMillis(2500);
    /** What is shorter between two pieces is heard as a mistake. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    @Override
    public EditResult apply(Scene scene) {
        if (source instanceof MusicSource.Brought brought && isAlone(scene, brought.item())) {
            return scene.unchanged(
                    "\"%s\" is what the timeline plays; music needs a video or a recording above it.",
                    "“%s”就是时间线上的内容；背景音乐需要配合视频或录音使用。", brought.item().name());
        }
        long end = scene.timeline().duration();
        Ranges ranges = Ranges.of(scene, spans.isEmpty() ? List.of(new Span(Moment.START, Moment.END)) : spans, 0, end);
        EditResult result = EditResult.nothing(scene.timeline());
        for (FrameRange range : ranges.inside()) result = result.then(added(scene.at(result.after()), range));
        return result.but(ranges.notes());
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        MusicLevel louder = new MusicLevel(
                level.share().map(share -> share * factor),
                level.decibels() + (level.share().isPresent() ? 0 : Math.round(20 * Math.log10(factor))));
        return Optional.of(new AddMusic(source, louder, spans, ducked));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        boolean times = other.clips().isEmpty() && !other.spans().isEmpty();
        if (times) return Optional.of(new AddMusic(source, level, other.spans(), ducked));
        boolean clip = other.clips().size() == 1 && other.spans().isEmpty() && spans.isEmpty();
        return clip ? Optional.of(new DuringClip(other.clips().get(0), this)) : Optional.empty();
    }

    private EditResult added(Scene scene, FrameRange range) {
        Timeline timeline = scene.timeline();
        Optional<Score> score = source instanceof MusicSource.Composed composed
                ? Optional.of(MusicTaste.first(timeline, composed))
                : Optional.empty();
        MusicBed bed = bed(scene, range, score);
        List<MusicBed> apart = timeline.music().stream()
                .filter(other -> other.end() <= range.in() || other.start() >= range.out())
                .toList();
        List<MusicBed> cut = timeline.music().stream()
                .filter(other -> !apart.contains(other))
                .flatMap(other -> beside(scene, other, range))
                .toList();
        boolean replaced = apart.size() < timeline.music().size() && cut.isEmpty();
        List<MusicBed> beds = new ArrayList<>(apart);
        beds.addAll(cut);
        beds.add(bed);
        OptionalDouble loudness =
                timeline.loudness().isPresent() ? timeline.loudness() : OptionalDouble.of(Normalize.LUFS);
        Timeline after = timeline.withMusic(beds).withLoudness(loudness);
        String rest = cut.isEmpty() ? "" : scene.say("; elsewhere the music stays as it was", "；其余部分音乐不变");
        return EditResult.done(after, MusicTaste.told(scene, after, bed, replaced) + rest);
    }

    /** Returns what is left of {@code other} before and after {@code range}. The part after it begins the piece anew. */
    private static Stream<MusicBed> beside(Scene scene, MusicBed other, FrameRange range) {
        return Stream.of(
                        other.over(other.start(), range.in()).withFades(other.fadeIn(), scene.frames(FADE_OUT)),
                        other.over(range.out(), other.end()).withFades(scene.frames(FADE_IN), other.fadeOut()))
                .filter(part -> part.end() - part.start() >= scene.frames(SHORTEST))
                .map(MusicBed::fading);
    }

    private MusicBed bed(Scene scene, FrameRange range, Optional<Score> score) {
        LibraryItem item = source instanceof MusicSource.Brought brought
                ? brought.item()
                : MusicTaste.composed(scene, score.orElseThrow(), range.duration());
        Music music = MusicTaste.music(item, ducked ? Music.DUCKING : 0, score);
        MediaSegment piece = MediaSegment.of("new", 0, range.duration(), item.id(), item.name(), 0)
                .withVolume(MusicTaste.volume(scene, item.id(), level))
                .with(music);
        return new MusicBed(piece, range.in(), range.out(), scene.frames(FADE_IN), scene.frames(FADE_OUT)).fading();
    }

    private static boolean isAlone(Scene scene, LibraryItem item) {
        List<MediaSegment> clips = scene.timeline().clips();
        return !clips.isEmpty()
                && clips.stream().allMatch(clip -> clip.mediaId().equals(item.id()));
    }

    @Override
    public Optional<EditOperation> beginning(Moment moment) {
        return spans.size() == 1
                ? Optional.of(new AddMusic(source, level, List.of(spans.get(0).beginning(moment)), ducked))
                : Optional.empty();
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveMusic());
    }
}
