package reelskill.studio.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reelskill.studio.plan.Stretch;

/**
 * Takes a file apart where nobody speaks, and measures each part.
 *
 * <pre>
 *   said    ██ ███      ████
 *   parts  |       |  |      |      a short rest belongs to what is said around it, a long one is a part itself
 * </pre>
 */
final class Interest {
    /** A voice is heard a little late and fades out; half of what is between two phrases belongs to each. */
    private static final int PADDING = 15;
    /** A shorter rest is a breath inside a sentence. */
    private static final int BREATH = 35;
    /** A sentence that is this long already is not made longer by the next. */
    private static final int LONG_ENOUGH = 600;
    /** What nobody speaks in is cut about this short, so that a part of it can go. */
    private static final int UNSAID = 200;

    private static final double LOUDNESS_RANGE_DB = 24;

    private final int length;
    private final List<Span> voice;
    private final float[] levels;
    private final byte[] changes;
    private final double usual;

    /**
     * Measures a file of {@code length} hops.
     *
     * @param voice where somebody speaks, in order and apart
     * @param levels of its hops, in dB; empty without sound
     * @param changes as {@link PictureChange} finds them; empty without a picture
     */
    Interest(int length, List<Span> voice, float[] levels, byte[] changes) {
        this.length = length;
        this.voice = voice;
        this.levels = levels;
        this.changes = changes;
        float[] sorted = levels.clone();
        Arrays.sort(sorted);
        usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    List<Stretch> stretches() {
        List<Span> said = phrases();
        List<Span> parts = new ArrayList<>(said);
        for (Span gap : Span.gaps(said, length)) parts.addAll(pieces(gap));
        return parts.stream()
                .sorted((one, other) -> Integer.compare(one.in(), other.in()))
                .map(this::measured)
                .toList();
    }

    private List<Span> phrases() {
        List<Span> phrases = new ArrayList<>();
        for (Span span : voice) {
            Span last = phrases.isEmpty() ? null : phrases.get(phrases.size() - 1);
            if (last != null && span.in() - last.out() < BREATH && last.length() < LONG_ENOUGH) {
                phrases.set(phrases.size() - 1, new Span(last.in(), span.out()));
            } else {
                phrases.add(span);
            }
        }
        return padded(phrases);
    }

    private List<Span> padded(List<Span> phrases) {
        List<Span> padded = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Span phrase = phrases.get(i);
            int before = i == 0 ? 0 : middle(phrases.get(i - 1).out(), phrase.in());
            int after = i == phrases.size() - 1
                    ? length
                    : middle(phrase.out(), phrases.get(i + 1).in());
            int in = Math.max(before, phrase.in() - PADDING);
            int out = Math.min(Math.min(after, length), phrase.out() + PADDING);
            if (in < out) padded.add(new Span(in, out));
        }
        return padded;
    }

    private static int middle(int one, int other) {
        return (one + other) / 2;
    }

    private static List<Span> pieces(Span gap) {
        int count = Math.max(1, Math.round(gap.length() / (float) UNSAID));
        List<Span> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pieces.add(new Span(gap.in() + gap.length() * i / count, gap.in() + gap.length() * (i + 1) / count));
        }
        return pieces.stream().filter(piece -> piece.length() > 0).toList();
    }

    private Stretch measured(Span part) {
        int said = Span.common(voice, List.of(part)).stream()
                .mapToInt(Span::length)
                .sum();
        return new Stretch(part.toTimeRange(), said / (double) part.length(), loudness(part), change(part));
    }

    private double loudness(Span part) {
        int out = Math.min(part.out(), levels.length);
        if (part.in() >= out) return 0;
        double power = 0;
        for (int hop = part.in(); hop < out; hop++) power += Math.pow(10, levels[hop] / 10);
        double above = 10 * Math.log10(power / (out - part.in())) - usual;
        return Math.max(0, Math.min(1, 0.5 + above / LOUDNESS_RANGE_DB));
    }

    private double change(Span part) {
        int hopsPerTenth = 1000 / PictureChange.PER_SECOND / Span.MILLIS_PER_HOP;
        int in = part.in() / hopsPerTenth;
        int out = Math.min(changes.length, Math.max(in + 1, part.out() / hopsPerTenth));
        if (in >= out) return 0;
        double sum = 0;
        for (int tenth = in; tenth < out; tenth++) sum += PictureChange.share(changes[tenth]);
        return sum / (out - in);
    }
}
