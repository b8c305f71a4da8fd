package reelskill.tools;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The previews that were begun and not fetched completely. Looks go on when whoever asked has left; who asks for the same
 * again finds what was seen meanwhile. Safe for use by many threads.
 */
final class Viewings implements AutoCloseable {
    private static final int MOST_KEPT = 50;

    private final Map<String, Sights> begun = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reelskill-preview");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns the sights of this name: those that were begun, or new ones. */
    synchronized Sights of(String name, Function<Executor, Sights> begin) {
        Sights sights = begun.computeIfAbsent(name, absent -> begin.apply(threads));
        if (begun.size() > MOST_KEPT) begun.remove(begun.keySet().iterator().next());
        return sights;
    }

    /** Forgets what was fetched: the next preview looks anew. */
    synchronized void fetched(String name) {
        begun.remove(name);
    }

    /** Ends what still looks. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
