package reelskill.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reelskill.language.Language;
import reelskill.nemo.RenderCheck;

/**
 * What one preview looks at, each part by itself: those that are seen are there whatever the others take. A picture is empty
 * where there is nothing to draw.
 *
 * @param file the file that is shown
 * @param overview frames of the whole, or two versions side by side
 */
record Sights(
        CompletableFuture<Path> file,
        CompletableFuture<Optional<Path>> overview,
        CompletableFuture<Optional<Path>> waveform,
        CompletableFuture<Optional<RenderCheck>> check,
        CompletableFuture<Optional<Path>> changes,
        CompletableFuture<Optional<Path>> doubts) {

    /** Two versions beside each other are all there is to see. */
    static Sights of(CompletableFuture<Path> file, CompletableFuture<Optional<Path>> beside) {
        return new Sights(file, beside, nothing(), nothing(), nothing(), nothing());
    }

    static <T> CompletableFuture<Optional<T>> nothing() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Waits until all is seen, at most for {@code patience}, and as long as it takes without one.
     *
     * @throws ToolException if a look was refused
     * @throws CancellationException if this thread is interrupted
     */
    void await(Optional<Duration> patience) {
        CompletableFuture<Void> all = CompletableFuture.allOf(file, overview, waveform, check, changes, doubts);
        try {
            if (patience.isPresent()) all.get(patience.get().toMillis(), TimeUnit.MILLISECONDS);
            else all.get();
        } catch (TimeoutException e) {
            // What is missing is told.
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Returns what a part saw; empty too while it still looks. @throws ToolException if the look was refused */
    static <T> Optional<T> seen(CompletableFuture<Optional<T>> part) {
        try {
            return part.getNow(Optional.empty());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    boolean isComplete() {
        return pending(Language.ENGLISH).isEmpty();
    }

    /** Returns the parts that are not seen yet, in words. */
    List<String> pending(Language language) {
        Map<String, CompletableFuture<?>> parts = new LinkedHashMap<>();
        parts.put(language.pick("the overview", "画面概览"), overview);
        parts.put(language.pick("the waveform", "波形"), waveform);
        parts.put(language.pick("the check of picture and sound", "画面和声音的检查"), check);
        parts.put(language.pick("the cuts and titles", "剪辑点和文字"), changes);
        parts.put(language.pick("the edges of people", "人物边缘"), doubts);
        parts.values().removeIf(CompletableFuture::isDone);
        return List.copyOf(parts.keySet());
    }
}
