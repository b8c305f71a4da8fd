package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reelskill.media.TimeRange;

/**
 * Lays words out as captions that can be read: at most two lines, broken at the ends of sentences, at pauses and at commas
 * where that works out, standing from one to seven seconds and for as long as reading takes (17 Latin letters or 9 Chinese
 * characters a second) where the next one leaves the time.
 *
 * @param lineWidth Latin letters that fit on a line; a Chinese character takes the place of two
 */
public record CaptionLayout(int lineWidth) {
    /** The common limit of television and of streaming services. */
    public static final int WIDEST = 42;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Duration LETTER = Duration.ofNanos(1_000_000_000L / 17);
    /** A caption stays a moment after the last word, and its eye needs one before the next. */
    private static final Duration HOLD = Duration.ofMillis(300);

    private static final Duration BETWEEN = Duration.ofMillis(80);
    /** A caption over a longer pause would say what is not being said. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1500);

    private static final int MOST_WORDS = 60;

    /** What it costs to end a caption in different places, and to begin another one. */
    private static final double EACH = 2;

    private static final double AT_CLAUSE = 0.6;
    private static final double AT_PAUSE = 0.8;
    private static final double INSIDE = 3;
    private static final double FLASH = 2.5;
    /** A caption of two sentences gives away the second before it is said. */
    private static final double NEXT_SENTENCE = 2.5;

    public CaptionLayout {
        if (lineWidth < 8) throw new IllegalArgumentException("a line of " + lineWidth + " letters");
    }

    /** Returns {@code words}, which are in order of time, as captions that never overlap. */
    public List<Cue> cues(List<Word> words) {
        List<List<Word>> groups = groups(words);
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Word> group = groups.get(i);
            Duration limit = i + 1 < groups.size()
                    ? groups.get(i + 1).get(0).in().minus(BETWEEN)
                    : group.get(group.size() - 1).out().plus(LONGEST);
            cues.add(new Cue(time(group, limit), lines(group)));
        }
        return cues;
    }

    /** Returns the cheapest way to part the words, found from the first word to the last. */
    private List<List<Word>> groups(List<Word> words) {
        double[] cost = new double[words.size() + 1];
        int[] from = new int[words.size() + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (int first = 0; first < words.size(); first++) {
            for (int end = first + 1; end <= Math.min(words.size(), first + MOST_WORDS); end++) {
                List<Word> group = words.subList(first, end);
                // One word alone is shown in any case, however long it is.
                if (end > first + 1 && !fits(group)) break;
                double total = cost[first] + cost(group) + (end == words.size() ? 0 : breaking(words, end));
                if (total < cost[end]) {
                    cost[end] = total;
                    from[end] = first;
                }
            }
        }
        List<List<Word>> groups = new ArrayList<>();
        for (int end = words.size(); end > 0; end = from[end]) groups.add(0, words.subList(from[end], end));
        return groups;
    }

    private boolean fits(List<Word> group) {
        Word last = group.get(group.size() - 1);
        boolean pause = pause(group.get(group.size() - 2), last).compareTo(LONGEST_PAUSE) > 0;
        boolean tooLong = last.out().minus(group.get(0).in()).compareTo(LONGEST) > 0;
        return !pause && !tooLong && broken(group) >= 0;
    }

    private static double cost(List<Word> group) {
        boolean flash = duration(group).compareTo(SHORTEST) < 0;
        long sentences = group.stream()
                .limit(group.size() - 1L)
                .filter(Word::endsSentence)
                .count();
        return EACH + (flash ? FLASH : 0) + sentences * NEXT_SENTENCE;
    }

    private static double breaking(List<Word> words, int at) {
        Word before = words.get(at - 1);
        if (before.endsSentence()) return 0;
        boolean pauses = pause(before, words.get(at)).compareTo(HOLD) > 0;
        return before.endsClause() ? AT_CLAUSE : pauses ? AT_PAUSE : INSIDE;
    }

    private static TimeRange time(List<Word> group, Duration limit) {
        Duration in = group.get(0).in();
        Duration said = group.get(group.size() - 1).out();
        String text = Writing.joined(group.stream().map(Word::text).toList());
        Duration read = LETTER.multipliedBy(Writing.width(text));
        Duration wanted = latest(said.plus(HOLD), latest(in.plus(SHORTEST), in.plus(read)));
        Duration out = earliest(earliest(wanted, limit), in.plus(LONGEST));
        // Said so fast that the next one begins at once: it stands as long as it is said.
        return new TimeRange(
                in,
                latest(out, earliest(latest(said, in.plusMillis(1)), latest(limit.plus(BETWEEN), in.plusMillis(1)))));
    }

    private String lines(List<Word> group) {
        int at = broken(group);
        List<String> words = group.stream().map(Word::text).toList();
        if (at <= 0) return Writing.joined(words);
        return Writing.joined(words.subList(0, at)) + "\n" + Writing.joined(words.subList(at, words.size()));
    }

    /** Returns before which word the second line begins: 0 for one line, -1 where two are not enough. */
    private int broken(List<Word> group) {
        List<String> words = group.stream().map(Word::text).toList();
        if (Writing.width(Writing.joined(words)) <= lineWidth) return 0;
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int at = 1; at < words.size(); at++) {
            int upper = Writing.width(Writing.joined(words.subList(0, at)));
            int lower = Writing.width(Writing.joined(words.subList(at, words.size())));
            if (upper > lineWidth || lower > lineWidth) continue;
            double cost = Math.abs(upper - lower) - (group.get(at - 1).endsClause() ? lineWidth / 3.0 : 0);
            if (cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    private static Duration duration(List<Word> group) {
        return group.get(group.size() - 1).out().minus(group.get(0).in());
    }

    private static Duration pause(Word before, Word after) {
        return after.in().minus(before.out());
    }

    private static Duration latest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration earliest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
