package reelskill.studio.analysis;

import java.util.ArrayList;
import java.util.List;

/** Where something is said. */
final class Speech {
    /** Shorter ones are clicks and key strokes. */
    private static final int SHORTEST_HOPS = 4;

    private final Loudness loudness;

    Speech(Loudness loudness) {
        this.loudness = loudness;
    }

    /** Returns the spoken stretches in order, apart, with their soft beginnings and ends. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int hop = 0;
        while (hop < loudness.hops()) {
            int end = end(hop);
            if (end - hop >= SHORTEST_HOPS) {
                Span whole = new Span(back(hop, spans), onward(end));
                append(spans, whole);
                end = whole.out();
            }
            hop = Math.max(end, hop + 1);
        }
        return spans;
    }

    private int end(int hop) {
        int end = hop;
        while (end < loudness.hops() && loudness.isSpoken(end)) end++;
        return end;
    }

    private int back(int hop, List<Span> before) {
        int limit = before.isEmpty() ? 0 : before.get(before.size() - 1).out();
        int in = hop;
        while (in > limit && loudness.mayBelongToSpeech(in - 1)) in--;
        return in;
    }

    private int onward(int hop) {
        int out = hop;
        while (out < loudness.hops() && loudness.mayBelongToSpeech(out)) out++;
        return out;
    }

    private static void append(List<Span> spans, Span span) {
        boolean touches = !spans.isEmpty() && spans.get(spans.size() - 1).out() == span.in();
        spans.add(touches ? new Span(spans.remove(spans.size() - 1).in(), span.out()) : span);
    }
}
