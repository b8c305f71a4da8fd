package reelskill.studio.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Ends a child when this process ends. A shutdown hook does it in the ordinary case. For a killed JVM, which runs no
 * hooks, a shell waits on a pipe that only the JVM holds open: ffmpeg itself goes on for hours when nobody reads its
 * progress, because it ignores the broken pipe (seen with 8.0.1). On Windows there is no such shell: an ffmpeg whose
 * JVM was killed ends with its own work.
 */
final class Lifeline implements AutoCloseable {
    /** Ignores what a terminal sends to the whole group, since it must outlive the JVM to see its end. */
    private static final String GUARD = "trap '' INT TERM HUP; read -r _ || kill -9 \"$1\"";

    private static final Set<ProcessHandle> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Thread end = new Thread(() -> RUNNING.forEach(ProcessHandle::destroyForcibly), "reelskill-ffmpeg-end");
        Runtime.getRuntime().addShutdownHook(end);
    }

    private final ProcessHandle child;
    private final Optional<Process> guard;

    Lifeline(ProcessHandle child) {
        this.child = child;
        RUNNING.add(child);
        guard = File.separatorChar == '/' ? guard(child.pid()) : Optional.empty();
    }

    /** Asks the child to end, and forces it after a second. Returns at once. */
    void stop() {
        child.destroy();
        CompletableFuture<Void> unused =
                child.onExit().completeOnTimeout(child, 1, TimeUnit.SECONDS).thenAccept(ProcessHandle::destroyForcibly);
    }

    /** Ends the child by force if it still runs, and the watch over it. */
    @Override
    public void close() {
        child.destroyForcibly();
        guard.ifPresent(Process::destroyForcibly);
        RUNNING.remove(child);
    }

    private static Optional<Process> guard(long pid) {
        try {
            return Optional.of(new ProcessBuilder("/bin/sh", "-c", GUARD, "reelskill-guard", Long.toString(pid))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
