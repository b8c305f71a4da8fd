package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.studio.render.Backgrounds.Staged;
import reelskill.studio.render.ChunkGraph.Upper;
import reelskill.studio.render.Runs.Share;

/**
 * Chunks that one run of ffmpeg makes, one after the other. A run of their own would decode again from the last key frame
 * for each, and have each encoder start and come to its end alone. Not thread-safe.
 */
final class Batch {
    /** Of two films and more each that is read has a decoder and waiting frames in memory all the time: as many as of four of 1080p. */
    private static final long MOST_PIXELS = 4 * 1920 * 1080;
    /** Branches of the graph, and pictures laid over it. */
    private static final int MOST_BRANCHES = 40;

    private static final int MOST_PIECES = 150;

    private final FrameRate rate;
    private final Pixels pixels;
    private final ToLongFunction<String> sizes;
    private final List<Order> orders = new ArrayList<>();

    /** @param sizes returns how many pixels a picture of a media id has */
    Batch(FrameRate rate, Pixels pixels, ToLongFunction<String> sizes) {
        this.rate = rate;
        this.pixels = pixels;
        this.sizes = sizes;
    }

    /**
     * A chunk that is to be made.
     *
     * @param upper what stands over its pictures
     * @param graph the arguments of ffmpeg that make it alone
     * @param staged the frames before a backdrop that it needs
     * @param key names it in the store
     */
    record Order(Chunk chunk, Upper upper, List<String> graph, List<Staged> staged, String key) {
        /** A process has one pipe to bring frames by, and the codec of clear pictures begins groups where it likes. */
        private boolean isForItself(Pixels pixels) {
            return !staged.isEmpty() || pixels == Pixels.CLEAR;
        }
    }

    /** Returns whether {@code next} can be made in the same run. */
    boolean takes(Order next) {
        if (orders.isEmpty()) return true;
        if (next.isForItself(pixels) || orders.get(0).isForItself(pixels)) return false;
        List<Chunk> all =
                Stream.concat(chunks().stream(), Stream.of(next.chunk())).toList();
        List<Share> shares = Runs.of(all, rate);
        long overlays = all.stream()
                .mapToLong(chunk -> chunk.insets().size() + chunk.captions().size())
                .sum();
        long pieces = all.stream().mapToLong(chunk -> chunk.pieces().size()).sum();
        return pieces <= MOST_PIECES && shares.size() + overlays <= MOST_BRANCHES && areFewFilms(shares);
    }

    private boolean areFewFilms(List<Share> shares) {
        List<Run> runs = shares.stream().map(Share::run).distinct().toList();
        return runs.size() == 1
                || runs.stream()
                                .mapToLong(run -> sizes.applyAsLong(run.mediaId()))
                                .sum()
                        <= MOST_PIXELS;
    }

    void add(Order order) {
        orders.add(order);
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** Returns whether a chunk in it has this name. */
    boolean makes(String key) {
        return orders.stream().anyMatch(order -> order.key().equals(key));
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    List<Chunk> chunks() {
        return orders.stream().map(Order::chunk).toList();
    }

    List<Upper> uppers() {
        return orders.stream().map(Order::upper).toList();
    }

    long length() {
        return chunks().stream().mapToLong(Chunk::length).sum();
    }

    /** Returns the frames, counted from the batch's first, at which its chunks but the first begin. */
    List<Long> bounds() {
        List<Long> bounds = new ArrayList<>();
        long frame = 0;
        for (Chunk chunk : chunks()) {
            if (frame > 0) bounds.add(frame);
            frame += chunk.length();
        }
        return bounds;
    }
}
