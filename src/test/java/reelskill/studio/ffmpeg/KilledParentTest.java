package reelskill.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class KilledParentTest {
    /** A signal ends a JVM with its hooks, kill ends it without. */
    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "true,true"})
    void ffmpegEndsWithTheProcessThatRunsIt(boolean killed, boolean lostItsGuard) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process parent = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledParentTest.class.getName(),
                        Boolean.toString(lostItsGuard))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> children = new ArrayList<>();
        try {
            assertThat(parent.inputReader().readLine()).isEqualTo("running");
            parent.descendants().forEach(children::add);
            assertThat(children)
                    .anySatisfy(child ->
                            assertThat(child.info().command().orElse("")).endsWith("ffmpeg"));
            if (killed) parent.destroyForcibly();
            else parent.destroy();
            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            parent.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The process that is killed: encodes for hours, and says when it has begun. */
    public static void main(String[] arguments) {
        Ffmpeg ffmpeg = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
        if (Boolean.parseBoolean(arguments[0]))
            ProcessHandle.current().children().forEach(KilledParentTest::end);
        FfmpegJob job = new FfmpegJob(Duration.ofHours(9), share -> System.out.println("running"), new Cancellation());
        ffmpeg.run(List.of("-f", "lavfi", "-i", "testsrc=s=64x64:r=25", "-f", "null", "-"), job);
    }

    private static void end(ProcessHandle guard) {
        guard.destroyForcibly();
        guard.onExit().join();
    }
}
