package reelskill.studio.ffmpeg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.studio.ffmpeg.FfmpegException.Reason;

/**
 * One ffmpeg and its ffprobe. No child outlives this process. Immutable and safe for use by many threads: each call is
 * a process of its own.
 */
public final class Ffmpeg {
    private static final List<String> QUIET = List.of("-hide_banner", "-nostdin", "-nostats", "-v", "error");
    private static final List<String> PROGRESS = join(QUIET, List.of("-progress", "pipe:1", "-stats_period", "0.25"));
    /** A probe that takes longer reads a hostile file. */
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

    /** Before 7.0 an option was read from a file by an option of its own. */
    private static final Pattern OLD = Pattern.compile("version n?[3-6]\\.");

    private static final JsonMapper JSON = new JsonMapper();

    private final Programs programs;
    private final String version;

    private Ffmpeg(Programs programs, String version) {
        this.programs = programs;
        this.version = version;
    }

    /**
     * Finds ffmpeg and starts it once to see that it runs.
     *
     * @param override the setting REELSKILL_FFMPEG: a program, a folder with both programs, or a bare name for the
     *     system's PATH; or the jar of an embedded one; empty for that on the class path
     * @param cacheFolder where the embedded one is unpacked (90 MB) when it is not there yet; several processes may do
     *     so at once
     * @throws FfmpegException if there is none that runs
     */
    public static Ffmpeg locate(Optional<Path> override, Path cacheFolder) {
        Optional<Path> jar = override.filter(path -> path.toString().endsWith(".jar"));
        if (override.isPresent() && jar.isEmpty()) return of(Programs.of(override.get()), Reason.WRONG_SETTING);
        String platform = system();
        Path folder = jar.map(packed -> EmbeddedFfmpeg.unpack(packed, platform, cacheFolder))
                .orElseGet(() -> EmbeddedFfmpeg.unpack(platform, cacheFolder))
                .toAbsolutePath();
        Path stubs = folder.resolve("stubs");
        Programs programs = Programs.in(folder, List.of(folder, stubs));
        return new LoaderStubs(stubs, LoaderStubs.of(platform)).supply(() -> of(programs, Reason.CANNOT_START));
    }

    /** Returns what the embedded builds call this system, like {@code linux-x86_64}. */
    public static String system() {
        return EmbeddedFfmpeg.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Says whether a build for this system is on the class path. */
    public static boolean isEmbedded() {
        return EmbeddedFfmpeg.isOnClassPath(system());
    }

    static Ffmpeg of(Programs programs, Reason whenItDoesNotRun) {
        try {
            String version = firstLine(programs, programs.ffmpeg());
            firstLine(programs, programs.ffprobe());
            return new Ffmpeg(programs, version);
        } catch (FfmpegException e) {
            throw new FfmpegException(whenItDoesNotRun, programs.toString(), e);
        }
    }

    /** Returns what the program calls itself, like {@code ffmpeg version 8.0.1 ...}: a part of cache keys. */
    public String version() {
        return version;
    }

    /**
     * Runs ffmpeg to its end on this thread. Arguments are those after {@code ffmpeg}, so without progress and banner
     * options; {@code pipe:0} and {@code pipe:1} are taken.
     *
     * @return how many lines of errors ffmpeg wrote although it ended well: 0 for healthy media, more where it had to
     *     patch damaged frames
     * @throws FfmpegException if it failed
     * @throws CancellationException if the job was cancelled or this thread interrupted; ffmpeg has been told to end
     */
    public long run(List<String> arguments, FfmpegJob job) {
        return run(programs, arguments, job);
    }

    /** As {@link #run}, but gives way to all else that the machine has to do; not on Windows. */
    public long runBehind(List<String> arguments, FfmpegJob job) {
        return run(programs.behind(), arguments, job);
    }

    private static long run(Programs programs, List<String> arguments, FfmpegJob job) {
        ProgressMeter meter = new ProgressMeter(job);
        try (FfmpegProcess process =
                start(programs, programs.ffmpeg(), join(PROGRESS, arguments), job.cancellation())) {
            process.forEachLine(meter);
            long errors = process.finish();
            meter.done();
            return errors;
        }
    }

    /**
     * Starts ffmpeg for raw pipes: decode to {@code pipe:1}, or encode from {@code pipe:0}. Cancelling ends it; the
     * caller then sees its pipe end or break, and {@link FfmpegProcess#finish} throws CancellationException.
     */
    public FfmpegProcess start(List<String> arguments, Cancellation cancellation) {
        return start(programs.ffmpeg(), join(QUIET, arguments), cancellation);
    }

    /** Starts ffmpeg for raw pipes; {@link FfmpegProcess#close} ends it. */
    public FfmpegProcess start(List<String> arguments) {
        return start(arguments, new Cancellation());
    }

    /**
     * Writes {@code graph} to {@code script}, which must stay until ffmpeg has ended, and returns the arguments that set
     * it up and map its outputs, in their order, to the next output file. A file and not an argument: arguments are cut
     * at 128 kB by Linux and at 32 kB by Windows, and lose every letter beyond ASCII where the JVM has a C locale.
     */
    public List<String> arguments(FilterGraph graph, Path script) throws IOException {
        Files.writeString(script, graph.toString());
        String option = OLD.matcher(version).find() ? "-filter_complex_script" : "-/filter_complex";
        return join(List.of(option, script.toString()), graph.maps());
    }

    /**
     * Returns what ffprobe says as JSON. Arguments are those after {@code ffprobe}, without {@code -of}.
     *
     * @throws FfmpegException if it failed or took longer than 30 s
     */
    public JsonNode probe(List<String> arguments) {
        return probe(arguments, line -> false);
    }

    /** As the other, but for lines that {@code taken} takes: entries of a list that is too long to keep, each on a line. */
    public JsonNode probe(List<String> arguments, Predicate<String> taken) {
        StringBuilder text = new StringBuilder();
        probeLines(join(List.of("-of", "json=compact=1"), arguments), line -> {
            if (!taken.test(line)) text.append(line).append('\n');
        });
        try {
            return JSON.readTree(text.toString());
        } catch (JsonProcessingException e) {
            throw new FfmpegException(Reason.FAILED, "ffprobe wrote broken JSON", e);
        }
    }

    /**
     * Hands over what ffprobe writes, line by line, for tables that are too long to keep. Limits and failures are those
     * of {@link #probe}.
     */
    public void probeLines(List<String> arguments, Consumer<String> line) {
        probe(programs, arguments, line);
    }

    private FfmpegProcess start(String program, List<String> arguments, Cancellation cancellation) {
        return start(programs, program, arguments, cancellation);
    }

    private static void probe(Programs programs, List<String> arguments, Consumer<String> line) {
        run(programs, programs.ffprobe(), join(List.of("-hide_banner", "-v", "error"), arguments), line);
    }

    private static String firstLine(Programs programs, String program) {
        List<String> lines = new ArrayList<>();
        run(programs, program, List.of("-version"), lines::add);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Runs a program that must end within the probe limit. */
    private static void run(Programs programs, String program, List<String> arguments, Consumer<String> line) {
        Cancellation timeUp = new Cancellation();
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                timeUp::cancel, CompletableFuture.delayedExecutor(PROBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        try (FfmpegProcess process = start(programs, program, arguments, timeUp)) {
            process.forEachLine(line);
            process.finish();
        } catch (CancellationException e) {
            if (!timeUp.isCancelled()) throw e;
            throw new FfmpegException(Reason.TIMED_OUT, program + " " + arguments, e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static FfmpegProcess start(
            Programs programs, String program, List<String> arguments, Cancellation cancellation) {
        try {
            return new FfmpegProcess(programs.builder(program, arguments), cancellation);
        } catch (IOException e) {
            throw new FfmpegException(Reason.CANNOT_START, program, e);
        }
    }

    private static List<String> join(List<String> first, List<String> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }
}
