package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;

/**
 * Makes the pictures of segments that play backwards into files of their own, which play forwards. Turning frames round
 * holds them in memory: so it is done a block at a time. Not thread-safe.
 */
final class Reversals {
    /** How much memory a block may take. */
    private static final long BLOCK_BYTES = 192L << 20;

    private final Ffmpeg ffmpeg;
    private final StepFiles files;
    private final FrameRate rate;

    Reversals(Ffmpeg ffmpeg, Path workFolder, FrameRate rate) {
        this.ffmpeg = ffmpeg;
        this.files = new StepFiles(ffmpeg, workFolder.resolve("reversals"), rate);
        this.rate = rate;
    }

    static boolean isIn(Timeline timeline) {
        return !wanted(timeline).isEmpty();
    }

    Seen made(Seen seen, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        List<Shown> all = wanted(seen.timeline());
        long whole = all.stream().mapToLong(Shown::length).sum();
        Map<String, Source> known = new LinkedHashMap<>(seen.sources());
        Map<String, MediaSegment> turned = new HashMap<>();
        long done = 0;
        for (Shown shown : all) {
            MediaSegment segment = shown.segment();
            long before = done;
            Path file = made(
                    shown,
                    Source.in(known, segment.mediaId()),
                    frames -> progress.accept((before + frames) / whole),
                    cancellation);
            String id = file.getFileName().toString();
            known.put(id, Source.of(file, ffmpeg));
            MediaSegment made = segment.from(id, segment.in() - shown.first()).withPace(Pace.Speed.NORMAL);
            turned.put(segment.id(), withWay(made, shown));
            done += shown.length();
        }
        files.evict();
        return new Seen(seen.timeline().withEachMedia(media -> turned.getOrDefault(media.id(), media)), known);
    }

    private MediaSegment withWay(MediaSegment made, Shown shown) {
        Pace pace = shown.segment().pace();
        return made.effects()
                .get(Fitting.class)
                .filter(fitting -> fitting.how() == Fitting.How.FOLLOW)
                .map(way -> made.with(FollowedPath.played(way, pace, shown.first(), shown.length(), rate)))
                .orElse(made);
    }

    private static List<Shown> wanted(Timeline timeline) {
        return Shown.of(timeline, media -> media.pace() instanceof Pace.Backwards);
    }

    private Path made(Shown shown, Source source, DoubleConsumer frames, Cancellation cancellation) throws IOException {
        return files.made(
                source,
                shown.segment().pace() + "\n" + shown.first() + "+" + shown.length(),
                shown.length(),
                (size, pictures) -> turn(shown, source, size, pictures, frames, cancellation),
                cancellation);
    }

    private void turn(
            Shown shown,
            Source source,
            Resolution size,
            OutputStream pictures,
            DoubleConsumer frames,
            Cancellation cancellation)
            throws IOException {
        long block = Math.max(1, BLOCK_BYTES * 2 / 3 / ((long) size.width() * size.height()));
        for (long done = 0; done < shown.length(); done += block) {
            long length = Math.min(block, shown.length() - done);
            Effects pace = Effects.NONE.with(shown.segment().pace());
            Run run = new Run(shown.segment().mediaId(), pace);
            run.add(new Take(shown.segment().mediaId(), shown.first() + done, length, 0, 0, pace, 0));
            try (FfmpegProcess decoder = ffmpeg.start(files.decoding(run, source, size), cancellation)) {
                decoder.output().transferTo(pictures);
                decoder.finish();
            }
            frames.accept((double) (done + length));
        }
    }
}
