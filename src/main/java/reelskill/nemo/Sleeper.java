package reelskill.nemo;

import java.time.Duration;

/** Waits; a test's own returns at once. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
}
