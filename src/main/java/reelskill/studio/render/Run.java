package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.media.FrameRate;
import reelskill.studio.matte.FrameSource.Span;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Effects;
import reelskill.studio.timeline.Placement;

/**
 * Takes of one media file, all with the same effects, that are decoded in one go, in forward order. Not thread-safe.
 *
 * <p>One input for each take would decode up to a whole group of pictures for each, and hold all of them in memory.
 */
final class Run {
    /** What lies between takes is decoded for nothing; when there is more, another input that seeks is cheaper. */
    private static final int LONGEST_GAP_SECONDS = 4;
    /** Frames that are shown again wait for that in memory. */
    private static final int LONGEST_REPEAT_SECONDS = 1;

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
        long longestRepeat = Math.round(LONGEST_REPEAT_SECONDS * rate.fps());
        boolean sameLook =
                mediaId.equals(next.mediaId()) && effects.equals(next.effects()) && last.origin() == next.origin();
        boolean forward = next.in() >= last.in() && end - next.in() <= longestRepeat;
        return sameLook && forward && next.in() - end <= longestGap;
    }

    void add(Take take) {
        end = takes.isEmpty() ? take.out() : Math.max(end, take.out());
        takes.add(take);
    }

    List<Take> takes() {
        return List.copyOf(takes);
    }

    String mediaId() {
        return mediaId;
    }

    Effects effects() {
        return effects;
    }

    /** Returns the same frames as they are where they have no placement. */
    Run unplaced() {
        Run same = new Run(mediaId, effects.without(Placement.class));
        takes.forEach(same::add);
        return same;
    }

    Optional<Placement> placement() {
        return effects.get(Placement.class);
    }

    /** Returns how many frames a video behind has played before the first that is needed; negative in a transition. */
    long played() {
        return first() - takes.get(0).origin();
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

    /** Returns whether its frames, one after the other, are what all its takes show: each whole, none twice. */
    boolean isRow() {
        for (int i = 0; i < takes.size(); i++) {
            boolean again = i > 0 && takes.get(i).in() < takes.get(i - 1).out();
            if (again || !takes.get(i).isPlain()) return false;
        }
        return placement().isEmpty();
    }

    /** Returns the frames that some take needs, in the media's time; ascending, with gaps between. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (Take take : takes) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last == null || take.in() > last.end()) {
                spans.add(new Span(take.in(), take.length()));
            } else {
                spans.set(spans.size() - 1, new Span(last.first(), Math.max(last.end(), take.out()) - last.first()));
            }
        }
        return spans;
    }

    /** Returns ffmpeg's expression that numbers those frames from {@link #first} when nothing else comes. */
    String numbers() {
        StringBuilder words = new StringBuilder("N");
        List<Span> spans = spans();
        long before = 0;
        for (int i = 1; i < spans.size(); i++) {
            before += spans.get(i - 1).length();
            long gap = spans.get(i).first() - spans.get(i - 1).end();
            words.append("+gte(N,").append(before).append(")*").append(gap);
        }
        return words.toString();
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
