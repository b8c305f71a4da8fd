package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** The table of {@code overlay-sentences.tsv}: what people say about what stands over the video and what becomes of it. */
class OverlaySentencesTest {
    private static final List<Row> ROWS = rows();
    private static final LibraryItem LOGO = Library.picture("p1", "logo.png");
    private static final LibraryItem PHOTO = Library.picture("p2", "photo.jpg");
    private static final LibraryItem CAT = Library.picture("p3", "cat.jpg");
    private static final LibraryItem TALK = Library.video("v1", "talk.mp4", 60);
    private static final LibraryItem CAMERA = Library.video("v2", "webcam.mp4", 20);
    private static final List<LibraryItem> TWO =
            List.of(Library.video("v3", "a.mp4", 12), Library.video("v4", "b.mp4", 9));
    private static final Planner PLANNER = new Planner();

    @TestFactory
    List<DynamicTest> tunedSentenceIsUnderstood() {
        return ROWS.stream()
                .filter(row -> row.half.equals("tune"))
                .map(row -> DynamicTest.dynamicTest(row.scene + ": " + row.sentence, () -> assertThat(read(row))
                        .isEqualTo(row.plan)))
                .toList();
    }

    @Test
    void atLeast95PercentOfTheUntunedHalfAreUnderstood() {
        List<Row> half = ROWS.stream().filter(row -> row.half.equals("test")).toList();
        List<String> wrong = half.stream()
                .filter(row -> !read(row).equals(row.plan))
                .map(row -> row.scene + ": " + row.sentence + "  →  " + read(row) + "  instead of  " + row.plan)
                .toList();
        assertThat(wrong.size())
                .as("of %d wrong:%n%s", half.size(), String.join("\n", wrong))
                .isLessThanOrEqualTo(half.size() / 20);
    }

    @Test
    void noSentenceLeadsSilentlyToAnEditThatWasNotAskedFor() {
        assertThat(ROWS).allSatisfy(row -> {
            Set<String> wanted = Set.of(row.plan.split(" ; "));
            String plan = read(row);
            boolean admits = plan.contains("ask") || plan.contains("huh") || plan.contains("cannot");
            if (!admits) assertThat(wanted).as(row.sentence).containsAll(List.of(plan.split(" ; ")));
        });
    }

    private static String read(Row row) {
        List<LibraryItem> clips = Library.THREE_CLIPS;
        return switch (row.scene) {
            case "plain" -> plan(row, Timelines.of("talk", clips), clips);
            case "logo" -> plan(row, Timelines.of("talk", clips), join(clips, LOGO));
            case "pics" -> plan(row, Timelines.of("talk", clips), join(clips, LOGO, PHOTO, CAT));
            case "cam" -> plan(row, talk(), List.of(TALK, CAMERA));
            case "logoed" ->
                plan(row, after(Timelines.of("talk", clips), join(clips, LOGO), "add my logo"), join(clips, LOGO));
            case "camera" ->
                plan(row, after(talk(), List.of(TALK, CAMERA), "add a picture in picture"), List.of(TALK, CAMERA));
            case "split" -> plan(row, after(talk(), List.of(TALK, CAMERA), "split screen"), List.of(TALK, CAMERA));
            case "two" -> plan(row, Timelines.of("two", TWO), TWO);
            case "carded" -> plan(row, after(talk(), List.of(TALK), "add an end card \"Bye\""), List.of(TALK));
            case "both" ->
                plan(
                        row,
                        after(
                                after(talk(), List.of(TALK, LOGO), "add a title \"Hello\""),
                                List.of(TALK, LOGO),
                                "add my logo"),
                        List.of(TALK, LOGO));
            case "titled" -> plan(row, after(talk(), List.of(TALK), "add a title \"Hello\""), List.of(TALK));
            default -> throw new IllegalArgumentException(row.scene);
        };
    }

    private static String plan(Row row, Timeline now, List<LibraryItem> library) {
        return Notation.of(PLANNER.plan(row.sentence, now, library));
    }

    private static Timeline talk() {
        return Timelines.of("talk", List.of(TALK));
    }

    private static Timeline after(Timeline now, List<LibraryItem> library, String sentence) {
        EditResult result = PLANNER.plan(sentence, now, library).apply(now, new Library(library));
        assertThat(result.notDone())
                .as(sentence + " " + Language.ENGLISH)
                .filteredOn(note -> !note.contains("as long as both"))
                .isEmpty();
        return result.after();
    }

    private static List<LibraryItem> join(List<LibraryItem> clips, LibraryItem... more) {
        return Stream.concat(clips.stream(), Arrays.stream(more)).toList();
    }

    private static List<Row> rows() {
        try (var in = OverlaySentencesTest.class.getResourceAsStream("overlay-sentences.tsv")) {
            List<Row> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) rows.add(new Row(cells[0], cells[1], cells[2], cells[3]));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String half, String scene, String sentence, String plan) {}
}
