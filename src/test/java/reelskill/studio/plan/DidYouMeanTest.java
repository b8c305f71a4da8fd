package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import reelskill.studio.timeline.Timeline;

/** The table of {@code didyoumean.tsv}: what is asked about what was not understood. */
class DidYouMeanTest {
    private static final Planner PLANNER = new Planner();
    private static final Timeline TIMELINE = Timelines.of("talk", Library.THREE_CLIPS);
    private static final Library SUPPLIES = new Library(Library.THREE_CLIPS);

    /** The vocabulary grows: what is understood by now needs no question. */
    @ParameterizedTest
    @CsvFileSource(resources = "didyoumean.tsv", delimiter = '\t', quoteCharacter = '\0')
    void nothingElseIsAskedAboutThanWhatWasMeant(String message, String meant) {
        EditPlan plan = plan(message);
        String asked = offer(plan, TIMELINE).map(it -> read(it.sentences())).orElse("-");
        if (!plan.notUnderstood().isEmpty())
            assertThat(asked).isIn("-", meant.equals("-") ? "-" : read(List.of(meant)));
    }

    @Test
    void mostOfWhatWasMeantIsAskedAboutOrUnderstood() throws IOException {
        List<String> missed = rows().stream()
                .filter(row -> !row[1].equals("-"))
                .map(row -> plan(row[0]))
                .filter(plan ->
                        !plan.notUnderstood().isEmpty() && offer(plan, TIMELINE).isEmpty())
                .map(plan -> plan.notUnderstood().get(0))
                .toList();
        assertThat(missed).hasSizeLessThan(rows().size() / 5);
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream in = DidYouMeanTest.class.getResourceAsStream("didyoumean.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    private static String read(List<String> sentences) {
        return sentences.stream().map(sentence -> Notation.of(plan(sentence))).collect(Collectors.joining(" / "));
    }

    @Test
    void whatWouldChangeNothingIsNotAskedAbout() {
        EditPlan plan = plan("yank the tune pronto");
        assertThat(offer(plan, TIMELINE)).isEmpty();
        assertThat(offer(plan, SentenceTable.underMusic(Library.THREE_CLIPS)))
                .contains(new Offer(List.of("remove the music")));
    }

    @Test
    void emptyTimelineIsAskedNothing() {
        EditPlan plan = PLANNER.plan("yank the first 5 seconds", Timelines.empty("talk", List.of()), List.of());
        assertThat(offer(plan, Timelines.empty("talk", List.of()))).isEmpty();
    }

    @Test
    void whatTheMessageDoesAnywayIsNotAskedAbout() {
        EditPlan plan = plan("mute clip 2. zzyzx shut up clip 2");
        assertThat(plan.notUnderstood()).hasSize(1);
        assertThat(offer(plan, TIMELINE)).isEmpty();
    }

    @Test
    void refusalNamesTheNearestThatWorks() {
        List<String> near = PLANNER.didYouMean()
                .examples(List.of("make zzyzx louder qwyjibo"), situation(TIMELINE, plan("make zzyzx louder qwyjibo")));
        assertThat(near).hasSize(2).first().asString().contains("louder");
    }

    @Test
    void whatNobodyKnowsHasNoExampleNearIt() {
        assertThat(PLANNER.didYouMean()
                        .examples(List.of("what do you think"), situation(TIMELINE, plan("what do you think"))))
                .isEmpty();
    }

    /** Each loose phrase stands once: the second would never be reached, and nobody would know which one is meant. */
    @Test
    void noLoosePhraseIsThereTwice() {
        assertThat(Lexicon.lines("loose-words.txt").stream()
                        .map(line -> line.substring(line.indexOf(": ") + 2))
                        .flatMap(phrases -> List.of(phrases.split(", ", -1)).stream())
                        .collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    private static EditPlan plan(String message) {
        return PLANNER.plan(message, TIMELINE, Library.THREE_CLIPS);
    }

    private static Optional<Offer> offer(EditPlan plan, Timeline after) {
        return PLANNER.didYouMean().offer(plan, situation(after, plan), SUPPLIES);
    }

    private static Situation situation(Timeline after, EditPlan plan) {
        return new Situation(after, Library.THREE_CLIPS, Past.NONE, plan.language());
    }
}
