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
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.matte.Background;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.BuiltInRoom;
import reelskill.studio.matte.FrameSink;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.MatteMode;
import reelskill.studio.matte.Networks;
import reelskill.studio.matte.RoomBlur;
import reelskill.studio.matte.YuvMatrix;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * Makes the pictures of segments that have a backdrop into files of their own, which the renderer then takes like any
 * media: near lossless, the media's size, the timeline's rate, no sound. Kept like chunks. Not thread-safe.
 */
final class Backgrounds {
    private final Ffmpeg ffmpeg;
    private final ChunkStore store;
    private final Path matteFolder;
    private final FrameRate rate;
    private final Map<String, Source> sources;
    private final Function<String, Path> mediaById;

    Backgrounds(
            Ffmpeg ffmpeg,
            Path workFolder,
            FrameRate rate,
            Map<String, Source> sources,
            Function<String, Path> mediaById) {
        this.ffmpeg = ffmpeg;
        this.store = new ChunkStore(workFolder.resolve("backgrounds"));
        this.matteFolder = workFolder.resolve("mattes");
        this.rate = rate;
        this.sources = sources;
        this.mediaById = mediaById;
    }

    /**
     * What is seen, where it differs from what is heard.
     *
     * @param sources also those of the media that was made
     */
    record Seen(Timeline timeline, Map<String, Source> sources) {}

    /** Returns whether any picture of {@code timeline} has a backdrop. */
    static boolean isIn(Timeline timeline) {
        return !wanted(timeline).isEmpty();
    }

    /** Returns {@code timeline} with its picture taken from media that has the backdrops; its sound is not in there. */
    Seen made(Timeline timeline, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        List<Wanted> all = wanted(timeline);
        long whole = all.stream().mapToLong(Wanted::length).sum();
        Map<String, MediaSegment> seen = new HashMap<>();
        Map<String, Source> known = new LinkedHashMap<>(sources);
        long done = 0;
        try (Networks networks = new Networks()) {
            BackgroundJob job = new BackgroundJob(ffmpeg, networks, matteFolder);
            for (Wanted wanted : all) {
                cancellation.throwIfCancelled();
                long before = done;
                Path file = made(
                        wanted,
                        job,
                        share -> progress.accept((before + share * wanted.length()) / whole),
                        cancellation);
                String id = file.getFileName().toString();
                known.put(id, Source.of(file, ffmpeg));
                MediaSegment segment = wanted.segment();
                seen.put(segment.id(), segment.from(id, segment.in() - wanted.first()));
                done += wanted.length();
            }
        }
        store.evict();
        return new Seen(timeline.withEachMedia(media -> seen.getOrDefault(media.id(), media)), known);
    }

    /** A segment, and the frames of its media that are seen of it: its own and those that transitions take from beside it. */
    private record Wanted(MediaSegment segment, Backdrop backdrop, long first, long length) {}

    private static List<Wanted> wanted(Timeline timeline) {
        List<Wanted> found = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            if (track.kind() != TrackKind.VIDEO) continue;
            List<Segment> segments = track.segments();
            for (int i = 0; i < segments.size(); i++) {
                MediaSegment media = (MediaSegment) segments.get(i);
                if (media.backdrop().isEmpty()) continue;
                long first = Math.max(0, media.in() - media.transition().before());
                boolean last = i + 1 == segments.size();
                long after = last
                        ? 0
                        : ((MediaSegment) segments.get(i + 1)).transition().after();
                found.add(new Wanted(media, media.backdrop().get(), first, media.out() + after - first));
            }
        }
        return found;
    }

    private Path made(Wanted wanted, BackgroundJob job, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        FrameSource frames = frames(wanted);
        String key = ContentKey.of(String.join(
                "\n",
                ffmpeg.version(),
                frames.key(),
                frames.first() + "+" + frames.length(),
                wanted.backdrop() + contentOf(wanted.backdrop()),
                MatteMode.DEFAULT.toString()));
        if (!store.claim(key)) {
            store.make(key, file -> make(file, frames, background(wanted.backdrop()), job, progress, cancellation));
        }
        progress.accept(1);
        return store.pathOf(key);
    }

    /** The renderer's own graph reads the media, so that a frame is the same frame with a backdrop and without. */
    private FrameSource frames(Wanted wanted) {
        String id = wanted.segment().mediaId();
        Source source = Source.in(sources, id);
        Resolution size = source.picture().size().even();
        Chunk chunk = new Chunk(List.of(Take.plain(id, wanted.first(), wanted.length())), List.of());
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(ChunkGraph.arguments(chunk, rate, size, name -> Source.in(sources, name), List.of()));
        arguments.addAll(List.of("-frames:v", Long.toString(wanted.length()), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        String key = source.key() + " " + size + " " + rate;
        return new FrameSource(arguments, size, matrix(size), rate, wanted.first(), wanted.length(), key);
    }

    private void make(
            Path file,
            FrameSource frames,
            Background background,
            BackgroundJob job,
            DoubleConsumer progress,
            Cancellation cancellation) {
        try (FfmpegProcess encoder = ffmpeg.start(encoding(frames, file), cancellation)) {
            OutputStream out = encoder.input();
            try {
                FrameSink sink = (picture, alpha) -> out.write(picture.data());
                job.run(frames, background, MatteMode.DEFAULT, sink, progress, cancellation);
            } catch (IOException e) {
                // Where the encoder broke off, it knows better why, such as a full disk.
                encoder.finish();
                throw e;
            }
            encoder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long made = MadeFile.read(file, ffmpeg).frames();
        if (made != frames.length()) {
            throw new RenderException(
                    RenderException.Reason.FAILED, made + " frames with a backdrop instead of " + frames.length());
        }
    }

    private List<String> encoding(FrameSource frames, Path file) {
        Resolution size = frames.size();
        String matrix = frames.matrix() == YuvMatrix.BT709 ? "bt709" : "smpte170m";
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "rawvideo"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-video_size", size.width() + "x" + size.height()));
        arguments.addAll(List.of("-framerate", rate.toString(), "-color_range", "tv", "-colorspace", matrix));
        arguments.addAll(List.of("-i", "pipe:0", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-color_range", "tv", "-colorspace", matrix));
        arguments.addAll(List.of(
                "-video_track_timescale", Long.toString(VideoClock.of(rate).timescale())));
        arguments.addAll(List.of("-map_metadata", "-1", "-f", "mp4", "file:" + file.toAbsolutePath()));
        return arguments;
    }

    private Background background(Backdrop backdrop) {
        if (backdrop instanceof Backdrop.Room room)
            return new Background.Room(BuiltInRoom.valueOf(room.place().name()));
        if (backdrop instanceof Backdrop.Colour colour) return new Background.Colour(colour.rgb());
        if (backdrop instanceof Backdrop.Blur blur)
            return new Background.Blur(RoomBlur.valueOf(blur.strength().name()));
        Path file = mediaById.apply(((Backdrop.Picture) backdrop).mediaId());
        return Source.of(file, ffmpeg).isStill() ? new Background.Picture(file) : new Background.Clip(file);
    }

    private String contentOf(Backdrop backdrop) {
        return backdrop instanceof Backdrop.Picture picture ? ContentKey.of(mediaById.apply(picture.mediaId())) : "";
    }

    private static YuvMatrix matrix(Resolution size) {
        return CanvasFit.isHd(size) ? YuvMatrix.BT709 : YuvMatrix.BT601;
    }
}
