package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reelskill.language.Language;
import reelskill.studio.timeline.Score.Mood;
import reelskill.studio.timeline.Timeline;

/**
 * What people say and what becomes of it: lines of half, scene (some tables have none), sentence and plan. The half
 * "tune" is read word for word; the half "test" was never tuned on, and 95 % of it have to be understood.
 */
abstract class SentenceTable {
    private final List<Row> rows;

    SentenceTable(String resource) {
        rows = rows(resource);
    }

    /** Returns what becomes of {@code sentence}, in the table's notation; a table without scenes is read with "". */
    abstract String read(String scene, String sentence);

    @TestFactory
    Stream<DynamicTest> tunedSentenceIsUnderstood() {
        return half("tune").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(), () -> assertThat(read(row)).isEqualTo(row.plan)));
    }

    @Test
    void atLeast95PercentOfTheUntunedHalfAreUnderstood() {
        List<Row> half = half("test");
        List<String> wrong = half.stream()
                .filter(row -> !read(row).equals(row.plan))
                .map(row -> row + "  →  " + read(row) + "  instead of  " + row.plan)
                .toList();
        assertThat(wrong.size())
                .as("of %d wrong:%n%s", half.size(), String.join("\n", wrong))
                .isLessThanOrEqualTo(half.size() / 20);
    }

    @Test
    void noSentenceLeadsSilentlyToAnEditThatWasNotAskedFor() {
        assertThat(rows).allSatisfy(row -> {
            Set<String> wanted = Set.of(row.plan.split(" ; "));
            String plan = read(row);
            boolean admits = plan.contains("ask") || plan.contains("huh") || plan.contains("cannot");
            if (!admits) assertThat(wanted).as(row.sentence).containsAll(List.of(plan.split(" ; ")));
        });
    }

    /** Returns all of the library, one after the other, under calm music. */
    static Timeline underMusic(List<LibraryItem> library) {
        return new AddMusic(new MusicSource.Composed(Mood.CALM), MusicLevel.FITTING, List.of(), true)
                .apply(new Scene(Timelines.of("talk", library), new Library(library), Language.ENGLISH))
                .after();
    }

    static List<LibraryItem> join(List<LibraryItem> clips, LibraryItem... more) {
        return Stream.concat(clips.stream(), Stream.of(more)).toList();
    }

    private String read(Row row) {
        return read(row.scene, row.sentence);
    }

    private List<Row> half(String half) {
        List<Row> found = rows.stream().filter(row -> row.half.equals(half)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<Row> rows(String resource) {
        try (var in = SentenceTable.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Row.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String half, String scene, String sentence, String plan) {
        static Row of(String... cells) {
            int last = cells.length - 1;
            return new Row(cells[0], last == 2 ? "" : cells[1], cells[last - 1], cells[last]);
        }

        @Override
        public String toString() {
            return scene.isEmpty() ? sentence : scene + ": " + sentence;
        }
    }
}
