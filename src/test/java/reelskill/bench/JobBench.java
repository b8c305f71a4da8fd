package reelskill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.analysis.MediaProbe;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.ffmpeg.MediaInput;
import reelskill.studio.render.RenderSettings;
import reelskill.studio.render.Renderer;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * Measures whole jobs as a person has them: a clip becomes H.264 (veryfast, CRF 20) with its sound, by the renderer and
 * with nothing kept from before, its background replaced by the office. Plain ffmpeg does the same without the
 * background, in turn. Processor time is that of all processes together; only Linux tells it, and memory.
 *
 * <pre>
 * speed CLIP RUNS CARE…        medians beside plain ffmpeg; CARE is default, fast or fine
 * memory CLIP SECONDS CARE…    the most that all processes hold at once, of the clip repeated up to so many seconds
 * </pre>
 */
final class JobBench {
    private final Ffmpeg ffmpeg;
    private final Path folder;

    private JobBench(Ffmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    record Cost(double seconds, double processor) {}

    interface Work {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("job-bench");
        try {
            Path cache = Path.of(System.getProperty("java.io.tmpdir"), "reelskill-bench-ffmpeg");
            JobBench bench = new JobBench(Ffmpeg.locate(Optional.empty(), cache), folder);
            Path clip = Path.of(arguments[1]);
            int number = Integer.parseInt(arguments[2]);
            List<String> cares = List.of(arguments).subList(3, arguments.length);
            if (arguments[0].equals("speed")) bench.speed(clip, number, cares);
            else for (String care : cares) bench.memory(clip, number, care);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
            }
        }
    }

    private void speed(Path clip, int runs, List<String> cares) throws IOException {
        long frames = timeline(clip, "default").duration();
        Map<String, List<Cost>> costs = new TreeMap<>();
        for (int run = 0; run < runs; run++) {
            costs.computeIfAbsent("plain", name -> new ArrayList<>()).add(cost(() -> plain(clip)));
            for (String care : cares)
                costs.computeIfAbsent(care, name -> new ArrayList<>()).add(cost(() -> render(clip, care)));
        }
        Cost plain = median(costs.get("plain"));
        costs.forEach((name, all) -> {
            Cost cost = median(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %s: %5.1f frames/s (%.2f of plain), %5.1f ms of processor a frame (%.2f of plain; the"
                            + " first job, which also compiles: %.1f frames/s, %.1f ms)%n",
                    name,
                    clip.getFileName(),
                    frames / cost.seconds,
                    plain.seconds / cost.seconds,
                    1000 * cost.processor / frames,
                    plain.processor / cost.processor,
                    frames / all.get(0).seconds,
                    1000 * all.get(0).processor / frames);
        });
    }

    private void memory(Path clip, int seconds, String care) throws IOException {
        Path looped = folder.resolve("looped.mp4");
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-stream_loop", "-1"));
        arguments.addAll(MediaInput.of(clip));
        arguments.addAll(List.of("-t", Integer.toString(seconds), "-c", "copy", looped.toString()));
        run(arguments);
        AtomicLong most = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(() -> most.accumulateAndGet(held(), Math::max), 0, 200, TimeUnit.MILLISECONDS);
        render(looped, care);
        watch.shutdownNow();
        System.out.printf("%-8s %s, %d s: %d MB at most%n", care, clip.getFileName(), seconds, most.get() >> 10);
    }

    private void plain(Path clip) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
        arguments.addAll(MediaInput.of(clip));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of("-g", "60", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"));
        arguments.add(folder.resolve("plain.mp4").toString());
        run(arguments);
    }

    private void run(List<String> arguments) {
        try (FfmpegProcess process = ffmpeg.start(arguments)) {
            process.finish();
        }
    }

    /** In a folder of its own, so that nothing is found from before. */
    private void render(Path clip, String care) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        new Renderer(ffmpeg, new SoundCache(ffmpeg, work.resolve("sound")), work)
                .render(
                        timeline(clip, care),
                        id -> clip,
                        RenderSettings.DEFAULT,
                        folder.resolve("made.mp4"),
                        share -> {},
                        new Cancellation());
    }

    private Timeline timeline(Path clip, String care) {
        MediaFacts facts = new MediaProbe(ffmpeg).inspect(clip).facts();
        MediaFacts.Video video = facts.video().orElseThrow();
        FrameRate rate = video.rate();
        MediaSegment segment = MediaSegment.of("s", 0, frames(facts.duration(), rate), "clip", "clip", 0)
                .with(new Backdrop.Room(Backdrop.Place.CLEAN_OFFICE));
        if (!care.equals("default"))
            segment = segment.with(new Cutout(Cutout.Care.valueOf(care.toUpperCase(Locale.ROOT))));
        return new Timeline("bench", rate, video.size(), List.of(new Track(TrackKind.VIDEO, List.of(segment))));
    }

    private static long frames(Duration duration, FrameRate rate) {
        return rate.frames(duration);
    }

    static Cost cost(Work work) throws IOException {
        double before = processor();
        long start = System.nanoTime();
        work.run();
        return new Cost((System.nanoTime() - start) / 1e9, processor() - before);
    }

    private static Cost median(List<Cost> costs) {
        int middle = costs.size() / 2;
        return new Cost(
                costs.stream().mapToDouble(Cost::seconds).sorted().toArray()[middle],
                costs.stream().mapToDouble(Cost::processor).sorted().toArray()[middle]);
    }

    /** Returns the seconds of processor that this process and its ended children have had; 0 where that is not told. */
    private static double processor() throws IOException {
        Path file = Path.of("/proc/self/stat");
        if (!Files.exists(file)) return 0;
        String text = Files.readString(file);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
        return ticks / 100.0;
    }

    /**
     * Returns the KB that this process and its children hold in memory now; what they share counts once. A child that is
     * just being started still has this process's own memory, under this process's name.
     */
    private static long held() {
        ProcessHandle own = ProcessHandle.current();
        Optional<String> name = own.info().command();
        Stream<ProcessHandle> children =
                own.descendants().filter(child -> !child.info().command().equals(name));
        return Stream.concat(Stream.of(own), children)
                .mapToLong(process -> held(process.pid()))
                .sum();
    }

    private static long held(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
