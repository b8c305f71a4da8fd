package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.FrameRate;
import reelskill.studio.analysis.Sound;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Frames show their numbers; sound is a short beep at every second. */
class PaceTest {
    private static final int BEEP = Sound.RATE / 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2, 25", "0.5, 25", "1.5, 25", "3, 30000/1001", "0.25, 30000/1001", "0.8, 24"})
    void everyFrameIsTheOneThatTheSpeedAsksFor(double factor, String fps) {
        FrameRate rate = FrameRate.parse(fps);
        Stage stage = new Stage(folder).numbered("a.mp4", rate, 8);
        MediaSegment clip = Stage.segment("a.mp4", 0, 60, 9).withPace(new Pace.Speed(factor));
        assertThat(Stage.numbers(stage.rendered(rate, clip)))
                .isEqualTo(IntStream.range(9, 69)
                        .map(frame -> (int) Math.floor(frame * factor + 0.45 * factor))
                        .boxed()
                        .toList());
    }

    @Test
    void splitAnywherePlaysTheSame() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 8);
        Timeline whole = timeline(Stage.segment("a.mp4", 0, 97, 5).withPace(new Pace.Speed(1.7)));
        List<Integer> frames = Stage.numbers(stage.rendered(whole));
        assertThat(frames).hasSize(97);
        assertThat(Stage.numbers(stage.rendered(whole.split(List.of(1L, 13L, 50L, 51L)))))
                .isEqualTo(frames);
    }

    @Test
    void backwardsShowsEveryFrameOnceInTheOtherOrder() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 6, "-g", "40", "-bf", "2", "-pix_fmt", "yuv420p");
        Timeline timeline = timeline(Stage.segment("a.mp4", 0, 100, 30)).reversed(Set.of("a.mp40"), clip -> 150);
        assertThat(Stage.numbers(stage.rendered(timeline)))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> 129 - i).toList());
    }

    @Test
    void backwardsAtTwiceTheSpeedSkipsEverySecondFrame() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 6);
        MediaSegment clip = Stage.segment("a.mp4", 0, 40, 10).withPace(new Pace.Backwards(2, 150));
        assertThat(Stage.numbers(stage.rendered(RATE, clip)))
                .isEqualTo(
                        IntStream.range(10, 50).mapToObj(i -> 150 - 2 * i - 2).toList());
    }

    @Test
    void frozenFrameStandsAndTheFilmGoesOnBehindIt() {
        Stage stage = new Stage(folder).numbered("a.mp4", RATE, 4);
        Timeline timeline = timeline(Stage.segment("a.mp4", 0, 50, 20)).frozen(10, 30);
        List<Integer> expected = new ArrayList<>();
        IntStream.range(20, 30).forEach(expected::add);
        IntStream.range(0, 30).forEach(i -> expected.add(30));
        IntStream.range(30, 70).forEach(expected::add);
        assertThat(Stage.numbers(stage.rendered(timeline))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2", "0.5", "1.25", "0.8", "4"})
    void beepsAreHeardWhenTheirMomentIsSeen(double factor) {
        Stage stage = new Stage(folder).make("a.mp4", beeping(), "-pix_fmt", "yuv420p");
        long frames = Math.round(10 * 25 / factor);
        Path file = stage.rendered(RATE, Stage.segment("a.mp4", 0, frames, 0).withPace(new Pace.Speed(factor)));
        List<Integer> beeps = beeps(Stage.sound(file));
        assertThat(beeps).hasSize(9);
        for (int second = 1; second <= 9; second++) {
            assertThat((double) beeps.get(second - 1) / Sound.RATE)
                    .as("beep of second %d", second)
                    .isBetween(second / factor - 0.025, second / factor + 0.025);
        }
    }

    @Test
    void soundPlaysBackwardsWithThePicture() {
        Stage stage = new Stage(folder).make("a.mp4", beeping(), "-pix_fmt", "yuv420p");
        Path file = stage.rendered(RATE, Stage.segment("a.mp4", 0, 250, 0).withPace(new Pace.Backwards(1, 250)));
        List<Integer> beeps = beeps(Stage.sound(file));
        // The beep of second 9 began there; backwards it ends there.
        assertThat((double) beeps.get(0) / Sound.RATE).isBetween(0.94, 0.96);
        assertThat((double) beeps.get(8) / Sound.RATE).isBetween(8.94, 8.96);
    }

    @Test
    void frozenPictureIsSilent() {
        Stage stage = new Stage(folder).make("a.mp4", "testsrc2=s=320x180:r=25:d=2[out0];sine=440:d=2[out1]");
        Timeline timeline = timeline(Stage.segment("a.mp4", 0, 50, 0)).frozen(25, 25);
        short[] sound = Stage.sound(stage.rendered(timeline));
        assertThat(loudest(sound, 0.2, 0.9)).isGreaterThan(2000);
        assertThat(loudest(sound, 1.1, 1.9)).isLessThan(200);
        assertThat(loudest(sound, 2.1, 2.9)).isGreaterThan(2000);
    }

    private static Timeline timeline(MediaSegment... clips) {
        return Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(clips)));
    }

    private static String beeping() {
        return "testsrc2=s=320x180:r=25:d=10[out0];"
                + "aevalsrc='if(gte(t,0.5)*lt(mod(t,1),0.05),0.6*sin(1000*2*PI*t),0)':s=48000:d=10[out1]";
    }

    /** Returns where each sound begins after at least half as much silence as a beep is long. */
    private static List<Integer> beeps(short[] sound) {
        List<Integer> found = new ArrayList<>();
        int quiet = BEEP;
        for (int i = 0; i < sound.length; i++) {
            boolean loud = Math.abs(sound[i]) > 6000;
            if (loud && quiet > BEEP / 2) found.add(i);
            quiet = loud ? 0 : quiet + 1;
        }
        return found;
    }

    private static int loudest(short[] sound, double from, double to) {
        int loudest = 0;
        for (int i = (int) (from * Sound.RATE); i < to * Sound.RATE; i++)
            loudest = Math.max(loudest, Math.abs(sound[i]));
        return loudest;
    }
}
