package reelskill.studio.ffmpeg;

import java.io.File;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Ends a child when this process ends. A shutdown hook does it in the ordinary case. For a killed JVM, which runs no
 * hooks, there is a {@link Guard}: ffmpeg itself goes on for hours when nobody reads its progress, because it ignores the
 * broken pipe (seen with 8.0.1). On Windows there is no such shell: an ffmpeg whose JVM was killed ends with its own work.
 */
final class Lifeline implements AutoCloseable {
    private static final Set<ProcessHandle> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Guard GUARD = new Guard();
    private static final boolean IS_GUARDED = File.separatorChar == '/';

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Lifeline::endAll, "reelskill-ffmpeg-end"));
    }

    private final ProcessHandle child;

    Lifeline(ProcessHandle child) {
        this.child = child;
        RUNNING.add(child);
        if (IS_GUARDED) GUARD.watch(child.pid());
    }

    private static void endAll() {
        RUNNING.forEach(ProcessHandle::destroyForcibly);
        GUARD.end();
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
        if (RUNNING.remove(child) && IS_GUARDED) GUARD.forget(child.pid());
    }
}
