package reelskill.studio.analysis;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import reelskill.studio.ffmpeg.Cancellation;

/** In this process nobody finds out what somebody finds out already: the others wait for the file that is being made. */
final class OneAtATime {
    private static final ConcurrentHashMap<Path, ReentrantLock> AT_WORK = new ConcurrentHashMap<>();

    private OneAtATime() {}

    /**
     * Runs {@code work}, which makes {@code file} or finds it made, when nobody else does.
     *
     * @throws CancellationException if cancelled or interrupted while somebody else is at work
     */
    static <T> T making(Path file, Cancellation cancellation, Supplier<T> work) {
        Path key = file.toAbsolutePath();
        ReentrantLock alone = AT_WORK.computeIfAbsent(key, path -> new ReentrantLock());
        await(alone, cancellation);
        try {
            return work.get();
        } finally {
            if (!alone.hasQueuedThreads()) AT_WORK.remove(key, alone);
            alone.unlock();
        }
    }

    private static void await(ReentrantLock lock, Cancellation cancellation) {
        try {
            while (!lock.tryLock(100, TimeUnit.MILLISECONDS)) cancellation.throwIfCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
