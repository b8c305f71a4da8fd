package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.steady.Steadier;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Steady;
import reelskill.studio.timeline.Timeline;

/**
 * Makes the pictures of segments that are to be steady into files of their own, in the media's own time, so that all else
 * is done to them as to any other. A file holds whole stretches of some seconds: a cut that moves a little needs no new one.
 * Not thread-safe.
 */
final class SteadyFiles {
    /** What is made at once, in seconds, whatever part of it is shown. */
    private static final int STRETCH = 5;

    private final Ffmpeg ffmpeg;
    private final StepFiles files;
    private final FrameRate rate;

    SteadyFiles(Ffmpeg ffmpeg, Path workFolder, FrameRate rate) {
        this.ffmpeg = ffmpeg;
        this.files = new StepFiles(ffmpeg, workFolder.resolve("steady"), rate);
        this.rate = rate;
    }

    static boolean isIn(Timeline timeline) {
        return !wanted(timeline).isEmpty();
    }

    private static List<Shown> wanted(Timeline timeline) {
        return Shown.of(timeline, media -> media.effects().get(Steady.class).isPresent());
    }

    /** Frames of one file that are steadied together; {@code end} is the first one after them. */
    private record Stretch(String mediaId, Steady how, long first, long end) {
        boolean touches(Stretch other) {
            return mediaId.equals(other.mediaId) && how.equals(other.how) && first <= other.end && other.first <= end;
        }

        Stretch with(Stretch other) {
            return new Stretch(mediaId, how, Math.min(first, other.first), Math.max(end, other.end));
        }
    }

    Seen made(Seen seen, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        Map<String, Stretch> needed = new LinkedHashMap<>();
        for (Shown shown : wanted(seen.timeline())) {
            Source source = Source.in(seen.sources(), shown.segment().mediaId());
            if (source.hasPicture() && !source.isStill())
                needed.put(shown.segment().id(), stretch(shown, source));
        }
        List<Stretch> stretches = merged(needed.values());
        long whole = stretches.stream().mapToLong(one -> one.end - one.first).sum();
        Map<String, Source> known = new LinkedHashMap<>(seen.sources());
        Map<Stretch, String> ids = new HashMap<>();
        long done = 0;
        for (Stretch stretch : stretches) {
            long before = done;
            Path file = made(
                    stretch,
                    Source.in(known, stretch.mediaId()),
                    frames -> progress.accept((before + frames) / whole),
                    cancellation);
            String id = file.getFileName().toString();
            known.put(id, Source.of(file, ffmpeg).beginningAt(stretch.first, stretch.end, rate));
            ids.put(stretch, id);
            done += stretch.end - stretch.first;
        }
        files.evict();
        return new Seen(seen.timeline().withEachMedia(media -> steadied(media, needed, ids)), known);
    }

    private static MediaSegment steadied(MediaSegment media, Map<String, Stretch> needed, Map<Stretch, String> files) {
        MediaSegment plain = media.without(Steady.class);
        Stretch own = needed.get(media.id());
        if (own == null) return plain;
        return files.entrySet().stream()
                .filter(made -> made.getKey().touches(own))
                .findFirst()
                .map(made -> plain.from(made.getValue(), plain.in()))
                .orElse(plain);
    }

    private Stretch stretch(Shown shown, Source source) {
        MediaSegment segment = shown.segment();
        double one = segment.pace().position(shown.first());
        double other = segment.pace().position(shown.first() + shown.length());
        long step = Math.round(STRETCH * rate.fps());
        long last = Math.max(1, rate.frames(source.inspection().facts().duration()));
        long first = Math.max(0, Math.min((long) Math.min(one, other) - 1, last - 1));
        long end = Math.max(first + 1, Math.min((long) Math.ceil(Math.max(one, other)) + 1, last));
        long from = Math.floorDiv(first, step) * step;
        long to = Math.min(last, (Math.floorDiv(end - 1, step) + 1) * step);
        return new Stretch(
                segment.mediaId(), segment.effects().get(Steady.class).orElseThrow(), from, Math.max(to, from + 1));
    }

    private static List<Stretch> merged(Iterable<Stretch> all) {
        TreeMap<String, Stretch> byPlace = new TreeMap<>();
        for (Stretch one : all) {
            byPlace.put("%s %s %012d %012d".formatted(one.mediaId, one.how, one.first, one.end), one);
        }
        List<Stretch> merged = new ArrayList<>();
        for (Stretch one : byPlace.values()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).touches(one))
                merged.set(last, merged.get(last).with(one));
            else merged.add(one);
        }
        return merged;
    }

    private Path made(Stretch stretch, Source source, DoubleConsumer frames, Cancellation cancellation)
            throws IOException {
        Run run = new Run(stretch.mediaId, Effects.NONE);
        run.add(Take.plain(stretch.mediaId, stretch.first, stretch.end - stretch.first));
        Steadier steadier = new Steadier(ffmpeg, rate.fps(), stretch.how.most(), cancellation);
        return files.made(
                source,
                stretch.how + "\n" + stretch.first + "-" + stretch.end,
                run.length(),
                (size, pictures) -> steadier.steady(
                        files.decoding(run, source, Steadier.small(size)),
                        files.decoding(run, source, size),
                        size,
                        pictures,
                        frames),
                cancellation);
    }
}
