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
 * <p>Where the sound is even (hiss, hum, nothing) the picture alone decides. Where it is continuous (music, a film, speech
 * over music) nothing goes, since there is no telling when something is said. What would leave less than half a second
 * is not removed.
 */
final class BoringStretches {
    private static final int LEAST_LEFT = 50;

    private final BoringRule rule;
    private final int length;
    private final Supplier<List<Span>> stills;

    /**
     * Judges a clip of {@code length} hops; {@code stills} is asked only when the picture counts: it is dear.
     */
    BoringStretches(BoringRule rule, int length, Supplier<List<Span>> stills) {
        this.rule = rule;
        this.length = length;
        this.stills = stills;
    }

    /** Returns the stretches to remove, in order, apart, padded. {@code levels} are empty for a clip without sound. */
    List<Span> of(Optional<float[]> levels) {
        Optional<Loudness> loudness =
                levels.filter(all -> all.length > 0).map(all -> new Loudness(all, rule.sensitivityDb()));
        if (loudness.isEmpty() || loudness.get().isSilent() || loudness.get().isEven()) return byPicture();
        if (loudness.get().isContinuous()) return List.of();
        List<Span> unsaid = Span.gaps(new Speech(loudness.get()).spans(), length);
        List<Span> boring = bySound(unsaid);
        return leavesSomething(boring) ? boring : byPicture();
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
        List<Span> still =
                padded(longerThan(Span.hops(rule.shortestStill()), stills.get()).toList());
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
