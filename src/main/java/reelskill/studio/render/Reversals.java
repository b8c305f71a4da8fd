package reelskill.studio.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.analysis.ContentKey;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Framing;
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
    private final ChunkStore store;
    private final FrameRate rate;

    Reversals(Ffmpeg ffmpeg, Path workFolder, FrameRate rate) {
        this.ffmpeg = ffmpeg;
        this.store = new ChunkStore(workFolder.resolve("reversals"));
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
        store.evict();
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
        Resolution size = source.picture().size().even();
        String key = ContentKey.of(String.join(
                "\n",
                ffmpeg.version(),
                source.key(),
                shown.segment().pace().toString(),
                shown.first() + "+" + shown.length() + " " + size + " " + rate));
        if (!store.claim(key)) {
            store.make(key, file -> make(file, shown, source, size, frames, cancellation));
        }
        return store.pathOf(key);
    }

    private void make(
            Path file, Shown shown, Source source, Resolution size, DoubleConsumer frames, Cancellation cancellation) {
        long block = Math.max(1, BLOCK_BYTES * 2 / 3 / ((long) size.width() * size.height()));
        try (FfmpegProcess encoder =
                ffmpeg.start(NearLossless.opaque(size, rate).encoding(file), cancellation)) {
            OutputStream out = encoder.input();
            for (long done = 0; done < shown.length(); done += block) {
                long length = Math.min(block, shown.length() - done);
                Effects pace = Effects.NONE.with(shown.segment().pace());
                Run run = new Run(shown.segment().mediaId(), pace);
                run.add(new Take(shown.segment().mediaId(), shown.first() + done, length, 0, 0, pace, 0));
                try (FfmpegProcess decoder = ffmpeg.start(decoding(run, source, size), cancellation)) {
                    decoder.output().transferTo(out);
                    decoder.finish();
                } catch (IOException e) {
                    // Where the encoder broke off, it knows better why, such as a full disk.
                    encoder.finish();
                    throw e;
                }
                frames.accept((double) (done + length));
            }
            encoder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long made = MadeFile.read(file, ffmpeg).frames();
        if (made != shown.length()) {
            throw new RenderException(
                    RenderException.Reason.FAILED, made + " frames backwards instead of " + shown.length());
        }
    }

    private List<String> decoding(Run run, Source source, Resolution size) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(ChunkGraph.filmed(run, rate, size, Framing.NONE, id -> source));
        arguments.addAll(List.of("-frames:v", Long.toString(run.length()), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        return arguments;
    }
}
