package reelskill.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.skill.Phrases;
import reelskill.skill.SkillManifest;

class RouterTest {
    private static final Phrases ROUTES = SkillManifest.packed().routes();
    private static final Router WORDS = new Router(ROUTES);
    private static final Router LEARNED = new Router(ROUTES, new LearnedClassifier());
    private static final Router EMBEDDED = new Router(ROUTES, new EmbeddingClassifier());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "give credits at the end of the video | CHAT",
                "add a status bar | CHAT",
                "upload-style animation | CHAT",
                "export the vocals louder | CHAT",
                "export the title to the left side | CHAT",
                "how many left? | CREDITS",
                "what have we got so far | STATE",
                "send it to me | EXPORT",
                "余额还有多少 | CREDITS",
                "is my export finished? | STATE",
                "导出好了吗？ | STATE",
                "what is being said? | CHAT",
                "视频里说了什么？ | CHAT",
                "publish it on my channel | CHAT",
                "upload this to youtube for me | CHAT",
                "帮我发到抖音 | CHAT",
                "a little more | CHAT",
                "export for tiktok | EXPORT",
            })
    void wordInsideAnEditDoesNotMisroute(String message, Action action) {
        assertThat(WORDS.route(message, false)).isEqualTo(Route.of(action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut the boring parts, add transitions, and export a clean final video",
                "add a title saying 'Weekly update', and export",
                "export it with subtitles",
                "剪掉停顿，加转场，然后导出",
            })
    void editThatAsksForTheResultIsExportedAfterTheTurn(String message) {
        assertThat(WORDS.route(message, false)).isEqualTo(new Route(Action.CHAT, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"don't export yet, first add a title", "不要导出，先加标题", "before we export, make it shorter"})
    void postponedExportIsNoExport(String message) {
        assertThat(WORDS.route(message, false)).isEqualTo(Route.of(Action.CHAT));
    }

    @Test
    void fileWithoutWordsIsAnUpload() {
        assertThat(WORDS.route("", true)).isEqualTo(Route.of(Action.UPLOAD));
    }

    @Test
    void fileWithAnEditIsAnEdit() {
        assertThat(WORDS.route("cut the boring parts", true).action()).isEqualTo(Action.CHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add the text \"export\"", "标题写“余额”", "add a title 'status'"})
    void quotedWordIsContent(String message) {
        assertThat(WORDS.route(message, false).action()).isEqualTo(Action.CHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "credits", "状态", "上传", "cut the first 5 seconds"})
    void plainWordsNeverAskTheClassifier(String message) {
        Router router = new Router(ROUTES, (text, guess) -> {
            throw new AssertionError("asked about: " + text);
        });
        assertThat(router.route(message, false).certain()).isTrue();
    }

    @Test
    void unsureMessageIsClassified() {
        Router router = new Router(ROUTES, (text, guess) -> Action.STATE);
        assertThat(router.route("quo vadis", false)).isEqualTo(Route.guess(Action.STATE));
    }

    /** The floors are what was measured; a change that lowers one has lost something. */
    @ParameterizedTest
    @CsvSource({"examples, 251, 252, 252", "test, 146, 147, 146", "heldout, 88, 99, 100"})
    void tableIsRoutedAtLeastAsWellAsBefore(String table, long byWords, long byGrams, long byMeaning)
            throws IOException {
        List<Example> examples = table(table);
        assertThat(right(examples, WORDS)).isGreaterThanOrEqualTo(byWords);
        assertThat(right(examples, LEARNED)).isGreaterThanOrEqualTo(byGrams);
        assertThat(right(examples, EMBEDDED)).isGreaterThanOrEqualTo(byMeaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "2.",
                "the second one",
                "option 1",
                "yes",
                "No.",
                "neither",
                "对",
                "是的",
                "不是",
                "第二个",
                "选1",
                "at the start",
                "at 0:10",
                "10 seconds",
                "结尾",
                "第3秒",
                "2）"
            })
    void answerGoesToWhoeverAsked(String answer) {
        assertThat(new Router(ROUTES, (message, guess) -> Action.CREDITS).route(answer, false))
                .isEqualTo(Route.of(Action.CHAT));
    }

    @Test
    void noSentenceIsInTwoTables() throws IOException {
        List<String> known = table("examples").stream().map(Example::text).toList();
        assertThat(table("test").stream().map(Example::text).filter(text -> !text.isEmpty()))
                .doesNotContainAnyElementsOf(known);
        assertThat(table("heldout").stream().map(Example::text)).doesNotContainAnyElementsOf(known);
    }

    private static List<Example> table(String name) throws IOException {
        if (name.equals("examples")) return Example.packed();
        return Example.parse(Files.readString(Path.of("src/test/resources/route", name + ".txt")));
    }

    private static long right(List<Example> examples, Router router) {
        return examples.stream().filter(example -> fits(example, router)).count();
    }

    private static boolean fits(Example example, Router router) {
        Route route = router.route(example.text(), example.fileAttached());
        return route.action() == example.action() && route.thenExport() == example.thenExport();
    }
}
