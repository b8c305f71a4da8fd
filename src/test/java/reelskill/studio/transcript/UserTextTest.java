package reelskill.studio.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reelskill.media.TimeRange;

class UserTextTest {
    private static final List<TimeRange> SPEECH = List.of(TimeRange.ofSeconds(1, 3), TimeRange.ofSeconds(5, 8));

    @Test
    void textTakesTheTimesOfTheSameWordsHeard() {
        Transcript heard =
                transcript(word("we", 1, 1.2), word("fixed", 1.2, 2), word("it", 5, 5.2), word("today", 5.2, 6));
        Transcript text = UserText.of("We, um, fixed it today.", SPEECH, Optional.of(heard))
                .orElseThrow();
        assertThat(text.words()).extracting(Word::text).containsExactly("We,", "um,", "fixed", "it", "today.");
        assertThat(text.words().get(2).time()).isEqualTo(TimeRange.ofSeconds(1.2, 2));
        assertThat(text.words().get(4).time()).isEqualTo(TimeRange.ofSeconds(5.2, 6));
    }

    @Test
    void misheardWordsTakeTheTimeOfWhatWasHeardInTheirPlace() {
        Transcript heard = transcript(
                word("and", 1, 1.3),
                word("have", 1.3, 1.5),
                word("found", 1.5, 2),
                word("the", 2, 2.2),
                word("cause", 2.2, 3));
        Transcript text =
                UserText.of("Anna found the cause", SPEECH, Optional.of(heard)).orElseThrow();
        assertThat(text.words().get(0).time()).isEqualTo(TimeRange.ofSeconds(1, 1.5));
    }

    @Test
    void textInAnotherLanguageIsLaidAlongTheSpeech() {
        Transcript text =
                UserText.of("今天我们开始。请大家看这里，谢谢大家。", SPEECH, Optional.empty()).orElseThrow();
        assertThat(text.phrases()).hasSize(2);
        assertThat(text.phrases().get(0).time().in()).isEqualTo(Duration.ofSeconds(1));
        assertThat(text.phrases().get(0).time().out()).isEqualTo(Duration.ofSeconds(3));
        assertThat(text.phrases().get(1).time()).isEqualTo(TimeRange.ofSeconds(5, 8));
    }

    @Test
    void textAboutSomethingElseIsNotForcedOntoWhatWasHeard() {
        Transcript heard = transcript(word("something", 1, 2), word("else", 2, 3));
        Transcript text =
                UserText.of("Four words or five", SPEECH, Optional.of(heard)).orElseThrow();
        assertThat(text.words().get(4 - 1).time().out()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void subtitlesThatAreLateAllAlongAreMoved() {
        List<Cue> late = List.of(
                new Cue(TimeRange.ofSeconds(13, 15), "One two"), new Cue(TimeRange.ofSeconds(17, 20), "Three."));
        Transcript moved = UserText.of(late, SPEECH);
        assertThat(moved.phrases().get(0).time().in()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1100));
        assertThat(moved.phrases().get(1).time().out()).isBetween(Duration.ofMillis(7900), Duration.ofMillis(8100));
    }

    @Test
    void subtitlesThatFitStayToTheMillisecond() {
        List<Cue> cues = List.of(
                new Cue(TimeRange.ofSeconds(0.9, 3.2), "One two"), new Cue(TimeRange.ofSeconds(5, 8.1), "Three."));
        assertThat(UserText.of(cues, SPEECH).phrases().get(1).time().in()).isEqualTo(Duration.ofSeconds(5));
        assertThat(UserText.of(cues, List.of()).phrases().get(0).time()).isEqualTo(TimeRange.ofSeconds(0.9, 3.2));
    }

    @Test
    void pausesFallOnPunctuation() {
        List<TimeRange> stretches =
                List.of(TimeRange.ofSeconds(0, 2), TimeRange.ofSeconds(3, 4), TimeRange.ofSeconds(5, 8));
        List<Word> words = Spread.over(
                stretches, Writing.words("Good morning to you. Right. Now let us begin with the news of today."));
        assertThat(words.stream().filter(Word::endsSentence).map(Word::out))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    private static Transcript transcript(Word... words) {
        return new Transcript(
                Transcript.Origin.RECOGNIZED, List.of(new Phrase(List.of(words), 0.9)), Duration.ofSeconds(5));
    }

    private static Word word(String text, double in, double out) {
        return new Word(text, TimeRange.ofSeconds(in, out));
    }
}
