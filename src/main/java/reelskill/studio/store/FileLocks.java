package reelskill.studio.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks that hold between threads and between processes. The system gives a lock back when its process dies, however it
 * dies, so nobody waits for the dead.
 */
final class FileLocks {
    /** A file lock belongs to the whole JVM: threads, also those of a second studio in it, are kept apart here. */
    private static final ConcurrentHashMap<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private FileLocks() {}

    /** Waits until nobody else holds {@code file}, and holds it while {@code work} runs. */
    static <T> T holding(Path file, Supplier<T> work) {
        ReentrantLock local =
                IN_THIS_JVM.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        local.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            // Closing the channel gives the lock back.
            return work.get();
        } catch (IOException e) {
            throw new StoreException("The studio cannot write to its data folder.", e);
        } finally {
            local.unlock();
        }
    }
}
