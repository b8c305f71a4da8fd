package reelskill.studio.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.TimeRange;

/** The hops {@code [in, out)} of a media file: steps of 10 ms from its time 0, in which all analysis counts. */
record Span(int in, int out) {
    static final int MILLIS_PER_HOP = 10;

    static int hops(Duration time) {
        return Math.toIntExact(time.toMillis() / MILLIS_PER_HOP);
    }

    int length() {
        return out - in;
    }

    TimeRange toTimeRange() {
        return new TimeRange(
                Duration.ofMillis((long) in * MILLIS_PER_HOP), Duration.ofMillis((long) out * MILLIS_PER_HOP));
    }

    /** Returns what {@code spans}, in order and apart, leave of {@code [0, length)}. */
    static List<Span> gaps(List<Span> spans, int length) {
        List<Span> gaps = new ArrayList<>();
        int from = 0;
        for (Span span : spans) {
            if (span.in > from) gaps.add(new Span(from, span.in));
            from = span.out;
        }
        if (length > from) gaps.add(new Span(from, length));
        return gaps;
    }

    /** Returns the parts that both lists cover; each in order and apart. */
    static List<Span> common(List<Span> some, List<Span> others) {
        List<Span> common = new ArrayList<>();
        for (Span one : some) {
            for (Span other : others) {
                int in = Math.max(one.in, other.in);
                int out = Math.min(one.out, other.out);
                if (in < out) common.add(new Span(in, out));
            }
        }
        return common;
    }
}
