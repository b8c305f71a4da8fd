package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reelskill.media.FrameRate;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;

/**
 * Takes of one media file, all with the same effects, that are decoded in one go, in forward order. Not thread-safe.
 *
 * <p>One input for each take would decode up to a whole group of pictures for each, and hold all of them in memory.
 */
final class Run {
    /** What lies between takes is decoded for nothing; when there is more, another input that seeks is cheaper. */
    private static final int LONGEST_GAP_SECONDS = 4;

    private final String mediaId;
    private final Effects effects;
    private final List<Take> takes = new ArrayList<>();
    private long end;

    Run(String mediaId, Effects effects) {
        this.mediaId = mediaId;
        this.effects = effects;
    }

    /** Returns whether {@code next} can be decoded on from the last take. There must be one. */
    boolean takes(Take next, FrameRate rate) {
        Take last = takes.get(takes.size() - 1);
        long longestGap = Math.round(LONGEST_GAP_SECONDS * rate.fps());
        boolean sameLook = mediaId.equals(next.mediaId()) && effects.equals(next.effects());
        return sameLook && next.in() >= last.in() && next.in() - end <= longestGap;
    }

    void add(Take take) {
        end = takes.isEmpty() ? take.out() : Math.max(end, take.out());
        takes.add(take);
    }

    String mediaId() {
        return mediaId;
    }

    Effects effects() {
        return effects;
    }

    /** Returns the first frame that is needed; negative for a handle before the media's start. */
    long first() {
        return takes.get(0).in();
    }

    long length() {
        return end - first();
    }

    int size() {
        return takes.size();
    }

    /**
     * Returns ffmpeg's expression that is true for the frames that some take needs, numbered from {@link #first}. Flat:
     * a chunk bounds the number of takes, so that no tree of conditions is needed.
     */
    String needed() {
        return takes.stream()
                .map(take -> "between(pts," + (take.in() - first()) + "," + (take.out() - first() - 1) + ")")
                .collect(Collectors.joining("+"));
    }
}
