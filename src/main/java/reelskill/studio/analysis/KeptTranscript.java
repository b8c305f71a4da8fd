package reelskill.studio.analysis;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import reelskill.media.TimeRange;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.Word;

/** A recognized transcript as it is kept on disk, times in milliseconds. */
record KeptTranscript(long spokenMillis, List<KeptPhrase> phrases) {
    static final TypeReference<KeptTranscript> TYPE = new TypeReference<>() {};

    record KeptPhrase(double confidence, List<KeptWord> words) {}

    record KeptWord(String text, long inMillis, long outMillis) {}

    static KeptTranscript of(Transcript transcript) {
        return new KeptTranscript(
                transcript.spoken().toMillis(),
                transcript.phrases().stream()
                        .map(phrase -> new KeptPhrase(
                                phrase.confidence(),
                                phrase.words().stream()
                                        .map(KeptTranscript::kept)
                                        .toList()))
                        .toList());
    }

    Transcript transcript() {
        return new Transcript(
                Transcript.Origin.RECOGNIZED,
                phrases.stream()
                        .map(phrase -> new Phrase(
                                phrase.words().stream()
                                        .map(KeptTranscript::word)
                                        .toList(),
                                phrase.confidence()))
                        .toList(),
                Duration.ofMillis(spokenMillis));
    }

    private static KeptWord kept(Word word) {
        long in = word.in().toMillis();
        return new KeptWord(word.text(), in, Math.max(in + 1, word.out().toMillis()));
    }

    private static Word word(KeptWord word) {
        return new Word(
                word.text(), new TimeRange(Duration.ofMillis(word.inMillis()), Duration.ofMillis(word.outMillis())));
    }
}
