package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reelskill.studio.render.Stage.RATE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.FootageAnalysis;
import reelskill.studio.analysis.LoudnessMeter;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Measure;
import reelskill.studio.check.MixLoudness;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.VolumeChanges;

/** What a receipt says of a timeline before anything is rendered is what the rendered file then is. */
class MeasureTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final double HALF_A_DECIBEL = 0.5;

    @TempDir
    Path folder;

    private Stage stage;
    private SoundCache sounds;

    @BeforeEach
    void film() {
        stage = new Stage(folder)
                .make(
                        "talk.mov",
                        "testsrc2=s=160x90:r=25:d=12[out0];"
                                + "aevalsrc='(0.02+0.3*lt(mod(t,2),1.2))*sin(2*PI*(200+40*t)*t)':s=48000:d=12[out1]",
                        "-c:a",
                        "pcm_s16le")
                .make("tune.wav", "sine=f=660:r=48000:d=12,volume=-12dB");
        sounds = new SoundCache(Stage.FFMPEG, folder.resolve("sounds"));
    }

    @Test
    void loudnessOfAMixIsKnownWithoutMixing() {
        VolumeChanges quieter = VolumeChanges.NONE.with(TimeRange.ofSeconds(5, 7), 0.3);
        Timeline timeline = Stage.timeline(
                RATE,
                new Track(
                        TrackKind.VIDEO,
                        List.of(
                                Stage.segment("talk.mov", 0, 60, 20).withFades(25, 0),
                                Stage.segment("talk.mov", 60, 100, 100)
                                        .withVolume(0.5)
                                        .with(quieter),
                                Stage.segment("talk.mov", 160, 40, 40).withPace(new Pace.Speed(2)))),
                new Track(TrackKind.AUDIO, List.of(Stage.segment("tune.wav", 20, 80, 0))));
        Measure measure = measured(timeline, LONG);
        assertThat(measure.loudness().orElseThrow()).isCloseTo(heard(timeline), within(HALF_A_DECIBEL));
        assertThat(measure.pictureMillis()).isEqualTo(8000);
        assertThat(measure.soundMillis()).isEqualTo(8000);
    }

    @Test
    void soundThatEndsBeforeThePictureIsTold() {
        MediaSegment still = Stage.segment("talk.mov", 50, 25, 250).withPace(new Pace.Freeze(60));
        Timeline timeline =
                Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(Stage.segment("talk.mov", 0, 50, 0), still)));
        assertThat(measured(timeline, LONG)).satisfies(measure -> {
            assertThat(measure.pictureMillis()).isEqualTo(3000);
            assertThat(measure.soundMillis()).isEqualTo(2000);
        });
        Timeline mute = timeline.withEachMedia(clip -> clip.withVolume(0));
        assertThat(measured(mute, LONG)).isEqualTo(new Measure(3000, 0, OptionalDouble.empty()));
    }

    @Test
    void evenedSoundIsAsLoudAsItWasToldToBe() {
        Timeline timeline = Stage.timeline(
                        RATE, new Track(TrackKind.VIDEO, List.of(Stage.segment("talk.mov", 0, 100, 0))))
                .withLoudness(OptionalDouble.of(-14));
        assertThat(measured(timeline, LONG).loudness()).hasValue(-14);
        assertThat(heard(timeline)).isCloseTo(-14, within(HALF_A_DECIBEL));
    }

    @Test
    void nobodyWaitsForLongSoundThatWasNeverMeasured() {
        Timeline timeline =
                Stage.timeline(RATE, new Track(TrackKind.VIDEO, List.of(Stage.segment("talk.mov", 0, 100, 0))));
        assertThat(measured(timeline, Duration.ofSeconds(5)).loudness()).isEmpty();
        assertThat(folder.resolve("sounds")).doesNotExist();
        analysis().loudness("talk.mov");
        assertThat(measured(timeline, Duration.ofSeconds(5)).loudness()).isPresent();
        assertThat(Files.exists(folder.resolve("sounds"))).isTrue();
    }

    private Measure measured(Timeline timeline, Duration longest) {
        FootageAnalysis analysis = analysis();
        return Measure.of(timeline, analysis, new MixLoudness(id -> analysis.powers(id, longest)));
    }

    private FootageAnalysis analysis() {
        return new FootageAnalysis(Stage.FFMPEG, sounds, folder::resolve, folder.resolve("analysis"));
    }

    private double heard(Timeline timeline) {
        try (Sound sound = sounds.open(stage.rendered(timeline)).orElseThrow()) {
            return LoudnessMeter.of(sound).orElseThrow();
        }
    }
}
