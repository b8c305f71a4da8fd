package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Media made on the spot, a renderer, and eyes and ears for what it made. */
final class Stage {
    static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    static final FrameRate RATE = new FrameRate(25, 1);
    static final Resolution CANVAS = new Resolution(320, 180);
    static final int BITS = 10;

    /** Each frame shows its number: ten columns, white for the bits that are set, the lowest bit first. */
    static final String NUMBERED = "color=s=20x4:r=%s:d=%s,"
            + "geq=lum='if(mod(floor(N/pow(2,floor(X/2))),2),235,16)':cb=128:cr=128,scale=%s:flags=neighbor,setsar=1";

    final Path folder;
    private final Map<String, Path> media = new HashMap<>();
    private final Path work;
    private final Map<String, List<TimeRange>> speech = new HashMap<>();
    private Renderer renderer;

    Stage(Path folder) {
        this.folder = folder;
        this.work = folder.resolve("work");
        this.renderer = new Renderer(
                FFMPEG, new SoundCache(FFMPEG, work.resolve("sound")), work, id -> speech.getOrDefault(id, List.of()));
    }

    /** Says that somebody speaks in a file, from one second of it to another. */
    Stage speaking(String id, int from, int to) {
        speech.put(id, List.of(new TimeRange(Duration.ofSeconds(from), Duration.ofSeconds(to))));
        return this;
    }

    /**
     * Puts a program between the renderer and ffmpeg that says and does what ffmpeg does when the disk fills up while
     * the parts are joined: half a file, the system's words, a status. A real full disk needs a mount.
     */
    Stage onAFullDisk() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Path home;
        try (Stream<Path> cached = Files.walk(Path.of("target", "cache"))) {
            home = cached.filter(file -> file.endsWith("ffmpeg") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow()
                    .getParent()
                    .toAbsolutePath();
        }
        String real = "export LD_LIBRARY_PATH=\"" + home + ":$LD_LIBRARY_PATH\"; exec \"" + home + "/";
        String full = "for last; do :; done; case \"$*\" in *concat\\ -safe*)"
                + " echo half > \"${last#file:}\"; echo 'No space left on device' >&2; exit 228;; esac; ";
        script(programs.resolve("ffmpeg"), full + real + "ffmpeg\" \"$@\"");
        script(programs.resolve("ffprobe"), real + "ffprobe\" \"$@\"");
        Ffmpeg ffmpeg = Ffmpeg.locate(Optional.of(programs), folder);
        renderer = new Renderer(ffmpeg, new SoundCache(ffmpeg, work.resolve("sound")), work);
        return this;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        if (!file.toFile().setExecutable(true)) throw new IOException("cannot make executable: " + file);
    }

    /** Makes a silent file of numbered frames. */
    Stage numbered(String id, FrameRate rate, double seconds, String... encoding) {
        return make(id, NUMBERED.formatted(rate, seconds, "320:180"), encoding);
    }

    /** Makes a file of a lavfi source; {@code encoding} are more output arguments, the extension of {@code id} counts. */
    Stage make(String id, String lavfi, String... encoding) {
        Path file = folder.resolve(id);
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "lavfi", "-i", lavfi));
        if (encoding.length == 0) arguments.addAll(List.of("-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(encoding));
        arguments.add(file.toString());
        FFMPEG.run(arguments, FfmpegJob.unwatched());
        return use(id, file);
    }

    Stage use(String id, Path file) {
        media.put(id, file);
        return this;
    }

    Path chunks() {
        return work.resolve("chunks");
    }

    RenderReport render(Timeline timeline, Path target) {
        return render(timeline, target, share -> {}, new Cancellation());
    }

    RenderReport render(Timeline timeline, Path target, DoubleConsumer progress, Cancellation cancellation) {
        RenderSettings settings = new RenderSettings(timeline.output(), Quality.STANDARD);
        return renderer.render(timeline, media::get, settings, target, progress, cancellation);
    }

    /** Renders one video track to a file of the folder. */
    Path rendered(FrameRate rate, Segment... segments) {
        return rendered(timeline(rate, new Track(TrackKind.VIDEO, List.of(segments))));
    }

    Path rendered(Timeline timeline) {
        Path target = folder.resolve("out.mp4");
        render(timeline, target);
        return target;
    }

    static Timeline timeline(FrameRate rate, Track... tracks) {
        return new Timeline("test", rate, CANVAS, List.of(tracks));
    }

    static MediaSegment segment(String id, long start, long duration, long in) {
        return MediaSegment.of(id + start, start, duration, id, id, in);
    }

    /** Returns what ffprobe says in csv. */
    static List<String> probe(Path file, String... question) {
        List<String> lines = new ArrayList<>();
        FFMPEG.probeLines(
                Stream.concat(Stream.of(question), Stream.of("-of", "csv=p=0", file.toString()))
                        .toList(),
                lines::add);
        return lines;
    }

    /** Returns the numbers that the frames of {@code file} show. */
    static List<Integer> numbers(Path file) {
        return frames(file, BITS, 1).stream()
                .map(columns -> IntStream.range(0, BITS)
                        .map(bit -> (columns[bit] & 0xFF) > 126 ? 1 << bit : 0)
                        .sum())
                .toList();
    }

    /** Returns every frame's luma, averaged down to a few pixels. */
    static List<byte[]> frames(Path file, int width, int height) {
        // Asked for grey, ffmpeg would stretch the range twice.
        String scale = "scale=%d:%d:flags=area:out_range=tv,format=yuv444p,extractplanes=y".formatted(width, height);
        byte[] all = decoded("-i", file.toString(), "-vf", scale, "-fps_mode", "passthrough", "-f", "rawvideo");
        for (int i = 0; i < all.length; i++) all[i] = (byte) fullRange(all[i] & 0xFF);
        int size = width * height;
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i + size <= all.length; i += size) frames.add(Arrays.copyOfRange(all, i, i + size));
        return frames;
    }

    private static int fullRange(int luma) {
        return Math.max(0, Math.min(255, Math.round((luma - 16) * 255 / 219f)));
    }

    /** Returns the average luma of each frame. */
    static List<Integer> luma(Path file) {
        return frames(file, 1, 1).stream().map(frame -> frame[0] & 0xFF).toList();
    }

    /** Returns every frame's colour as {@code 0xRRGGBB}, averaged down to a few pixels. */
    static List<int[]> colours(Path file, int width, int height) {
        String scale = "scale=%d:%d:flags=area".formatted(width, height);
        byte[] all = decoded(
                "-i", file.toString(), "-vf", scale, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24");
        int size = width * height;
        List<int[]> frames = new ArrayList<>();
        for (int start = 0; start + 3 * size <= all.length; start += 3 * size) {
            int[] frame = new int[size];
            for (int i = 0; i < 3 * size; i++) frame[i / 3] = frame[i / 3] << 8 | all[start + i] & 0xFF;
            frames.add(frame);
        }
        return frames;
    }

    /** Returns the left channel. */
    static short[] sound(Path file) {
        byte[] bytes = decoded(
                "-i",
                file.toString(),
                "-vn",
                "-af",
                "pan=mono|c0=c0",
                "-ar",
                Integer.toString(Sound.RATE),
                "-f",
                "s16le");
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** Returns a hash of each decoded frame. */
    static List<String> hashes(Path file) {
        byte[] text = decoded(
                "-i", file.toString(), "-map", "0:v", "-fps_mode", "passthrough", "-f", "framehash", "-hash", "md5");
        return new String(text, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    private static byte[] decoded(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("-v", "error"), Stream.of(arguments)).toList();
        try (FfmpegProcess process = FFMPEG.start(
                Stream.concat(command.stream(), Stream.of("pipe:1")).toList())) {
            byte[] bytes = process.output().readAllBytes();
            process.finish();
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
