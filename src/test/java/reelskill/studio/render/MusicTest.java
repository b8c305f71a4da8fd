package reelskill.studio.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reelskill.studio.render.Stage.RATE;
import static reelskill.studio.render.Stage.segment;
import static reelskill.studio.render.Stage.timeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;
import reelskill.studio.timeline.VolumeChanges;

class MusicTest {
    /** Syllables of 300 Hz from 4 to 7 s over the hiss of a room. */
    private static final String TALK = "color=white:s=320x180:r=25:d=14[out0];"
            + "aevalsrc='0.3*sin(2*PI*300*t)*between(t,4,7)*lt(mod(t,0.25),0.18)+0.0005*(random(0)-0.5)':d=14:s=48000[out1]";

    private static final String[] PCM = {"-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"12", "0"})
    void musicGoesDownWhileSomebodySpeaksAndComesUpAgain(double ducking) {
        Stage stage = new Stage(folder)
                .make("talk.mov", TALK, PCM)
                .speaking("talk.mov", 4, 7)
                .make("song.wav", tone(1000, 14));
        short[] sound = Stage.sound(stage.rendered(film("talk.mov", 350).withMusic(List.of(bed(14, 350, ducking)))));
        double before = Ears.level(sound, 1000, 1, 3);
        assertThat(Ears.level(sound, 1000, 4.2, 6.8) - before).isCloseTo(-ducking, within(0.5));
        assertThat(Ears.level(sound, 1000, 9, 11) - before).isCloseTo(0, within(0.2));
        // It is down when the first syllable comes, and nowhere jumps.
        assertThat(Ears.level(sound, 1000, 3.99, 4.05) - before).isCloseTo(-ducking, within(1.0));
        double[] course = IntStream.range(0, 60)
                .mapToDouble(i -> Ears.level(sound, 1000, 3 + i * 0.1, 3.1 + i * 0.1))
                .toArray();
        for (int i = 1; i < course.length; i++) {
            assertThat(Math.abs(course[i] - course[i - 1])).isLessThan(10);
        }
    }

    @Test
    void shortMusicIsRepeatedWithoutAGapOrAClickAndFadesAtTheEnd() {
        Stage stage = new Stage(folder)
                .make("film.mov", "color=white:s=320x180:r=25:d=20", "-pix_fmt", "yuv420p")
                .make("song.wav", "anoisesrc=d=6:c=brown:a=0.5:seed=3:r=48000,lowpass=400", "-c:a", "pcm_s16le");
        Timeline film = film("film.mov", 500);
        short[] sound = Stage.sound(
                stage.rendered(film.withMusic(List.of(bed(6, 500, 12).withFades(0, 50)))));
        double level = Ears.level(sound, 0.5, 17);
        for (double at = 1; at < 17; at += 0.5) {
            assertThat(Ears.level(sound, at, at + 0.5)).as("at %s", at).isCloseTo(level, within(4.5));
        }
        assertThat(steepest(sound, 1, 17)).isLessThan(3 * steepest(sound, 1, 3));
        assertThat(Ears.level(sound, 19.8, 20)).isLessThan(level - 20);
    }

    @ParameterizedTest
    @CsvSource({"-14", "-23"})
    void wholeMixIsAsLoudAsWantedAndItsPeaksStayBelow(double lufs) {
        String clicks = "+0.9*lt(mod(t,1),0.002)";
        Stage stage = new Stage(folder)
                .make("talk.mov", TALK.replace("+0.0005", clicks + "+0.0005"), PCM)
                .make("song.wav", tone(440, 14));
        Timeline film =
                film("talk.mov", 350).withMusic(List.of(bed(14, 350, 12))).withLoudness(OptionalDouble.of(lufs));
        Path file = stage.rendered(film);
        assertThat(Ears.loudness(file)).isCloseTo(lufs, within(0.5));
        assertThat(Ears.truePeak(file)).isLessThan(-1.0);
    }

    @Test
    void partsOfTheSoundAndOfTheMusicHaveTheirOwnVolumes() {
        Stage stage = new Stage(folder)
                .make("a.mov", "color=white:s=320x180:r=25:d=8[out0];" + tone(300, 8) + "[out1]", PCM)
                .make("song.wav", tone(1000, 8));
        MediaSegment clip = segment("a.mov", 0, 150, 50)
                .with(VolumeChanges.NONE.with(TimeRange.ofSeconds(4, 5), 0).with(TimeRange.ofSeconds(6, 7), 0.1));
        MusicBed bed = bed(8, 150, 0);
        bed = bed.withPiece(bed.piece().with(VolumeChanges.NONE.with(TimeRange.ofSeconds(1, 2), 0.5)));
        short[] sound = Stage.sound(stage.rendered(
                timeline(RATE, new Track(TrackKind.VIDEO, List.of(clip))).withMusic(List.of(bed))));
        double full = Ears.level(sound, 300, 0.2, 1.8);
        assertThat(Ears.level(sound, 300, 2.1, 2.9)).isLessThan(full - 50);
        assertThat(Ears.level(sound, 300, 3.1, 3.9)).isCloseTo(full, within(0.2));
        assertThat(Ears.level(sound, 300, 4.1, 4.9)).isCloseTo(full - 20, within(0.3));
        double music = Ears.level(sound, 1000, 0.1, 0.9);
        assertThat(Ears.level(sound, 1000, 1.1, 1.9)).isCloseTo(music - 6, within(0.3));
        assertThat(Ears.level(sound, 1000, 2.1, 2.9)).isCloseTo(music, within(0.2));
    }

    @Test
    void changedVolumeDoesNotMakeThePicturesAnew() {
        Stage stage =
                new Stage(folder).make("a.mov", "color=white:s=320x180:r=25:d=4[out0];" + tone(300, 4) + "[out1]", PCM);
        stage.rendered(film("a.mov", 100));
        MediaSegment muted = segment("a.mov", 0, 100, 0).with(VolumeChanges.NONE.with(TimeRange.ofSeconds(1, 2), 0));
        RenderReport report =
                stage.render(timeline(RATE, new Track(TrackKind.VIDEO, List.of(muted))), folder.resolve("again.mp4"));
        assertThat(report.reused()).isEqualTo(report.chunks());
    }

    @Test
    void silenceIsNotMadeLoud() {
        Stage stage =
                new Stage(folder).make("film.mov", "color=white:s=320x180:r=25:d=2[out0];anullsrc=d=2[out1]", PCM);
        Path file = stage.rendered(film("film.mov", 50).withLoudness(OptionalDouble.of(-14)));
        assertThat(Stage.sound(file)).hasSizeGreaterThan(90_000).containsOnly((short) 0);
    }

    private static Timeline film(String id, int frames) {
        return timeline(RATE, new Track(TrackKind.VIDEO, List.of(segment(id, 0, frames, 0))));
    }

    private static MusicBed bed(double seconds, long frames, double ducking) {
        Music music = new Music(Duration.ofMillis(Math.round(seconds * 1000)), ducking, Optional.empty());
        MediaSegment piece =
                MediaSegment.of("new", 0, 1, "song.wav", "song.wav", 0).with(music);
        return new MusicBed(piece.withVolume(0.5), 0, frames, 0, 0);
    }

    private static String tone(int hertz, int seconds) {
        return "aevalsrc='0.4*sin(2*PI*%d*t)':d=%d:s=48000".formatted(hertz, seconds);
    }

    private static int steepest(short[] sound, int from, int to) {
        return IntStream.range(from * 48_000, to * 48_000)
                .map(i -> Math.abs(sound[i + 1] - sound[i]))
                .max()
                .orElseThrow();
    }
}
