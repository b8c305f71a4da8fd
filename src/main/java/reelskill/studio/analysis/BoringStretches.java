package reelskill.studio.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reelskill.studio.plan.BoringRule;

/**
 * What of a clip can go: pauses in its speech, and still pictures while nothing is said.
 *
 * <p>What is a pause rests on the voices heard and on levels relative to the clip's own speech. Where the sound is even
 * (hiss, hum, nothing) the voices decide, and where there are none the picture alone. Where it is continuous (music, a
 * film, speech over music) nothing goes: what sounds in a pause there is worth keeping. What would leave less than half a
 * second is not removed.
 */
final class BoringStretches {
    private static final int LEAST_LEFT = 50;
    /** In noise a voice is heard a little late, and its soft end not at all. */
    private static final int HEARD_LATE = 20;

    private final BoringRule rule;
    private final int length;
    private final Voice voice;
    private final Supplier<List<Span>> stills;

    /**
     * Judges a clip of {@code length} hops; {@code stills} is asked only when the picture counts: it is dear.
     */
    BoringStretches(BoringRule rule, int length, Voice voice, Supplier<List<Span>> stills) {
        this.rule = rule;
        this.length = length;
        this.voice = voice;
        this.stills = stills;
    }

    /** Returns the stretches to remove, in order, apart, padded. {@code levels} are empty for a clip without sound. */
    List<Span> of(Optional<float[]> levels) {
        Optional<Loudness> loudness =
                levels.filter(all -> all.length > 0).map(all -> new Loudness(all, voice, rule.sensitivityDb()));
        if (loudness.isEmpty() || loudness.get().isSilent()) return byPicture();
        if (loudness.get().isEven()) return voice.spans().isEmpty() ? byPicture() : leaving(bySound(withoutVoice()));
        if (loudness.get().isContinuous()) return List.of();
        return leaving(bySound(Span.gaps(new Speech(loudness.get(), voice).spans(), length)));
    }

    private List<Span> leaving(List<Span> boring) {
        return leavesSomething(boring) ? boring : byPicture();
    }

    private List<Span> withoutVoice() {
        List<Span> said = new ArrayList<>();
        for (Span span : voice.spans()) {
            int free = said.isEmpty() ? 0 : said.get(said.size() - 1).out();
            said.add(new Span(Math.max(free, span.in() - HEARD_LATE), Math.min(length, span.out() + HEARD_LATE)));
        }
        return Span.gaps(said, length);
    }

    private List<Span> bySound(List<Span> unsaid) {
        int shortestPause = Span.hops(rule.shortestPause());
        List<Span> pauses = longerThan(shortestPause, unsaid).toList();
        int shortestStill = Span.hops(rule.shortestStill());
        if (shortestStill >= shortestPause) return padded(pauses);
        List<Span> others =
                unsaid.stream().filter(span -> !pauses.contains(span)).toList();
        Stream<Span> unsaidAndStill = longerThan(shortestStill, Span.common(others, stills.get()));
        return padded(Stream.concat(pauses.stream(), unsaidAndStill)
                .sorted(Comparator.comparingInt(Span::in))
                .toList());
    }

    private List<Span> byPicture() {
        List<Span> still = padded(longerThan(Span.hops(rule.shortestStill()), Span.common(stills.get(), withoutVoice()))
                .toList());
        return leavesSomething(still) ? still : List.of();
    }

    private boolean leavesSomething(List<Span> boring) {
        return length - boring.stream().mapToInt(Span::length).sum() >= LEAST_LEFT;
    }

    /** The beginning and the end of the clip need no padding: nothing is beyond them. */
    private List<Span> padded(List<Span> spans) {
        int padding = Span.hops(rule.padding());
        List<Span> padded = new ArrayList<>();
        for (Span span : spans) {
            int in = span.in() == 0 ? 0 : span.in() + padding;
            int out = span.out() >= length ? length : span.out() - padding;
            if (in < out) padded.add(new Span(in, out));
        }
        return padded;
    }

    private static Stream<Span> longerThan(int hops, List<Span> spans) {
        return spans.stream().filter(span -> span.length() >= hops);
    }
}
