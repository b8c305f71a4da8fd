package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.CaptionText;
import reelskill.studio.transcript.Word;

/**
 * A word that a caption shows, in its media's time.
 *
 * @param number which word of the caption it is, from 0 on
 * @param said as the timeline plays it
 */
record CaptionWord(int number, String mediaId, Word word, Said said) {
    private static final Duration ROUNDING = Duration.ofMillis(100);

    /** A word that is heard, whatever the volume: muted speech keeps its captions. */
    record Heard(String mediaId, Word word, Said said) {
        static List<Heard> in(Scene scene) {
            List<Heard> all = new ArrayList<>();
            scene.timeline().clips().forEach(clip -> scene.footage().transcript(clip.mediaId()).words().stream()
                    .flatMap(
                            word -> Said.of(scene.timeline(), clip, word, true)
                                    .map(said -> new Heard(clip.mediaId(), word, said))
                                    .stream())
                    .forEach(all::add));
            return all;
        }
    }

    /** Returns the words of {@code caption} among those that are heard in its time; empty if one of them is not. */
    static Optional<List<CaptionWord>> of(TextSegment caption, Timeline timeline, List<Heard> heard) {
        Duration from = timeline.rate().time(caption.start()).minus(ROUNDING);
        Duration to = timeline.rate().time(caption.end());
        List<Heard> near = heard.stream()
                .filter(it -> it.said().word().in().compareTo(from) >= 0
                        && it.said().word().in().compareTo(to) < 0)
                .toList();
        List<CaptionWord> found = new ArrayList<>();
        int next = 0;
        for (String text : CaptionText.of(caption.text()).words()) {
            while (next < near.size() && !isSame(text, near.get(next).word())) next++;
            if (next == near.size()) return Optional.empty();
            Heard it = near.get(next++);
            found.add(new CaptionWord(found.size(), it.mediaId(), it.word(), it.said()));
        }
        return Optional.of(found);
    }

    private static boolean isSame(String text, Word word) {
        return text.equals(word.text()) || Word.sound(text).equals(word.sound());
    }

    /** Returns the words of {@code all} that some clip of {@code timeline} plays, in the order in which they are heard. */
    static List<CaptionWord> playedIn(Timeline timeline, List<CaptionWord> all) {
        List<CaptionWord> played = new ArrayList<>();
        timeline.clips().forEach(clip -> all.stream()
                .filter(word -> word.mediaId.equals(clip.mediaId()))
                .flatMap(word -> Said.of(timeline, clip, word.word, true)
                        .map(said -> new CaptionWord(word.number, word.mediaId, word.word, said))
                        .stream())
                .forEach(played::add));
        return played;
    }

    static IntPredicate numbersOf(List<CaptionWord> words) {
        return number -> words.stream().anyMatch(word -> word.number == number);
    }
}
