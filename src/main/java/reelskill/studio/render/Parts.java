package reelskill.studio.render;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import reelskill.studio.render.Batch.Order;

/**
 * The files that one run of ffmpeg writes one after the other, a chunk each. Each gets its name in the store as soon as it
 * is complete, so that it stays whatever becomes of the others. Not thread-safe.
 */
final class Parts implements AutoCloseable {
    private final ChunkStore store;
    private final List<Order> orders;
    private final Path name;
    private int kept;

    Parts(ChunkStore store, List<Order> orders) throws IOException {
        this.store = store;
        this.orders = orders;
        this.name = store.passing();
    }

    /** Returns the name of all of them, with a place for their numbers from 0, as ffmpeg wants it. */
    String pattern() {
        String plain = name.toAbsolutePath().toString().replace("%", "%%");
        int last = plain.lastIndexOf(File.separatorChar) + 1;
        return plain.substring(0, last) + "%d-" + plain.substring(last);
    }

    private Path file(int number) {
        return name.resolveSibling(number + "-" + name.getFileName());
    }

    /** Returns {@code progress} with a look, whenever it is told, at what is written meanwhile. */
    DoubleConsumer keeping(DoubleConsumer progress) {
        return share -> {
            keepWritten();
            progress.accept(share);
        };
    }

    /** ffmpeg begins a file when the one before is complete. */
    private void keepWritten() {
        try {
            while (kept + 1 < orders.size() && Files.exists(file(kept + 1))) keepNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps all. ffmpeg has ended well. */
    void keepAll() throws IOException {
        while (kept < orders.size()) keepNext();
    }

    private void keepNext() throws IOException {
        Order order = orders.get(kept);
        Mp4Index.require(file(kept), order.chunk().length(), order.chunk().toString());
        store.keep(order.key(), file(kept));
        kept++;
    }

    /** Deletes what was not kept. */
    @Override
    public void close() throws IOException {
        for (int i = kept; i < orders.size(); i++) Files.deleteIfExists(file(i));
    }
}
