package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.TimeRange;
import reelskill.studio.plan.BoringRule;

/** The project's own clip, whose words and pauses are known exactly. */
class TalkTest {
    private static final Path MEDIA = Path.of("tests-fixtures", "media");

    @TempDir
    Path folder;

    private JsonNode truth;
    private List<TimeRange> boring;

    @BeforeEach
    void analyse() throws IOException {
        truth = new JsonMapper().readTree(MEDIA.resolve("talk.truth.json").toFile());
        SoundCache sounds = new SoundCache(SharedMedia.FFMPEG, folder);
        boring = new FootageAnalysis(SharedMedia.FFMPEG, sounds, MEDIA::resolve, folder)
                .boringStretches("talk.mp4", BoringRule.DEFAULT);
    }

    @Test
    void everyPauseIsFoundToAQuarterSecond() {
        JsonNode pauses = truth.path("pauses");
        assertThat(boring).hasSameSizeAs(pauses);
        for (int i = 0; i < boring.size(); i++) {
            double before =
                    seconds(boring.get(i).in()) - pauses.path(i).path("start").asDouble();
            double after = pauses.path(i).path("end").asDouble()
                    - seconds(boring.get(i).out());
            assertThat(List.of(before, after)).as("pause " + i).allSatisfy(edge -> assertThat(edge)
                    .isBetween(0.1, 0.25));
        }
    }

    @Test
    void noWordIsTouched() {
        List<TimeRange> words = new ArrayList<>();
        for (JsonNode sentence : truth.path("sentences")) {
            for (JsonNode word : sentence.path("words")) {
                words.add(TimeRange.ofSeconds(
                        word.path(1).asDouble(), word.path(2).asDouble()));
            }
        }
        assertThat(words).hasSizeGreaterThan(50);
        assertThat(boring).allSatisfy(range -> assertThat(words).noneMatch(word -> overlap(word, range)));
    }

    @Test
    void frozenPictureIsFound() {
        List<Span> stills = new StillPicture(SharedMedia.FFMPEG).spans(MEDIA.resolve("talk.mp4"), 0);
        JsonNode frozen = truth.path("frozen");
        assertThat(stills).singleElement().satisfies(still -> {
            assertThat(seconds(still.toTimeRange().in()))
                    .isBetween(
                            frozen.path("start").asDouble() - 0.15,
                            frozen.path("start").asDouble() + 0.15);
            assertThat(seconds(still.toTimeRange().out()))
                    .isBetween(
                            frozen.path("end").asDouble() - 0.15,
                            frozen.path("end").asDouble() + 0.15);
        });
    }

    private static boolean overlap(TimeRange one, TimeRange other) {
        return one.in().compareTo(other.out()) < 0 && other.in().compareTo(one.out()) < 0;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
