package reelskill.studio.matte;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import reelskill.media.Resolution;

/**
 * Frames being worked on: they go in and come out in one order, whatever order they are finished in. One thread puts in,
 * one takes out, several work. Every frame on the way has a picture of its own, and there is a fixed number of pictures.
 */
final class Conveyor implements AutoCloseable {
    private final Background background;
    private final double wrap;
    private final ExecutorService workers;
    private final BlockingQueue<CompletableFuture<Optional<Finished>>> order = new LinkedBlockingQueue<>();
    private final Queue<YuvPicture> free = new ConcurrentLinkedQueue<>();
    /** Pictures that may go on the way: those that are free, and those that were not made yet. */
    private final Semaphore places;
    /** What comes after the last frame, or in place of the next one when the work is ended: that one may never be finished. */
    private final CompletableFuture<Optional<Finished>> closed = new CompletableFuture<>();

    /** @param wrap how much of the background's light lies on the edges of people, 0 to 1 */
    Conveyor(MatteMode mode, Background background, double wrap) {
        this.background = background;
        this.wrap = wrap;
        int threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
        // Frames between two keys wait for the second; some more keep everybody busy meanwhile.
        places = new Semaphore(mode.restfulDistance() + mode.distance() + 2 * threads);
        workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "reelskill-matte");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns a picture to fill; waits while all are on the way.
     *
     * @throws CancellationException if the work was ended
     */
    YuvPicture empty(Resolution size) throws InterruptedException {
        places.acquire();
        if (closed.isDone()) throw new CancellationException("the work was ended");
        YuvPicture picture = free.poll();
        return picture == null ? new YuvPicture(size) : picture;
    }

    void giveBack(YuvPicture picture) {
        free.add(picture);
        places.release();
    }

    /** Begins to compute something of a frame that is not finished by it. */
    <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, workers);
    }

    /** Finishes a frame when its matte is there. */
    void put(Frame frame, CompletableFuture<Matte> matte) {
        order.add(matte.thenApplyAsync(known -> Optional.of(finished(frame, known)), workers));
    }

    /** Says that no more frames come. */
    void end() {
        order.add(CompletableFuture.completedFuture(Optional.empty()));
    }

    void fail(Throwable cause) {
        order.add(CompletableFuture.failedFuture(cause));
    }

    /** Returns the next finished frame, or empty after the last. */
    Optional<Finished> take() throws InterruptedException, ExecutionException {
        return order.take().applyToEither(closed, next -> next).get();
    }

    /** Ends the work, from any thread; whoever waits to take or to fill sees the end. */
    @Override
    public void close() {
        workers.shutdownNow();
        closed.complete(Optional.empty());
        order.clear();
        end();
        places.release();
    }

    private Finished finished(Frame frame, Matte known) {
        YuvPicture picture = frame.picture();
        Matte matte = Borders.mended(known, picture);
        if (background instanceof Background.Transparent)
            return new Finished(picture, Optional.of(Compositor.cutOut(frame.half(), matte)), matte);
        YuvPicture behind = behind(frame, matte);
        Compositor.compose(frame.half(), matte, behind);
        if (wrap > 0) LightWrap.apply(picture, matte, behind, wrap);
        return new Finished(picture, Optional.empty(), matte);
    }

    private YuvPicture behind(Frame frame, Matte matte) {
        if (!(background instanceof Background.Blur blur))
            return frame.backdrop().orElseThrow();
        YuvPicture blurred = new YuvPicture(frame.picture().size());
        blur.strength().apply(frame.half(), matte, blurred);
        return blurred;
    }
}
