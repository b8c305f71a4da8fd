package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reelskill.media.TimeRange;

/**
 * Estimates when words are said that are known to be said, in this order, in these stretches of speech: each stretch takes
 * as many words as fit its length at one pace, and pauses fall on punctuation where they can.
 */
public final class Spread {
    /** What a pause inside a sentence part costs, in squared seconds: as much as a second of speech that is 0.7 s off. */
    private static final double PAUSE_INSIDE = 0.5;

    private static final double PAUSE_AT_COMMA = 0.1;
    /** Every word takes some time, however short. */
    private static final int LETTERS_OF_ITS_OWN = 2;

    private final List<String> words;
    private final List<TimeRange> stretches;
    /** At i: the weight of the words before word i. */
    private final double[] before;

    private final double secondsPerWeight;

    private Spread(List<String> words, List<TimeRange> stretches) {
        this.words = words;
        this.stretches = stretches;
        this.before = new double[words.size() + 1];
        for (int i = 0; i < words.size(); i++) before[i + 1] = before[i] + weight(words.get(i));
        double seconds = stretches.stream().mapToDouble(Spread::seconds).sum();
        this.secondsPerWeight = seconds / before[words.size()];
    }

    /** Returns {@code words} with times; {@code stretches} are in order and apart, and there is at least one. */
    public static List<Word> over(List<TimeRange> stretches, List<String> words) {
        if (words.isEmpty()) return List.of();
        Spread spread = new Spread(words, stretches);
        int[] ends = spread.ends();
        List<Word> timed = new ArrayList<>();
        for (int i = 0, from = 0; i < ends.length; from = ends[i++])
            spread.fill(from, ends[i], stretches.get(i), timed);
        return timed;
    }

    /** Returns up to which word each stretch goes: the cheapest way, found from the first stretch to the last. */
    private int[] ends() {
        int count = words.size();
        double[][] cost = new double[stretches.size() + 1][count + 1];
        int[][] from = new int[stretches.size() + 1][count + 1];
        for (double[] row : cost) Arrays.fill(row, Double.POSITIVE_INFINITY);
        cost[0][0] = 0;
        for (int stretch = 0; stretch < stretches.size(); stretch++) {
            double length = seconds(stretches.get(stretch));
            // Nobody speaks four times as fast as everywhere else; without a limit long texts would take forever.
            double most = 4 * length + 2;
            for (int first = 0; first <= count; first++) {
                if (Double.isInfinite(cost[stretch][first])) continue;
                for (int end = first; end <= count && taken(first, end) <= most; end++) {
                    double off = taken(first, end) - length;
                    double total = cost[stretch][first] + off * off / Math.max(0.3, length) + pause(end);
                    if (total < cost[stretch + 1][end]) {
                        cost[stretch + 1][end] = total;
                        from[stretch + 1][end] = first;
                    }
                }
            }
        }
        if (Double.isInfinite(cost[stretches.size()][count])) return evenly();
        int[] ends = new int[stretches.size()];
        for (int stretch = ends.length, end = count; stretch > 0; end = from[stretch--][end]) ends[stretch - 1] = end;
        return ends;
    }

    /** For texts that do not fit at all. */
    private int[] evenly() {
        int[] ends = new int[stretches.size()];
        double passed = 0;
        int word = 0;
        for (int i = 0; i < ends.length; i++) {
            passed += seconds(stretches.get(i));
            while (word < words.size() && before[word + 1] * secondsPerWeight <= passed + 1e-6) word++;
            ends[i] = i == ends.length - 1 ? words.size() : word;
        }
        return ends;
    }

    private double taken(int first, int end) {
        return (before[end] - before[first]) * secondsPerWeight;
    }

    private double pause(int end) {
        if (end == 0 || end == words.size()) return 0;
        String last = words.get(end - 1);
        if (last.matches(".*[.?!。？！…][\"'”’)]*")) return 0;
        return last.matches(".*[,;:，、；：—–][\"'”’)]*") ? PAUSE_AT_COMMA : PAUSE_INSIDE;
    }

    private void fill(int first, int end, TimeRange stretch, List<Word> timed) {
        double weight = before[end] - before[first];
        for (int i = first; i < end; i++) {
            TimeRange time = new TimeRange(
                    share(stretch, (before[i] - before[first]) / weight),
                    share(stretch, (before[i + 1] - before[first]) / weight));
            timed.add(new Word(words.get(i), time));
        }
    }

    private static Duration share(TimeRange stretch, double share) {
        return stretch.in().plusNanos(Math.round(stretch.duration().toNanos() * share));
    }

    private static double weight(String word) {
        int letters = Word.sound(word)
                .codePoints()
                .map(c -> Writing.isWide(c) ? 2 : 1)
                .sum();
        return LETTERS_OF_ITS_OWN + letters;
    }

    private static double seconds(TimeRange stretch) {
        return stretch.duration().toNanos() / 1e9;
    }
}
