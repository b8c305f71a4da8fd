package reelskill.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.skill.Platform.Sign;

class PlatformTest {
    private static final PlatformTable TABLE = SkillManifest.packed().platforms();
    private static final Path NOWHERE = Path.of("/srv/skills/x");

    @TempDir
    Path home;

    @Test
    void skillSourceWinsOverThePath() {
        Path clawhub = Path.of("/home/a/.clawhub/skills/x");
        assertThat(detect(clawhub, clawhub, Map.of("SKILL_SOURCE", " my-host ")))
                .isEqualTo(new Platform("my-host", Sign.SKILL_SOURCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "a\r\nX-Evil: 1", "主机", "x/y"})
    void skillSourceThatNoHeaderCanCarryIsPassedOver(String source) {
        assertThat(detect(NOWHERE, NOWHERE, Map.of("SKILL_SOURCE", source))).isEqualTo(Platform.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "/home/a/.clawhub/skills/x, clawhub",
        "/home/a/.cursor/skills/x, cursor",
        "/home/a/.cursor/plugins/local/x, cursor",
        "/home/a/.claude/skills/x, claude-code",
        "/home/a/.claude/plugins/cache/m/x/1.0.0, claude-code",
        "/home/a/.openclaw/workspace/skills/x, openclaw",
        "/home/a/.codex/plugins/cache/m/x/1.0.0, codex",
        "/home/a/.github/skills/x, github-copilot",
        "/home/a/.gemini/extensions/x/skills/x, gemini-cli",
        "/home/a/.gemini/antigravity/skills/x, antigravity",
        "/home/a/.config/opencode/skill/x, opencode",
        "/home/a/.roo/skills/x, roo",
        "/home/a/.posit/assistant/skills/x, posit-assistant",
        "/home/a/.agents/skills/x, unknown",
        "/home/a/my.cursor/skills/x, unknown",
    })
    void pathNamesTheHost(Path path, String platform) {
        assertThat(detect(path, path, Map.of()).name()).isEqualTo(platform);
    }

    @Test
    void pathAsInvokedIsAskedBeforeTheRealOne() {
        Path invoked = Path.of("/home/a/.claude/skills/x");
        assertThat(detect(invoked, Path.of("/home/a/.roo/skills/x"), Map.of()).name())
                .isEqualTo("claude-code");
    }

    @Test
    void realPathCountsWhereTheInvokedOneSaysNothing() {
        assertThat(detect(NOWHERE, Path.of("/home/a/.cursor/skills/x"), Map.of())
                        .name())
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {".clawhub", ".clawdhub"})
    void originFileNamesClawhubBeforeTheFolderOfAHost(String folder) throws IOException {
        Path skill = home.resolve(".openclaw/workspace/skills/x");
        Files.createDirectories(skill.resolve(folder));
        Files.writeString(skill.resolve(folder).resolve("origin.json"), "{}");
        assertThat(detect(skill, skill, Map.of())).isEqualTo(new Platform("clawhub", Sign.ORIGIN_FILE));
    }

    @Test
    void clientNameCountsBeforeTheEnvironmentAndWithoutCase() {
        PlatformSignals signals =
                new PlatformSignals(NOWHERE, NOWHERE, Map.of("CLAUDECODE", "1"), Optional.of("Cursor"));
        assertThat(Platform.detect(signals, TABLE)).isEqualTo(new Platform("cursor", Sign.CLIENT_NAME));
    }

    @ParameterizedTest
    @CsvSource({
        "OPENCLAW_SHELL, exec, openclaw",
        "CLAUDECODE, 1, claude-code",
        "CODEX_CI, 1, codex",
        "COPILOT_CLI, 1, github-copilot",
        "GEMINI_CLI, 1, gemini-cli",
        "OPENCODE, 1, opencode",
        "CURSOR_AGENT, 1, cursor",
        "TERM_PROGRAM, vscode, unknown",
        "CLAUDECODE, '', unknown",
    })
    void environmentNamesTheHost(String name, String value, String platform) {
        assertThat(detect(NOWHERE, NOWHERE, Map.of(name, value)).name()).isEqualTo(platform);
    }

    @Test
    void conditionOfTwoVariablesNeedsBoth() {
        assertThat(detect(NOWHERE, NOWHERE, Map.of("TERM_PROGRAM", "vscode", "GIT_PAGER", "cat"))
                        .name())
                .isEqualTo("vscode");
    }

    @Test
    void onlyTheOfficialRuleIsLeftWhenTheExtensionIsOff() {
        PlatformTable official =
                SkillManifest.parse("platforms: {extended: false}").platforms();
        Path claude = Path.of("/home/a/.claude/skills/x");
        Path cursor = Path.of("/home/a/.cursor/skills/x");
        assertThat(Platform.detect(signals(claude, claude, Map.of("CLAUDECODE", "1")), official))
                .isEqualTo(Platform.UNKNOWN);
        assertThat(Platform.detect(signals(cursor, cursor, Map.of()), official).name())
                .isEqualTo("cursor");
    }

    private static Platform detect(Path invoked, Path real, Map<String, String> environment) {
        return Platform.detect(signals(invoked, real, environment), TABLE);
    }

    private static PlatformSignals signals(Path invoked, Path real, Map<String, String> environment) {
        return new PlatformSignals(invoked, real, environment, Optional.empty());
    }
}
