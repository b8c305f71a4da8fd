package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reelskill.studio.timeline.Timeline;

/** The table of {@code sentences-versions.tsv}: what people say about versions. */
class VersionSentencesTest {
    private static final List<Row> ROWS = rows();
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);
    private final Planner planner = new Planner();

    @TestFactory
    List<DynamicTest> tunedSentenceIsUnderstood() {
        return rows("tune").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.sentence, () -> assertThat(read(row)).isEqualTo(row.plan)))
                .toList();
    }

    @Test
    void atLeast95PercentOfTheUntunedHalfAreUnderstood() {
        List<Row> half = rows("test");
        List<String> wrong = half.stream()
                .filter(row -> !read(row).equals(row.plan))
                .map(row -> row.sentence + "  →  " + read(row) + "  instead of  " + row.plan)
                .toList();
        assertThat(half.size() - wrong.size())
                .as("understood of %d; wrong:%n%s", half.size(), String.join("\n", wrong))
                .isGreaterThanOrEqualTo((int) Math.ceil(half.size() * 0.95));
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

    private String read(Row row) {
        return Notation.of(planner.plan(
                row.sentence, TIMELINE, Library.THREE_CLIPS, new Past(Set.of("rough cut", "粗剪"), Optional::empty)));
    }

    private static List<Row> rows(String half) {
        return ROWS.stream().filter(row -> row.half.equals(half)).toList();
    }

    private static List<Row> rows() {
        try (var in = VersionSentencesTest.class.getResourceAsStream("sentences-versions.tsv")) {
            List<Row> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) rows.add(new Row(cells[0], cells[1], cells[2]));
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Row(String half, String sentence, String plan) {}
}
