package reelskill.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.skill.SkillManifest;

class GuiTranslatorTest {
    private static final GuiTranslator TRANSLATOR =
            new GuiTranslator(SkillManifest.packed().gui());

    static Stream<Row> rows() throws IOException {
        String table = Files.readString(Path.of("src/test/resources/gui/table.txt"));
        return Arrays.stream(table.split("\n\n"))
                .filter(block -> !block.startsWith("#"))
                .map(Row::parse);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void contentStaysAndScreenTalkBecomesActions(Row row) {
        assertThat(TRANSLATOR.translate(row.said())).isEqualTo(new Translation(row.content(), row.actions()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“",
                "\"",
                "'",
                "`",
                "](",
                " ",
                ".",
                ", ",
                "click ",
                "[",
                "**",
                "- ",
                "> ",
                "æ",
                "å¯",
                "https://x "
            })
    @Timeout(20)
    void hostileRepetitionEnds(String piece) {
        assertThat(TRANSLATOR.translate(piece.repeat(50_000) + "x").actions()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void translatedContentIsNotTranslatedFurther() {
        String content = TRANSLATOR.translate("I added a title. Click Export.").content();
        assertThat(TRANSLATOR.translate(content)).isEqualTo(new Translation(content, List.of()));
    }

    @Test
    void numberOfAListMayBeLongerThanAnyCount() {
        assertThat(TRANSLATOR
                        .translate("99999999999. The title.\n2. Click Export.")
                        .content())
                .isEqualTo("99999999999. The title.");
    }

    record Row(String said, String content, List<GuiAction> actions) {
        static Row parse(String block) {
            List<String> lines = block.strip().lines().toList();
            List<GuiAction> actions = Arrays.stream(
                            lines.get(2).substring(1).strip().split(" "))
                    .filter(name -> !name.isEmpty())
                    .map(GuiAction::valueOf)
                    .toList();
            return new Row(text(lines.get(0)), text(lines.get(1).substring(2).strip()), actions);
        }

        private static String text(String line) {
            return line.replace("\\n", "\n");
        }
    }
}
