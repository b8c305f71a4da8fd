package reelskill.studio.matte;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reelskill.media.MediaFormat;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.Filter;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.matte.MatteException.Reason;

/**
 * A background as frames, one for each frame of the foreground in their order. One thread takes them, and another may put
 * what was made of them where they go; the frames are only read.
 */
final class Backdrop implements AutoCloseable {
    private final FrameSource frames;
    private final YuvPicture still;
    private final Optional<FfmpegProcess> moving;
    /** Whether it is a colour that a user named, which has to stay as it is. */
    private final boolean isNamed;

    private final double match;
    private Optional<RoomLight> light = Optional.empty();
    /** What is behind the frames of a still background, once the light is known. */
    private Optional<YuvPicture> behind = Optional.empty();
    /** Whole pictures of a moving background that were taken in part and wait for the rest. */
    private final Queue<YuvPicture> whole = new ConcurrentLinkedQueue<>();

    private Backdrop(
            FrameSource frames, YuvPicture still, Optional<FfmpegProcess> moving, boolean isNamed, double match) {
        this.match = match;
        this.isNamed = isNamed;
        this.frames = frames;
        this.still = still;
        this.moving = moving;
    }

    /**
     * Returns empty for backgrounds that have no picture of their own: blur and nothing.
     *
     * @param match how far it takes over the light of the room that it replaces
     */
    static Optional<Backdrop> open(
            Background background, FrameSource frames, double match, Ffmpeg ffmpeg, Cancellation cancellation) {
        YuvPicture still = new YuvPicture(frames.shown());
        if (background instanceof Background.Colour colour) {
            fill(still, colour.rgb(), frames.matrix());
            return Optional.of(new Backdrop(frames, still, Optional.empty(), true, match));
        }
        if (background instanceof Background.Room room) {
            room(room.room(), still, frames, ffmpeg, cancellation);
        } else if (background instanceof Background.Picture picture) {
            picture(picture.file(), still, frames, ffmpeg, cancellation);
        } else if (background instanceof Background.Clip clip) {
            return Optional.of(
                    new Backdrop(frames, still, Optional.of(clip(clip, frames, ffmpeg, cancellation)), false, match));
        } else {
            return Optional.empty();
        }
        return Optional.of(new Backdrop(frames, still, Optional.empty(), false, match));
    }

    /** Takes over a little of the light of the room that is replaced; called before the first frame, or never. */
    void light(RoomLight room) {
        light = Optional.of(room);
        if (moving.isEmpty() && !isNamed) room.shineOn(still, match);
    }

    /** Returns what is behind the next frame: one and the same picture when it does not move. */
    YuvPicture next() throws IOException {
        if (moving.isPresent()) return behind(moved());
        if (behind.isEmpty()) behind = Optional.of(behind(still));
        return behind.get();
    }

    /** Returns a sink that takes the finished frames, in their order, and hands them on with all that is around them. */
    FrameSink around(FrameSink sink) {
        if (frames.surround().isEmpty()) return sink;
        Surround larger = frames.surround().get();
        return (picture, alpha) -> {
            YuvPicture all = moving.isPresent() ? whole.remove() : still.copy();
            all.put(picture, larger.left(), larger.top());
            sink.accept(all, alpha);
        };
    }

    private YuvPicture behind(YuvPicture all) {
        if (frames.surround().isEmpty()) return all;
        Surround larger = frames.surround().get();
        YuvPicture part = new YuvPicture(frames.size());
        part.put(all, -larger.left(), -larger.top());
        if (moving.isPresent()) whole.add(all);
        return part;
    }

    private YuvPicture moved() throws IOException {
        YuvPicture picture = new YuvPicture(frames.shown());
        byte[] data = picture.data();
        if (moving.orElseThrow().output().readNBytes(data, 0, data.length) < data.length)
            throw new MatteException(Reason.PICTURE_UNREADABLE, "the clip ended");
        light.ifPresent(room -> room.shineOn(picture, match));
        return picture;
    }

    @Override
    public void close() {
        moving.ifPresent(FfmpegProcess::close);
    }

    private static void fill(YuvPicture picture, int rgb, YuvMatrix matrix) {
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        picture.fill(
                (int) Math.round(matrix.luma(red, green, blue)),
                (int) Math.round(matrix.blueness(red, green, blue)),
                (int) Math.round(matrix.redness(red, green, blue)));
    }

    private static void room(
            BuiltInRoom room, YuvPicture still, FrameSource frames, Ffmpeg ffmpeg, Cancellation cancellation) {
        try (InputStream in = BuiltInRoom.class.getResourceAsStream(room.resource())) {
            if (in == null) throw new MatteException(Reason.ROOM_MISSING, room.resource());
            still(in, "jpeg_pipe", still, frames, ffmpeg, cancellation);
        } catch (IOException | FfmpegException e) {
            throw new MatteException(Reason.PICTURE_UNREADABLE, room.resource(), e);
        }
    }

    private static void picture(
            Path file, YuvPicture still, FrameSource frames, Ffmpeg ffmpeg, Cancellation cancellation) {
        try (InputStream in = Files.newInputStream(file)) {
            still(in, demuxer(file), still, frames, ffmpeg, cancellation);
        } catch (IOException | FfmpegException e) {
            throw new MatteException(Reason.PICTURE_UNREADABLE, file.toString(), e);
        }
    }

    private static String demuxer(Path file) throws IOException {
        return switch (MediaFormat.sniff(file)
                .orElseThrow(() -> new MatteException(Reason.PICTURE_UNREADABLE, file.toString()))) {
            case JPG -> "jpeg_pipe";
            case PNG -> "png_pipe";
            case WEBP -> "webp_pipe";
            case GIF -> "gif";
            default -> throw new MatteException(Reason.PICTURE_UNREADABLE, file.toString());
        };
    }

    /** A picture goes in through the pipe: a name like {@code a%d.jpg} would make ffmpeg look for other files. */
    private static void still(
            InputStream in,
            String demuxer,
            YuvPicture still,
            FrameSource frames,
            Ffmpeg ffmpeg,
            Cancellation cancellation)
            throws IOException {
        List<String> arguments = arguments(List.of("-f", demuxer, "-i", "pipe:0"), frames, "");
        try (FfmpegProcess process = ffmpeg.start(arguments, cancellation)) {
            try (OutputStream out = process.input()) {
                in.transferTo(out);
            }
            read(process, still);
        }
    }

    private static void read(FfmpegProcess process, YuvPicture still) throws IOException {
        byte[] data = still.data();
        if (process.output().readNBytes(data, 0, data.length) < data.length)
            throw new MatteException(Reason.PICTURE_UNREADABLE, "no picture in it");
        process.finish();
    }

    private static FfmpegProcess clip(
            Background.Clip clip, FrameSource frames, Ffmpeg ffmpeg, Cancellation cancellation) {
        List<String> input = new ArrayList<>(
                List.of("-stream_loop", "-1", "-ss", clip.start().toPlainString()));
        input.addAll(MediaInput.of(clip.file()));
        return ffmpeg.start(arguments(input, frames, "fps=" + frames.rate() + ","), cancellation);
    }

    private static List<String> arguments(List<String> input, FrameSource frames, String first) {
        Resolution size = frames.shown();
        Filter scale = Filter.named("scale")
                .with("w", size.width())
                .with("h", size.height())
                .with("force_original_aspect_ratio", "increase")
                .with("flags", "lanczos")
                .with("out_color_matrix", frames.matrix() == YuvMatrix.BT601 ? "bt601" : "bt709")
                .with("out_range", "tv");
        Filter crop = Filter.named("crop")
                .with("w", size.width())
                .with("h", size.height())
                .with("exact", 1);
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(input);
        arguments.addAll(
                List.of("-map", "0:v:0", "-vf", first + scale + ",format=yuv444p," + crop + ",format=yuv420p"));
        if (first.isEmpty()) arguments.addAll(List.of("-frames:v", "1"));
        arguments.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"));
        return arguments;
    }
}
