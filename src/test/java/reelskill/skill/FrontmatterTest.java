package reelskill.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;
import reelskill.skill.Repair.Kind;

class FrontmatterTest {
    @Test
    void otherReadersSeeBooleansAndNumbersAndTextsAsWritten() {
        byte[] text =
                "---\nname: a\nversion: 1.10.0\nmetadata:\n  on: yes\n  flag: false\n  quoted: \"false\"\n  count: 3\n  none:\n---\n"
                        .getBytes(StandardCharsets.UTF_8);
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("on", "yes");
        nested.put("flag", false);
        nested.put("quoted", "false");
        nested.put("count", 3);
        nested.put("none", null);
        assertThat(Frontmatter.typed(text)).containsEntry("version", "1.10.0").containsEntry("metadata", nested);
        assertThat(Frontmatter.parse(text).text("metadata", "flag")).contains("false");
    }

    @Test
    void plainFileNeedsNoRepair() {
        Frontmatter header =
                parse("---\nname: a-skill\nversion: 1.2.3\ndescription: >\n  Two\n  lines.\n---\n# Title\n");
        assertThat(header.repairs()).isEmpty();
        assertThat(header.values()).containsEntry("name", "a-skill").containsEntry("description", "Two lines.");
    }

    @ParameterizedTest
    @CsvSource({"1.10", "1.9", "2", "1e3", "007", "1_000", "0x10", "2026-11-21", "true", "v1.0-rc.1"})
    void versionKeepsItsWrittenForm(String version) {
        assertThat(parse("---\nname: a\nversion: " + version + "\n---\n").text("version"))
                .contains(version);
    }

    @Test
    void quotedVersionLosesItsQuotesOnly() {
        assertThat(parse("---\nversion: \"1.10\"\n---\n").text("version")).contains("1.10");
    }

    @Test
    void jsonMetadataInOneLineIsAMap() {
        Frontmatter header = parse(
                "---\nname: a\nmetadata: {\"openclaw\": {\"emoji\": \"🎬\", \"requires\": {\"env\": []}}}\n---\n");
        assertThat(header.text("metadata", "openclaw", "emoji")).contains("🎬");
        assertThat(header.repairs()).isEmpty();
    }

    @Test
    void unquotedColonInAValueIsText() {
        Frontmatter header = parse("---\nname: a\ndescription: Editor: cut, polish: done\nversion: 1.0.0\n---\n");
        assertThat(header.text("description")).contains("Editor: cut, polish: done");
        assertThat(header.text("version")).contains("1.0.0");
        assertThat(kinds(header)).containsExactly(Kind.PLAIN_TEXT);
    }

    @Test
    void unquotedColonInAContinuedValueIsText() {
        Frontmatter header = parse("---\ndescription: Editor\n  that does: everything\nname: a\n---\n");
        assertThat(header.text("description")).contains("Editor that does: everything");
        assertThat(header.text("name")).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@here we go", "`code`", "%d clips", "\"half quoted\" text", "{\"open\": ", "**bold** text"})
    void valueThatIsNoYamlIsText(String value) {
        Frontmatter header = parse("---\nname: a\ndescription: " + value + "\nversion: 1.10\n---\n");
        assertThat(header.text("description")).contains(value.strip());
        assertThat(header.text("version")).contains("1.10");
    }

    @Test
    void lastOfTwoEqualKeysCounts() {
        Frontmatter header = parse("---\nname: a\nversion: 1.0.0\nversion: 1.0.1\n---\n");
        assertThat(header.text("version")).contains("1.0.1");
        assertThat(header.repairs()).containsExactly(new Repair(Kind.DUPLICATE_KEY, "version"));
    }

    @Test
    void byteOrderMarkIsRemoved() {
        Frontmatter header = parse("\uFEFF---\nname: a\n---\n");
        assertThat(header.text("name")).contains("a");
        assertThat(kinds(header)).containsExactly(Kind.BOM);
    }

    @Test
    void byteOrderMarkThatWasGarbledIsRemoved() {
        assertThat(parse("ï»¿---\nname: a\n---\n").text("name")).contains("a");
    }

    @Test
    void utf16IsRead() {
        byte[] bytes = "\uFEFF---\nname: a\ndescription: 剪辑\n---\n".getBytes(StandardCharsets.UTF_16BE);
        assertThat(Frontmatter.parse(bytes).text("description")).contains("剪辑");
    }

    @Test
    void windowsTextIsRead() {
        byte[] bytes = "---\nname: a\ndescription: café – fine\n---\n".getBytes(Charset.forName("windows-1252"));
        Frontmatter header = Frontmatter.parse(bytes);
        assertThat(header.text("description")).contains("café – fine");
        assertThat(kinds(header)).containsExactly(Kind.NOT_UTF_8);
    }

    @Test
    void windowsLineEndsAreRead() {
        Frontmatter header = parse("---\r\nname: a\r\nversion: 1.10\r\n---\r\ntext\r\n");
        assertThat(header.text("version")).contains("1.10");
        assertThat(kinds(header)).containsExactly(Kind.LINE_ENDS);
    }

    @Test
    void missingOpeningFenceIsForgiven() {
        Frontmatter header = parse("name: a\nversion: 1.10\n---\n# Title\n");
        assertThat(header.text("version")).contains("1.10");
        assertThat(kinds(header)).containsExactly(Kind.NO_OPENING);
    }

    @Test
    void missingClosingFenceEndsAtTheHeading() {
        Frontmatter header = parse("---\nname: a\nversion: 1.10\n\n# Title\n\nSome words: here.\n");
        assertThat(header.values()).containsOnlyKeys("name", "version");
        assertThat(kinds(header)).containsExactly(Kind.NO_CLOSING);
    }

    @Test
    void ruleInTheTextIsNotTheClosingFence() {
        Frontmatter header = parse("---\nname: a\n\n# Title\nWords of the body.\n\n---\n\nmore\n");
        assertThat(header.values()).containsOnlyKeys("name");
        assertThat(kinds(header)).containsExactly(Kind.NO_CLOSING);
    }

    @Test
    void commentInsideTheHeaderDoesNotEndIt() {
        Frontmatter header = parse("---\nname: a\n# bumped by hand\nversion: 1.10\n---\n");
        assertThat(header.text("version")).contains("1.10");
        assertThat(header.repairs()).isEmpty();
    }

    @Test
    void garbledCharactersAreRestored() {
        Frontmatter header = parse("---\nname: a\ndescription: ðŸŽ¬ å¯¼å‡º â€” fast\n---\n");
        assertThat(header.text("description")).contains("🎬 导出 — fast");
        assertThat(kinds(header)).containsExactly(Kind.MOJIBAKE);
    }

    @Test
    void controlCharactersAreRemoved() {
        Frontmatter header = parse("---\nname: a\u0081b\u009f\u0000\ndescription: x\u000by\n---\n");
        assertThat(header.values()).containsEntry("name", "ab").containsEntry("description", "xy");
        assertThat(kinds(header)).containsExactly(Kind.CONTROL_CHARACTERS);
    }

    @Test
    void unfinishedMergeKeepsTheFirstSide() {
        Frontmatter header =
                parse("---\nname: a\n<<<<<<< HEAD\nversion: 1.2.0\n=======\nversion: 1.3.0\n>>>>>>> other\n---\n");
        assertThat(header.text("version")).contains("1.2.0");
        assertThat(kinds(header)).containsExactly(Kind.MERGE_CONFLICT);
    }

    @Test
    void tabsAreSpaces() {
        Frontmatter header = parse("---\nname:\ta\nmetadata:\n\tversion: 1.10\n---\n");
        assertThat(header.text("metadata", "version")).contains("1.10");
        assertThat(header.text("name")).contains("a");
        assertThat(kinds(header)).containsExactly(Kind.TABS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# Just a text\n", "Some words\n---\nname: a\n---\n"})
    void fileWithoutFrontMatterHasNoValues(String text) {
        Frontmatter header = parse(text);
        assertThat(header.values()).isEmpty();
        assertThat(kinds(header)).containsExactly(Kind.NO_FRONT_MATTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "a: !!java.io.File x",
                "a: !local x",
                "a: !!binary aGk=",
                "? !!set {x}\n: y",
            })
    void tagIsRefused(String line) {
        assertThatThrownBy(() -> parse("---\nname: a\n" + line + "\n---\n"))
                .isInstanceOf(InvalidSkillException.class)
                .hasMessageContaining("tag");
    }

    @Test
    void tagBesideBrokenYamlIsRefused() {
        assertThatThrownBy(() -> parse("---\nname: a: b\nx: !!java.io.File y\n---\n"))
                .isInstanceOf(InvalidSkillException.class);
    }

    @Test
    void aliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> parse(bomb + "---\n")).isInstanceOf(InvalidSkillException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}"})
    void listThatContainsItselfIsRefused(String line) {
        assertThatThrownBy(() -> parse("---\n" + line + "\n---\n")).isInstanceOf(InvalidSkillException.class);
    }

    @Test
    void bottomlessNestingIsRefused() {
        String deep = "a: " + "[".repeat(5000) + "]".repeat(5000);
        assertThatThrownBy(() -> parse("---\n" + deep + "\n---\n")).isInstanceOf(InvalidSkillException.class);
    }

    @Test
    void fileAboveOneMegabyteIsRefused() {
        assertThatThrownBy(() -> Frontmatter.parse(new byte[(1 << 20) + 1])).hasMessageContaining("1 MB");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyRepairIsSaidInBothLanguages(Kind kind) {
        Repair repair = new Repair(kind, "100%");
        assertThat(Language.of(repair.sentence(Language.CHINESE))).isEqualTo(Language.CHINESE);
        assertThat(Language.of(repair.sentence(Language.ENGLISH))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void valuesCannotBeChanged() {
        Map<String, Object> values = parse("---\nname: a\n---\n").values();
        assertThatThrownBy(() -> values.put("name", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Frontmatter parse(String text) {
        return Frontmatter.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Kind> kinds(Frontmatter header) {
        return header.repairs().stream().map(Repair::kind).toList();
    }
}
