package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.media.TimeRange.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/** A talk of 60 seconds, in stretches that are told to be interesting or not. */
class FitToTest {
    private static final List<LibraryItem> TALK = List.of(Library.video("m", "talk.mp4", 60));
    private static final Timeline WHOLE = Timelines.of("talk", TALK);

    private final Library library = new Library(TALK);

    @Test
    void leastInterestingGoesAndOrderStays() {
        library.stretches("m", said(0, 10), dull(10, 30), said(30, 40), dull(40, 50), said(50, 60));
        assertThat(kept(fit(30))).containsExactly("0-10", "30-40", "50-60");
    }

    @Test
    void resultIsAsLongAsAskedForOrATenthShorter() {
        for (int seed = 0; seed < 40; seed++) {
            library.stretches("m", random(new Random(seed)));
            for (int seconds : List.of(12, 20, 31, 45)) {
                double length = WHOLE.rate().seconds(fit(seconds).after().duration());
                assertThat(length).as("seed %d", seed).isBetween(0.9 * seconds, seconds + 1e-9);
            }
        }
    }

    @Test
    void pieceOfSilenceFillsWhatWholePartsLeave() {
        library.stretches("m", said(0, 8), dull(8, 60));
        assertThat(kept(fit(10))).containsExactly("0-10");
    }

    @Test
    void firstAndLastThingSaidAreKeptAmongEquals() {
        library.stretches("m", said(0, 5), said(5, 25), said(25, 40), said(40, 55), said(55, 60));
        assertThat(kept(fit(30))).containsExactly("0-25", "55-60");
    }

    @Test
    void endStaysWhereItIsAskedFor() {
        library.stretches("m", said(0, 20), said(20, 40), new Stretch(ofSeconds(40, 60), 0.1, 0, 0));
        FitTo untilTheEnd = new FitTo(Duration.ofSeconds(40), false, true);
        assertThat(kept(untilTheEnd.apply(new Scene(WHOLE, library, Language.ENGLISH))))
                .contains("40-60");
    }

    @Test
    void wordIsNeverCutToComeNear() {
        library.stretches("m", said(0, 20), said(20, 45), said(45, 60));
        EditResult result = fit(30);
        assertThat(kept(result)).containsExactly("20-45");
        assertThat(result.notDone()).containsExactly("That is as near to 30 s as I come without cutting a word.");
    }

    @Test
    void sentenceLongerThanWhatIsAskedForIsLeftAlone() {
        library.stretches("m", said(0, 60));
        assertThat(fit(30).after()).isEqualTo(WHOLE);
        assertThat(fit(30).notDone()).singleElement().asString().contains("keep 0:10 to 0:20");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 90})
    void videoThatIsShortEnoughStaysAsItIs(int seconds) {
        assertThat(fit(seconds).after()).isEqualTo(WHOLE);
        assertThat(fit(seconds).done()).singleElement().asString().contains("already");
    }

    @Test
    void measureIsTold() {
        library.stretches("m", said(0, 10), dull(10, 60));
        assertThat(fit(10).done())
                .containsExactly("Fitted to 10 s: kept the 10 s that interest most, in 1 part, of 60 s (measure: half"
                        + " speech, a quarter loudness against the clip's own, a quarter movement; no word is cut)");
    }

    @Test
    void clipThatPlaysFasterIsTakenApartAtTheSameWords() {
        library.stretches("m", said(0, 20), dull(20, 40), said(40, 60));
        Timeline fast = new SetSpeed(2, false, Target.ALL)
                .apply(new Scene(WHOLE, library, Language.ENGLISH))
                .after();
        EditResult result =
                new FitTo(Duration.ofSeconds(20), false, false).apply(new Scene(fast, library, Language.ENGLISH));
        assertThat(kept(result)).containsExactly("0-20", "40-60");
    }

    private EditResult fit(int seconds) {
        return new FitTo(Duration.ofSeconds(seconds), false, false).apply(new Scene(WHOLE, library, Language.ENGLISH));
    }

    /** Returns what of the media plays, in its own seconds. */
    private static List<String> kept(EditResult result) {
        return result.after().clips().stream().map(FitToTest::played).toList();
    }

    private static String played(MediaSegment clip) {
        long in = Math.round(clip.pace().position(clip.in()));
        long out = Math.round(clip.pace().position(clip.out()));
        return Math.round(WHOLE.rate().seconds(in)) + "-"
                + Math.round(WHOLE.rate().seconds(out));
    }

    private static Stretch said(double in, double out) {
        return new Stretch(ofSeconds(in, out), 1, 0.5, 0.3);
    }

    private static Stretch dull(double in, double out) {
        return new Stretch(ofSeconds(in, out), 0, 0, 0);
    }

    /** Sentences of one to six seconds with rests between. */
    private static Stretch[] random(Random random) {
        List<Stretch> parts = new ArrayList<>();
        double at = 0;
        while (at < 60) {
            double out = Math.min(60, at + 1 + 5 * random.nextDouble());
            boolean spoken = random.nextInt(3) > 0;
            parts.add(new Stretch(ofSeconds(at, out), spoken ? 1 : 0, random.nextDouble(), random.nextDouble()));
            at = out;
        }
        return parts.toArray(Stretch[]::new);
    }
}
