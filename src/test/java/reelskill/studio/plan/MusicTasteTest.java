package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.Word;

/** A film of 60 seconds at -23 LUFS, with music of -14: how loud the music is under it. */
class MusicTasteTest {
    private static final List<LibraryItem> FILM = List.of(Library.video("m", "film.mp4", 60));

    @ParameterizedTest
    @CsvSource({
        "nobody speaks, 0, 0, add calm music, 0",
        "half of it is a talk, 0, 30, add calm music, -7",
        "somebody cheers, 10, 12, add calm music, 0",
        "the talk is cut away, 0, 30, 'keep only the last 20 seconds, and add calm music', 0",
        "the talk stays, 0, 30, 'keep only the first 20 seconds, and add calm music', -7",
        "twice as fast it is a talk too, 20, 40, 'speed it up 2x, and add calm music', -7",
        "nobody speaks, 0, 0, add loud calm music, 6",
    })
    void musicIsBelowSpeechAndAsLoudAsAnyOtherSound(
            String film, double from, double to, String sentence, double against) {
        Library library = new Library(FILM);
        if (to > from) library.saying("m", saying(from, to));
        Timeline now = Timelines.of("film", FILM);
        Timeline after =
                new Planner().plan(sentence, now, FILM).apply(now, library).after();
        double volume = after.music().get(0).piece().volume();
        assertThat(-14 + 20 * Math.log10(volume) + 23).as(film).isCloseTo(against, within(0.1));
    }

    private static Transcript saying(double from, double to) {
        Word word = new Word("so", TimeRange.ofSeconds(from, to));
        return new Transcript(
                Transcript.Origin.RECOGNIZED,
                List.of(new Phrase(List.of(word), 1)),
                Duration.ofMillis(Math.round(1000 * (to - from))));
    }
}
