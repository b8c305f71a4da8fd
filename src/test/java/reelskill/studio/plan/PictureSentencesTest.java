package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reelskill.language.Language;
import reelskill.studio.timeline.Score.Mood;
import reelskill.studio.timeline.Timeline;

/** The table of {@code picture-sentences.tsv}: what puts picture and sound right. */
class PictureSentencesTest {
    private static final List<Row> ROWS = rows();

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
        List<LibraryItem> library = Library.THREE_CLIPS;
        Timeline plain = Timelines.of("talk", library);
        MusicSource calm = new MusicSource.Composed(Mood.CALM);
        boolean music = row.scene.startsWith("music");
        Timeline now = music
                ? new AddMusic(calm, MusicLevel.FITTING, List.of(), true)
                        .apply(new Scene(plain, new Library(library), Language.ENGLISH))
                        .after()
                : plain;
        List<LibraryItem> named = new ArrayList<>(library);
        if (row.scene.startsWith("lut")) named.add(Library.table("t1", "teal.cube"));
        if (row.scene.equals("luts")) named.add(Library.table("t2", "warm.cube"));
        return Notation.of(new Planner().plan(row.sentence, now, named));
    }

    private static List<Row> rows() {
        try (var in = PictureSentencesTest.class.getResourceAsStream("picture-sentences.tsv")) {
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
