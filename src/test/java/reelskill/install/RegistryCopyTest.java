package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was built, as a registry would get it. Runs after packaging. */
@Tag("built")
@Timeout(120)
class RegistryCopyTest {
    private static final Path JAR = Path.of("target", "reelskill.jar").toAbsolutePath();

    @TempDir
    Path home;

    @Test
    void builtProgramFitsIntoARegistry() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder install =
                new ProcessBuilder(java, "-jar", JAR.toString(), "install", "clawhub", "--local", "--dry-run");
        install.environment().put("HOME", home.toString());
        install.environment().put("REELSKILL_HOME", home.toString());
        Process process = install.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("SKILL.md");
        assertThat(process.exitValue()).as(said).isZero();
    }
}
