package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.Word;

/** What is heard in the project's own clip, whose words and their times are known exactly, and in what is no English. */
class TranscriptTest {
    private static final Path TALK = Path.of("tests-fixtures", "media", "talk.mp4");

    @TempDir
    static Path folder;

    private static JsonNode truth;
    private static Transcript transcript;

    @BeforeAll
    static void transcribe() throws IOException {
        truth = new JsonMapper()
                .readTree(TALK.resolveSibling("talk.truth.json").toFile())
                .path("sentences");
        transcript = analysis().transcript(TALK.toString());
    }

    @Test
    void fourWordsOfFiveAreRight() {
        String said = String.join(" ", truth.findValuesAsText("text"));
        String heard =
                String.join(" ", transcript.phrases().stream().map(Phrase::text).toList());
        assertThat(WordErrors.rate(said, heard)).as(heard).isLessThan(0.2);
        assertThat(transcript.isReliable()).isTrue();
    }

    @Test
    void sentencesBeginAndEndWhereTheyAreSaid() {
        List<TimeRange> heard = transcript.phrases().stream().map(Phrase::time).toList();
        assertThat(truth).allSatisfy(sentence -> {
            assertThat(heard).anyMatch(time -> isNear(time.in(), sentence.path("start")));
            assertThat(heard).anyMatch(time -> isNear(time.out(), sentence.path("end")));
        });
    }

    @Test
    void mostWordsAreFoundWithinAQuarterSecond() {
        List<Double> off = new ArrayList<>();
        List<JsonNode> said = new ArrayList<>();
        truth.forEach(sentence -> sentence.path("words").forEach(said::add));
        for (Word word : transcript.words()) {
            double in = word.in().toMillis() / 1000.0;
            said.stream()
                    .filter(node -> Word.sound(node.path(0).asText()).equals(word.sound()))
                    .mapToDouble(node -> Math.abs(node.path(1).asDouble() - in))
                    .filter(distance -> distance < 2)
                    .min()
                    .ifPresent(off::add);
        }
        Collections.sort(off);
        assertThat(off).hasSizeGreaterThan(60);
        assertThat(off.get(off.size() * 9 / 10)).isLessThan(0.3);
    }

    @Test
    void transcriptIsKeptByContent() throws IOException {
        Path copy = Files.copy(TALK, folder.resolve("copy.mp4"), StandardCopyOption.COPY_ATTRIBUTES);
        Path results = folder.resolve("analysis");
        List<Path> before = files(results);
        assertThat(analysis().transcript(copy.toString())).isEqualTo(transcript);
        assertThat(files(results)).isEqualTo(before);
    }

    /** Speech backwards sounds like a language that nobody taught the recognizer. */
    @Test
    void nothingIsMadeUpWhereNothingIsEnglish() {
        Path backwards = made("backwards.wav", "-t", "20", "-i", TALK.toString(), "-vn", "-af", "areverse");
        Transcript heard = analysis().transcript(backwards.toString());
        assertThat(heard.isReliable()).isFalse();
        assertThat(heard.spoken()).isGreaterThan(Duration.ofSeconds(8));
    }

    @Test
    void noiseHasNoWords() {
        Path noise = made("noise.wav", "-f", "lavfi", "-i", "anoisesrc=c=pink:a=0.2:d=6:seed=1");
        assertThat(analysis().transcript(noise.toString()).phrases()).isEmpty();
        assertThat(analysis().speech(noise.toString())).isEmpty();
    }

    private static boolean isNear(Duration time, JsonNode seconds) {
        return Math.abs(time.toMillis() / 1000.0 - seconds.asDouble()) < 0.2;
    }

    private static Path made(String name, String... arguments) {
        Path file = folder.resolve(name);
        List<String> all = Stream.concat(
                        Stream.of("-v", "error", "-y"), Stream.concat(Stream.of(arguments), Stream.of(file.toString())))
                .toList();
        SharedMedia.FFMPEG.run(all, new FfmpegJob(Duration.ofSeconds(1), share -> {}, new Cancellation()));
        return file;
    }

    private static FootageAnalysis analysis() {
        SoundCache sounds = new SoundCache(SharedMedia.FFMPEG, folder.resolve("sounds"));
        return new FootageAnalysis(SharedMedia.FFMPEG, sounds, Path::of, folder.resolve("analysis"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
