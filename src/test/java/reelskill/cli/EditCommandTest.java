package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.MediaFormat;
import reelskill.studio.ffmpeg.Ffmpeg;

/** The README's first command and what follows on it, on the project's own clip, whose truth is known exactly. */
class EditCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));
    private static final double FRAME = 1 / 30.0;

    @TempDir
    static Path folder;

    private static Shell shell;
    private static Path made;
    private static Shell.Result first;
    private static List<double[]> kept;
    private static JsonNode truth;

    @BeforeAll
    static void edit() throws IOException {
        shell = new Shell(folder.resolve("home"));
        made = folder.resolve("out.mp4");
        first = shell.run(
                "edit",
                "--local",
                Shell.TALK,
                "cut the boring parts, add transitions, add a title saying 'Weekly update', and export",
                "-o",
                made);
        kept = keptRanges();
        truth = JSON.readTree(
                Path.of("tests-fixtures", "media", "talk.truth.json").toFile());
    }

    @AfterEach
    void nothingHalfWrittenIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void commandSucceedsAndSaysWhatItDid() {
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("Removed 10 pauses, 18.")
                .contains("Added 10 crossfades of 0.5 s")
                .contains("Title added: \"Weekly update\" (0-3 s)");
    }

    @Test
    void twoKindsOfFileAtOnceAreRefused() {
        Path named = folder.resolve("two.mp4");
        Shell.Result refused = shell.run("export", "--format", "gif", "-o", named);
        assertThat(refused.code()).isEqualTo(9);
        assertThat(refused.err()).contains("is no name for gif", "end the name in .gif");
        assertThat(named).doesNotExist();
    }

    @Test
    void summaryHasTheDocumentedForm() {
        assertThat(first.out())
                .containsPattern("Timeline \\(2 tracks\\): 1\\. Video: talk\\.mp4 \\(0-[0-9.]+s, 11 parts\\)"
                        + " 2\\. Title: \"Weekly update\" \\(0-3s\\)");
    }

    @Test
    void everyRemovedStretchLiesInsideAPauseOfTheTruth() {
        List<double[]> pauses = ranges(truth.path("pauses"));
        for (double[] removed : removed()) {
            assertThat(pauses)
                    .as("removed %.3f to %.3f", removed[0], removed[1])
                    .anyMatch(pause -> removed[0] >= pause[0] && removed[1] <= pause[1]);
        }
        assertThat(removed()).hasSize(10);
    }

    @Test
    void noSpokenSentenceIsClipped() {
        for (double[] sentence : ranges(truth.path("sentences"))) {
            assertThat(kept)
                    .as("sentence %.3f to %.3f", sentence[0], sentence[1])
                    .anyMatch(range -> range[0] <= sentence[0] && range[1] >= sentence[1]);
        }
    }

    @Test
    void durationEqualsTheTimelinesAndSoundEqualsPicture() throws IOException {
        double told = kept.stream().mapToDouble(range -> range[1] - range[0]).sum();
        assertThat(stream("v:0")).isCloseTo(told, within(FRAME));
        assertThat(stream("a:0")).isCloseTo(stream("v:0"), within(0.025));
    }

    @Test
    void pictureOfKeptMomentsIsThatOfTheSource() {
        double start = 0;
        List<Double> likeness = new ArrayList<>();
        for (double[] range : kept) {
            double middle = (range[1] - range[0]) / 2;
            // The title covers the first three seconds.
            if (start + middle > 3.2) {
                likeness.add(ssim(start + middle, range[0] + middle));
            }
            start += range[1] - range[0];
        }
        assertThat(likeness).hasSizeGreaterThanOrEqualTo(9).allMatch(value -> value >= 0.95);
    }

    @Test
    void followUpNeedsNoFileAndUndoBringsTheOldTimelineBack() {
        String before = shell.run("timeline").out();
        Shell.Result bigger = shell.run("edit", "--local", "make the title bigger");
        assertThat(bigger.code()).as(bigger.err()).isZero();
        Shell.Result undone = shell.run("edit", "undo that");
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(shell.run("timeline").out()).isEqualTo(before);
    }

    @Test
    void nonsenseChangesNothingAndExportsNothing() {
        String before = shell.run("timeline").out();
        Path none = folder.resolve("none.mp4");
        Shell.Result result = shell.run("edit", "--local", "florble the wug sideways", "-o", none);
        assertThat(result.code()).isEqualTo(ExitCode.QUESTION.value);
        assertThat(result.out()).contains("Nothing was changed.");
        assertThat(none).doesNotExist();
        assertThat(shell.run("timeline").out()).isEqualTo(before);
    }

    @Test
    void questionsAboutTheTimelineAndLooksAreAnsweredAndNotCalledUnchanged() {
        for (String asked : List.of("how long is the video?", "dry run: remove the first second")) {
            Shell.Result answer = shell.run("edit", "--local", asked);
            assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
            assertThat(answer.out()).doesNotContain("Nothing was changed.", "It was so already");
        }
    }

    @Test
    void wishThatIsFulfilledAlreadyIsExportedWhereAFileIsNamed() throws IOException {
        Path still = folder.resolve("still.png");
        Shell another = new Shell(folder.resolve("another"));
        Shell.Result again = another.run("edit", "--local", Shell.TALK, "make it 16:9", "-o", still);
        assertThat(again.out())
                .startsWith("The picture is 1280x720 already.\nTimeline (1 track)")
                .doesNotContain("It was so already", "Nothing was changed");
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(MediaFormat.sniff(still)).contains(MediaFormat.PNG);
    }

    @Test
    void questionIsAskedInPlaceOfAGuess() {
        Shell.Result result = shell.run("edit", "--local", "add a title");
        assertThat(result.code()).isEqualTo(ExitCode.QUESTION.value);
        assertThat(result.out()).contains("?");
    }

    @Test
    void bareAnswerIsToldInTheLanguageThatWasSpoken() {
        Shell chinese = new Shell(folder.resolve("chinese"));
        chinese.run("edit", "--local", Shell.TALK, "做成方形");
        assertThat(chinese.run("edit", "--local", "ok").out()).contains("没听懂“ok”");
        chinese.run("edit", "--local", "会剪掉哪些无聊的部分");
        assertThat(chinese.run("edit", "--local", "yes").out()).contains("时间线（1条轨道）：1. 视频：");
        assertThat(chinese.run("timeline").out()).startsWith("时间线（");
        assertThat(chinese.run("edit", "--local", "undo").out()).contains("Timeline (1 track)");
        assertThat(chinese.run("timeline").out()).startsWith("Timeline (1 track)");
    }

    @Test
    void secondExportToTheSamePlaceReplacesOurOwnFile() {
        Shell.Result again = shell.run("export", "-o", made, "--json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(json(again).path("output").path("width").asInt()).isEqualTo(1280);
    }

    @Test
    void statusListsNoOpenExportAfterASuccess() {
        assertThat(json(shell.run("status", "--json")).path("exports")).isEmpty();
        assertThat(json(shell.run("exports", "--json"))
                        .path("exports")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void exportThatIsFinishedCannotBeCancelled() {
        String id =
                json(shell.run("exports", "--json")).at("/exports/0/render_id").asText();
        assertThat(shell.run("exports", "cancel", id).err()).contains("There is no such export");
        assertThat(shell.run("exports").out()).contains(id + "  done  ");
    }

    @Test
    void creditsAreUntouchedOnTheOwnMachine() {
        assertThat(json(shell.run("credits", "--json"))
                        .path("credits")
                        .path("available")
                        .asInt())
                .isEqualTo(100);
    }

    /** Returns what the draft that was exported keeps of the clip, in seconds of the clip. */
    private static List<double[]> keptRanges() throws IOException {
        JsonNode export =
                JSON.readTree(only(folder.resolve("home/client/exports")).toFile());
        List<double[]> ranges = new ArrayList<>();
        for (JsonNode segment : export.path("draft").path("t").path(0).path("sg")) {
            double in = segment.path("in").asLong() / 1000.0;
            ranges.add(new double[] {in, in + segment.path("d").asLong() / 1000.0});
        }
        return ranges;
    }

    private static Path only(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static List<double[]> removed() {
        List<double[]> removed = new ArrayList<>();
        for (int i = 1; i < kept.size(); i++) {
            removed.add(new double[] {kept.get(i - 1)[1], kept.get(i)[0]});
        }
        return removed;
    }

    private static List<double[]> ranges(JsonNode array) {
        List<double[]> ranges = new ArrayList<>();
        array.forEach(one -> ranges.add(
                new double[] {one.path("start").asDouble(), one.path("end").asDouble()}));
        assertThat(ranges).isNotEmpty();
        return ranges;
    }

    private static double stream(String which) {
        return FFMPEG.probe(List.of(
                        "-v", "error", "-select_streams", which, "-show_entries", "stream=duration", made.toString()))
                .path("streams")
                .path(0)
                .path("duration")
                .asDouble();
    }

    private static double ssim(double madeSeconds, double sourceSeconds) {
        return Likeness.ssim(FFMPEG, made, madeSeconds, Shell.TALK, sourceSeconds);
    }

    private static JsonNode json(Shell.Result result) {
        try {
            return JSON.readTree(result.out());
        } catch (IOException e) {
            throw new AssertionError(result.out(), e);
        }
    }
}
