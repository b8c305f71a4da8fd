package reelskill.studio.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.TimeRange;

/** The user's own words for a media file: subtitles with their times, or a plain text that is laid along the speech. */
public final class UserText {
    private static final int LONGEST_PARAGRAPH_WORDS = 40;

    private UserText() {}

    /**
     * Returns the transcript that subtitles make; words take their share of their cue's time. Subtitles that are early or late
     * throughout are moved as a whole.
     *
     * @param speech where somebody speaks
     */
    public static Transcript of(List<Cue> cues, List<TimeRange> speech) {
        Duration shift = new Fitting(cues, speech).shift();
        List<Phrase> phrases = new ArrayList<>();
        Duration free = Duration.ZERO;
        for (Cue cue : cues) {
            List<String> words = Writing.words(cue.text());
            Duration in = cue.time().in().plus(shift);
            Duration out = cue.time().out().plus(shift);
            if (in.compareTo(free) < 0) in = free;
            if (words.isEmpty() || out.compareTo(in) <= 0) continue;
            phrases.add(new Phrase(words(words, new TimeRange(in, out), speech), 1));
            free = out;
        }
        return new Transcript(Transcript.Origin.SUBTITLES, phrases, spoken(phrases));
    }

    /**
     * Returns the transcript of a text without times, or empty if there is nothing to lay it along.
     *
     * @param speech where somebody speaks
     * @param heard what was recognized, whose words tell the times of the same words of the text; empty for a language that
     *     the recognizer does not know
     */
    public static Optional<Transcript> of(String text, List<TimeRange> speech, Optional<Transcript> heard) {
        List<String> words = Writing.words(text);
        if (words.isEmpty() || speech.isEmpty()) return Optional.empty();
        List<Word> timed =
                heard.flatMap(it -> Alignment.of(words, it.words())).orElseGet(() -> Spread.over(speech, words));
        List<Phrase> phrases = phrases(timed);
        return Optional.of(new Transcript(Transcript.Origin.TEXT, phrases, spoken(phrases)));
    }

    /** Returns the words of a cue in the speech under it, or in all its time where there is hardly any. */
    private static List<Word> words(List<String> words, TimeRange cue, List<TimeRange> speech) {
        List<TimeRange> under = speech.stream()
                .filter(range ->
                        range.in().compareTo(cue.out()) < 0 && range.out().compareTo(cue.in()) > 0)
                .map(range -> new TimeRange(later(range.in(), cue.in()), earlier(range.out(), cue.out())))
                .toList();
        long spoken =
                under.stream().mapToLong(range -> range.duration().toMillis()).sum();
        boolean most = spoken * 2 >= cue.duration().toMillis();
        return Spread.over(most ? under : List.of(cue), words);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<Phrase> phrases(List<Word> words) {
        List<Phrase> phrases = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        for (Word word : words) {
            open.add(word);
            if (!word.endsSentence() && open.size() < LONGEST_PARAGRAPH_WORDS) continue;
            phrases.add(new Phrase(open, 1));
            open.clear();
        }
        if (!open.isEmpty()) phrases.add(new Phrase(open, 1));
        return phrases;
    }

    private static Duration spoken(List<Phrase> phrases) {
        return phrases.stream().map(phrase -> phrase.time().duration()).reduce(Duration.ZERO, Duration::plus);
    }
}
