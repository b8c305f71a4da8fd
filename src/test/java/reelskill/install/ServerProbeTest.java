package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs that are no server, in the place of one. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ServerProbeTest {
    @Test
    void serverThatNeverAnswersIsNotWaitedForBeyondTheLimit() {
        assertThat(greeted("exec sleep 600", Duration.ofMillis(200))).isFalse();
    }

    @Test
    void programThatSaysSomethingElseIsNoServer() {
        assertThat(greeted("echo '{}'", Duration.ofSeconds(30))).isFalse();
    }

    @Test
    void programThatEndsIsNoServer() {
        assertThat(greeted("exit 1", Duration.ofSeconds(30))).isFalse();
    }

    private static boolean greeted(String script, Duration limit) {
        ServerEntry entry = new ServerEntry("/bin/sh", List.of("-c", script), Map.of());
        return ServerProbe.greet(entry, Map.of("PATH", "/usr/bin:/bin"), limit).isPresent();
    }
}
