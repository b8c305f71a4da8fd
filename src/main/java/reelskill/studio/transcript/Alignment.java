package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.TimeRange;

/**
 * Finds the words of a text among words that were heard, in the same order, with as few differences as can be. Words that
 * were not heard take the time between those around them.
 */
final class Alignment {
    /** Fewer matches than this, and the text is about something else. */
    private static final double LEAST_FOUND = 0.5;
    /** Rows of a table of this many cells are a few seconds of work. */
    private static final long MOST_CELLS = 60_000_000;

    private final List<String> words;
    private final List<Word> heard;

    private Alignment(List<String> words, List<Word> heard) {
        this.words = words;
        this.heard = heard;
    }

    /** Returns {@code words} with times, or empty if too few of them were heard. */
    static Optional<List<Word>> of(List<String> words, List<Word> heard) {
        if (heard.isEmpty() || (long) words.size() * heard.size() > MOST_CELLS) return Optional.empty();
        return new Alignment(words, heard).timed();
    }

    private Optional<List<Word>> timed() {
        int[] found = matches();
        int count = 0;
        for (int place : found) if (place >= 0) count++;
        if (count < LEAST_FOUND * words.size()) return Optional.empty();
        List<Word> timed = new ArrayList<>();
        for (int i = 0; i < found.length; ) {
            if (found[i] >= 0) {
                timed.add(new Word(words.get(i), heard.get(found[i]).time()));
                i++;
                continue;
            }
            int end = i;
            while (end < found.length && found[end] < 0) end++;
            timed.addAll(between(i, end, i == 0 ? -1 : found[i - 1], end == found.length ? heard.size() : found[end]));
            i = end;
        }
        return Optional.of(timed);
    }

    /** Returns the unheard words from {@code first} to {@code end} in the time of the other words heard there, else in the gap. */
    private List<Word> between(int first, int end, int before, int after) {
        List<String> lost = words.subList(first, end);
        if (after - before > 1) return Spread.over(times(before + 1, after), lost);
        Duration in = before < 0 ? Duration.ZERO : heard.get(before).out();
        Duration out = after >= heard.size() ? in : heard.get(after).in();
        // Said so fast, or so far at the edge, that nothing is left: a moment at the neighbour's side.
        Duration least = Duration.ofMillis(20L * lost.size());
        boolean room = out.minus(in).compareTo(least) > 0;
        return Spread.over(List.of(new TimeRange(in, room ? out : in.plus(least))), lost);
    }

    /** Words that follow each other without a pause are one stretch. */
    private List<TimeRange> times(int from, int to) {
        List<TimeRange> times = new ArrayList<>();
        for (Word word : heard.subList(from, to)) {
            int last = times.size() - 1;
            boolean runsOn = last >= 0 && times.get(last).out().compareTo(word.in()) >= 0;
            if (runsOn) times.set(last, new TimeRange(times.get(last).in(), word.out()));
            else times.add(word.time());
        }
        return times;
    }

    /** Returns for each word the place of its match, or -1: the longest common subsequence. */
    private int[] matches() {
        List<String> mine = words.stream().map(Word::sound).toList();
        List<String> theirs = heard.stream().map(Word::sound).toList();
        int[][] common = new int[mine.size() + 1][theirs.size() + 1];
        for (int i = mine.size() - 1; i >= 0; i--) {
            for (int j = theirs.size() - 1; j >= 0; j--) {
                boolean same = !mine.get(i).isEmpty() && mine.get(i).equals(theirs.get(j));
                common[i][j] = same ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int[] found = new int[mine.size()];
        int j = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = -1;
            while (j < theirs.size() && common[i][j] == common[i][j + 1]) j++;
            boolean same = j < theirs.size() && mine.get(i).equals(theirs.get(j)) && common[i][j] > common[i + 1][j];
            if (same) found[i] = j++;
        }
        return found;
    }
}
