package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The frames {@code [in, out)} of a timeline. Never empty. */
public record FrameRange(long in, long out) {
    public FrameRange {
        if (in < 0 || out <= in) throw new IllegalArgumentException("not a range of frames: " + in + " to " + out);
    }

    public long duration() {
        return out - in;
    }

    /** Returns the same frames in order, as ranges that neither overlap nor touch. */
    public static List<FrameRange> merged(List<FrameRange> ranges) {
        List<FrameRange> result = new ArrayList<>();
        for (FrameRange range :
                ranges.stream().sorted(Comparator.comparingLong(FrameRange::in)).toList()) {
            int last = result.size() - 1;
            if (last >= 0 && range.in <= result.get(last).out) {
                FrameRange open = result.get(last);
                result.set(last, new FrameRange(open.in, Math.max(open.out, range.out)));
            } else {
                result.add(range);
            }
        }
        return result;
    }

    /** Returns the frames of {@code [0, total)} that {@code ranges} leave out, in order. */
    public static List<FrameRange> others(List<FrameRange> ranges, long total) {
        List<FrameRange> result = new ArrayList<>();
        long free = 0;
        for (FrameRange range : merged(ranges)) {
            if (range.in > free) result.add(new FrameRange(free, Math.min(range.in, total)));
            free = range.out;
            if (free >= total) return result;
        }
        if (free < total) result.add(new FrameRange(free, total));
        return result;
    }

    /** Returns how many frames {@code ranges} hold together, none of them counted twice. */
    public static long sum(List<FrameRange> ranges) {
        return merged(ranges).stream().mapToLong(FrameRange::duration).sum();
    }
}
