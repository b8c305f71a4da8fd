package reelskill.studio.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where something is said: where the sound is as loud as the speech of this clip, to the hop, and where a voice is heard
 * however soft. A short noise far from any voice is not speech, however loud.
 */
final class Speech {
    /** Shorter ones are clicks and key strokes. */
    private static final int SHORTEST_HOPS = 4;

    /** Longer ones may be a laugh, a song, a word of a language that the voice detector does not know. */
    private static final int LONGEST_NOISE_HOPS = 50;
    /** What is as soft and shorter is a breath. */
    private static final int SHORTEST_SOFT_HOPS = 20;
    /** A plosive at the end of a word is that far from its vowel. */
    private static final int NEAR_HOPS = 30;

    private final Loudness loudness;
    private final Voice voice;

    Speech(Loudness loudness, Voice voice) {
        this.loudness = loudness;
        this.voice = voice;
    }

    /** Returns the spoken stretches in order, apart, with their soft beginnings and ends. */
    List<Span> spans() {
        List<Span> loud = loud();
        List<Span> soft = voice.spans().stream()
                .filter(span -> span.length() >= SHORTEST_SOFT_HOPS
                        && Span.common(loud, List.of(span)).isEmpty())
                .toList();
        return Stream.concat(loud.stream(), soft.stream())
                .sorted(Comparator.comparingInt(Span::in))
                .toList();
    }

    private List<Span> loud() {
        List<Span> spans = new ArrayList<>();
        int hop = 0;
        while (hop < loudness.hops()) {
            int end = end(hop);
            if (end - hop >= SHORTEST_HOPS && !isNoise(hop, end)) {
                Span whole = new Span(back(hop, spans), onward(end));
                append(spans, whole);
                end = whole.out();
            }
            hop = Math.max(end, hop + 1);
        }
        return spans;
    }

    private boolean isNoise(int in, int out) {
        return out - in <= LONGEST_NOISE_HOPS && voice.isSurelyNotIn(in - NEAR_HOPS, out + NEAR_HOPS);
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
