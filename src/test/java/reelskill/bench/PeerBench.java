package reelskill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.media.Resolution;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.matte.Background;
import reelskill.studio.matte.BackgroundJob;
import reelskill.studio.matte.FrameSink;
import reelskill.studio.matte.FrameSource;
import reelskill.studio.matte.MatteMode;
import reelskill.studio.matte.Networks;

/**
 * Compares our mattes with those that others have made of the same frames: {@code CLIP EXCERPT ALPHA FOLDER}. Errors are of
 * the excerpt, see {@link MatteMetrics}; the folder holds NAME.grey and NAME.cost of each peer, as the scripts
 * bench/matte-peer-* write them. Ours is timed on the clip's first ten seconds, from its file to mattes of its size, decoding included,
 * with networks that are loaded and compiled code; processor time is that of all processes.
 */
final class PeerBench {
    private static final long TIMED = 300;
    private static final String OURS = "ours-";

    private final Ffmpeg ffmpeg;
    private final Path kept;
    private final Path results;
    private final FrameSource excerpt;
    private final Path exact;

    private PeerBench(Ffmpeg ffmpeg, Path excerpt, Path exact, Path results) throws IOException {
        this.ffmpeg = ffmpeg;
        this.kept = Files.createTempDirectory("peer-bench");
        this.results = results;
        this.excerpt = MatteBench.source(ffmpeg, excerpt, Long.MAX_VALUE);
        this.exact = exact;
    }

    /** What a frame costs in seconds, and how wrong the mattes are. */
    private record Result(String name, double seconds, double processor, MatteMetrics errors) {
        String beside(Result own) {
            return String.format(
                    Locale.ROOT,
                    "%-20s %8.2f %10.1f %7.2f %7.4f %6.2f %11.2f %9.2f %6.2f",
                    name,
                    1 / seconds,
                    1000 * processor,
                    errors.mse(),
                    errors.iou(),
                    errors.dtssd(),
                    seconds / own.seconds,
                    processor / own.processor,
                    errors.mse() / own.errors.mse());
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "reelskill-bench-ffmpeg");
        Ffmpeg ffmpeg = Ffmpeg.locate(Optional.empty(), cache);
        Path folder = Path.of(arguments[3]);
        PeerBench bench = new PeerBench(ffmpeg, Path.of(arguments[1]), Path.of(arguments[2]), folder);
        bench.makeOurs(MatteBench.source(ffmpeg, Path.of(arguments[0]), TIMED));
        bench.print();
    }

    private void makeOurs(FrameSource timed) throws IOException {
        try (Networks networks = new Networks()) {
            run(timed, MatteMode.DEFAULT, networks, (picture, matte) -> {}); // compiles
            for (MatteMode mode : MatteMode.values()) {
                String name = OURS + mode.toString().toLowerCase(Locale.ROOT);
                try (OutputStream mattes = Files.newOutputStream(results.resolve(name + ".grey"))) {
                    run(excerpt, mode, networks, (picture, matte) -> mattes.write(matte.orElseThrow()));
                }
                JobBench.Cost cost = JobBench.cost(() -> run(timed, mode, networks, (picture, matte) -> {}));
                Files.writeString(
                        results.resolve(name + ".cost"),
                        cost.seconds() / timed.length() + " " + cost.processor() / timed.length());
            }
        }
    }

    /** In a folder of its own, so that nothing is found from before. */
    private void run(FrameSource source, MatteMode mode, Networks networks, FrameSink sink) throws IOException {
        new BackgroundJob(ffmpeg, networks, Files.createTempDirectory(kept, "mattes"))
                .run(source, new Background.Transparent(), mode, sink, share -> {}, new Cancellation());
    }

    private void print() throws IOException {
        Result own = result(OURS + "default");
        System.out.println("                     frames/s  processor     MSE     IoU  dtSSD   of our default's:");
        System.out.println(
                "                                ms/frame                               time processor    MSE");
        try (Stream<Path> files = Files.list(results)) {
            for (String file :
                    files.map(each -> each.getFileName().toString()).sorted().toList())
                if (file.endsWith(".cost"))
                    System.out.println(result(file.replace(".cost", "")).beside(own));
        }
    }

    private Result result(String name) throws IOException {
        String[] cost = Files.readString(results.resolve(name + ".cost")).split(" ");
        Resolution size = excerpt.size();
        MatteMetrics errors = new MatteMetrics(size.width(), size.height());
        int pixels = size.width() * size.height();
        try (InputStream mattes = Files.newInputStream(results.resolve(name + ".grey"));
                FfmpegProcess truth = ffmpeg.start(MatteBench.grey(exact, excerpt.length()))) {
            for (long frame = 0; frame < excerpt.length(); frame++)
                errors.add(mattes.readNBytes(pixels), truth.output().readNBytes(pixels));
        }
        return new Result(name, Double.parseDouble(cost[0]), Double.parseDouble(cost[1]), errors);
    }
}
