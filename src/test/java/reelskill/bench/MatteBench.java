package reelskill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.matte.Background;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.BuiltInRoom;
import reelskill.studio.matte.FrameSink;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.MatteMode;
import reelskill.studio.matte.MatteReport;
import reelskill.studio.matte.Networks;
import reelskill.studio.matte.RoomBlur;
import reelskill.studio.matte.Screen;
import reelskill.studio.matte.YuvMatrix;
import reelskill.studio.matte.YuvPicture;

/**
 * Measures mattes.
 *
 * <pre>
 * quality CLIP ALPHA FRAMES MODE…         errors against an exact alpha, see MatteMetrics
 * screen CLIP ALPHA FRAMES                the same for a clip that was filmed before a green or blue screen
 * cpu CLIP FRAMES RUNS MODE…              CPU time a frame of this program alone, without decoder and encoder
 * make CLIP OUT FRAMES MODE BACKGROUND    one result to look at
 * truth CLIP ALPHA PERSON PICTURE…        makes a clip and its exact alpha of a cut-out person, see TruthClip
 * </pre>
 */
final class MatteBench {
    private final Ffmpeg ffmpeg;
    private final Path folder;

    private MatteBench(Ffmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("matte-bench");
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "reelskill-bench-ffmpeg");
        Optional<Path> own =
                Optional.ofNullable(System.getenv("REELSKILL_FFMPEG")).map(Path::of);
        MatteBench bench = new MatteBench(Ffmpeg.locate(own, cache), folder);
        Path clip = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "quality" -> {
                for (int i = 4; i < arguments.length; i++)
                    bench.quality(clip, Path.of(arguments[2]), Long.parseLong(arguments[3]), mode(arguments[i]));
            }
            case "screen" -> bench.screen(clip, Path.of(arguments[2]), Long.parseLong(arguments[3]));
            case "cpu" -> {
                for (int i = 4; i < arguments.length; i++)
                    bench.cpu(clip, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), mode(arguments[i]));
            }
            case "make" ->
                bench.make(clip, Path.of(arguments[2]), Long.parseLong(arguments[3]), mode(arguments[4]), arguments[5]);
            case "truth" -> {
                List<Path> pictures = List.of(arguments).subList(4, arguments.length).stream()
                        .map(Path::of)
                        .toList();
                new TruthClip(new Resolution(1280, 720), Path.of(arguments[3]), pictures)
                        .write(bench.ffmpeg, clip, Path.of(arguments[2]));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static MatteMode mode(String name) {
        return MatteMode.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void quality(Path clip, Path alpha, long frames, MatteMode mode) throws IOException {
        Path mattes = Files.createTempDirectory(folder, "mattes");
        FrameSource source = source(ffmpeg, clip, frames);
        try (Networks networks = new Networks()) {
            BackgroundJob job = new BackgroundJob(ffmpeg, networks, mattes);
            compare(
                    mode.toString(),
                    source,
                    alpha,
                    sink -> job.run(source, new Background.Transparent(), mode, sink, share -> {}, new Cancellation()));
        }
    }

    private void screen(Path clip, Path alpha, long frames) throws IOException {
        FrameSource source = source(ffmpeg, clip, frames);
        Screen screen = screen(source);
        try (Networks networks = new Networks()) {
            BackgroundJob job = new BackgroundJob(ffmpeg, networks, folder);
            compare(
                    "screen #%06x".formatted(screen.rgb()),
                    source,
                    alpha,
                    sink -> job.run(
                            source, new Background.Transparent(), screen, sink, share -> {}, new Cancellation()));
        }
    }

    private Screen screen(FrameSource source) throws IOException {
        YuvPicture first = new YuvPicture(source.size());
        try (FfmpegProcess decoder = ffmpeg.start(source.arguments())) {
            decoder.output().readNBytes(first.data(), 0, first.data().length);
        }
        return Screen.in(first, source.matrix()).orElseThrow();
    }

    private interface Cut {
        MatteReport into(FrameSink sink) throws IOException;
    }

    private void compare(String what, FrameSource source, Path alpha, Cut cut) throws IOException {
        Resolution size = source.size();
        try (FfmpegProcess truth = ffmpeg.start(grey(alpha, source.length()))) {
            MatteMetrics metrics = new MatteMetrics(size.width(), size.height());
            byte[] exact = new byte[size.width() * size.height()];
            MatteReport report = cut.into((picture, matte) -> {
                truth.output().readNBytes(exact, 0, exact.length);
                metrics.add(matte.orElseThrow(), exact);
            });
            System.out.printf("%-8s %s, inferred %d%n", what, metrics, report.inferred());
        }
    }

    static List<String> grey(Path alpha, long frames) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(MediaInput.of(alpha));
        arguments.addAll(List.of("-frames:v", Long.toString(frames), "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"));
        return arguments;
    }

    private void cpu(Path clip, long frames, int runs, MatteMode mode) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        FrameSource source = source(ffmpeg, clip, frames);
        try (Networks networks = new Networks()) {
            for (int run = 0; run < runs; run++) {
                long before = system.getProcessCpuTime();
                MatteReport report = new BackgroundJob(ffmpeg, networks, Files.createTempDirectory(folder, "mattes"))
                        .run(
                                source,
                                background("clean_office"),
                                mode,
                                (picture, alpha) -> {},
                                share -> {},
                                new Cancellation());
                double millis = (system.getProcessCpuTime() - before) / 1e6 / source.length();
                System.out.printf(
                        Locale.ROOT, "%-8s run %d: %.2f ms/frame, inferred %d%n", mode, run, millis, report.inferred());
            }
        }
    }

    private MatteReport make(Path clip, Path out, long frames, MatteMode mode, String background) throws IOException {
        FrameSource source = source(ffmpeg, clip, frames);
        Path mattes = Files.createTempDirectory(folder, "mattes");
        try (Networks networks = new Networks();
                FfmpegProcess encoder = ffmpeg.start(encoding(source, clip, out))) {
            FrameSink sink = (picture, alpha) -> encoder.input().write(picture.data());
            MatteReport report = new BackgroundJob(ffmpeg, networks, mattes)
                    .run(source, background(background), mode, sink, share -> {}, new Cancellation());
            encoder.finish();
            return report;
        }
    }

    private static Background background(String name) {
        if (name.startsWith("#")) return new Background.Colour(Integer.parseInt(name.substring(1), 16));
        if (name.startsWith("blur-"))
            return new Background.Blur(RoomBlur.valueOf(name.substring(5).toUpperCase(Locale.ROOT)));
        if (name.endsWith(".mp4")) return new Background.Clip(Path.of(name), Duration.ZERO, Duration.ofDays(1));
        if (name.contains(".")) return new Background.Picture(Path.of(name));
        return new Background.Room(BuiltInRoom.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static List<String> encoding(FrameSource source, Path clip, Path out) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p"));
        arguments.addAll(
                List.of("-s", source.size().toString(), "-r", source.rate().toString(), "-i", "pipe:0"));
        arguments.addAll(MediaInput.of(clip));
        arguments.addAll(List.of("-map", "0:v", "-map", "1:a?", "-c:v", "libx264", "-preset", "veryfast"));
        arguments.addAll(List.of("-crf", "21", "-c:a", "aac", "-b:a", "160k", "-shortest", out.toString()));
        return arguments;
    }

    static FrameSource source(Ffmpeg ffmpeg, Path clip, long limit) {
        List<String> question = new ArrayList<>(List.of("-select_streams", "v:0", "-count_packets", "-show_entries"));
        question.add("stream=width,height,r_frame_rate,nb_read_packets,color_space");
        question.addAll(MediaInput.of(clip));
        JsonNode stream = ffmpeg.probe(question).path("streams").path(0);
        Resolution size = new Resolution(
                stream.path("width").asInt(), stream.path("height").asInt());
        FrameRate rate = FrameRate.parse(stream.path("r_frame_rate").asText());
        long frames = Math.min(limit, stream.path("nb_read_packets").asLong());
        YuvMatrix matrix = stream.path("color_space").asText().equals("bt709") ? YuvMatrix.BT709 : YuvMatrix.BT601;
        return FrameSource.of(clip, size, matrix, rate, 0, frames, clip.toString());
    }
}
