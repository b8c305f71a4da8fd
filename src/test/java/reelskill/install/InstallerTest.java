package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reelskill.language.Language;

/** What install writes into a host, and that it leaves everything else as it was. */
class InstallerTest {
    private static final List<String> OPTIONS = List.of("--local");

    @TempDir
    Path home;

    static Stream<Host> hostsWithServers() {
        return Arrays.stream(Host.values()).filter(host -> host != Host.CLAWHUB);
    }

    @ParameterizedTest
    @MethodSource("hostsWithServers")
    void mergesTheServerAndKeepsEverythingElse(Host host) throws IOException {
        String before = HostFiles.EXISTING.get(host);
        Path file = HostFiles.write(home, host, before);
        install(host);
        String after = Files.readString(file);
        assertThat(tree(host, after)).isNotEqualTo(tree(host, before));
        ServerEntry entry = installer().entry(host, Scope.USER, "reelskill").orElseThrow();
        assertThat(entry.command()).isEqualTo("/usr/bin/java");
        assertThat(entry.arguments()).endsWith("-jar", skillFolder(host) + "/reelskill.jar", "mcp", "--local");
        assertThat(entry.environment())
                .containsEntry("SKILL_SOURCE", host.source())
                .containsEntry("LC_CTYPE", "C.UTF-8");
        // Whatever the person had is still there, letter for letter and in its order.
        assertThat(withoutAdded(before, after)).isEqualTo(before.replace("\r", ""));
    }

    @ParameterizedTest
    @EnumSource
    void secondInstallChangesNothing(Host host) throws IOException {
        existing(host);
        install(host);
        Map<String, String> once = HostFiles.everything(home);
        assertThat(plan(host).isEmpty()).isTrue();
        install(host);
        assertThat(HostFiles.everything(home)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void uninstallRestoresEveryByte(Host host) throws IOException {
        existing(host);
        Map<String, String> before = HostFiles.everything(home);
        install(host);
        uninstall(host);
        assertThat(HostFiles.everything(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void uninstallAfterAnUpgradeRestoresEveryByte(Host host) throws IOException {
        existing(host);
        Map<String, String> before = HostFiles.everything(home);
        install(host);
        installer().carryOut(installer().install(host, Scope.USER, HostFiles.skill("new"), "/opt/java", List.of()));
        uninstall(host);
        assertThat(HostFiles.everything(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void hostWithoutAConfigurationIsLeftWithoutOne(Host host) throws IOException {
        install(host);
        assertThat(skillFolder(host).resolve("lib/heavy.jar")).hasContent("jar");
        uninstall(host);
        assertThat(HostFiles.everything(home)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void planWritesNothing(Host host) throws IOException {
        existing(host);
        Map<String, String> before = HostFiles.everything(home);
        Plan plan = plan(host);
        assertThat(plan.folder().paths()).contains("SKILL.md", "reelskill.jar", "lib/heavy.jar");
        assertThat(HostFiles.everything(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("hostsWithServers")
    void serverThatWasAddedLaterSurvivesUninstall(Host host) throws IOException {
        existing(host);
        install(host);
        Path file = HostFiles.config(home, host);
        ConfigFile config = HostFiles.places(home).config(host, Scope.USER).orElseThrow();
        ServerEntry theirs = new ServerEntry("theirs", List.of(), Map.of());
        Files.writeString(
                file,
                config.parse(Files.readString(file))
                        .with("later", config.shape().write(theirs)));
        uninstall(host);
        assertThat(installer().entry(host, Scope.USER, "later")).isPresent();
        assertThat(installer().entry(host, Scope.USER, "reelskill")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostsWithServers")
    void damagedConfigurationIsReportedAndNothingIsWritten(Host host) throws IOException {
        HostFiles.write(home, host, "{ \"mcp\": [ \n = ");
        Map<String, String> before = HostFiles.everything(home);
        assertThatThrownBy(() -> plan(host))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("cannot be read as it is (near line ")
                .hasMessageContaining("nothing was changed");
        assertThat(HostFiles.everything(home)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("hostsWithServers")
    void serverOfTheSameNameByThePersonIsNeverReplaced(Host host) throws IOException {
        existing(host);
        ConfigFile config = HostFiles.places(home).config(host, Scope.USER).orElseThrow();
        ServerEntry theirs = new ServerEntry("theirs", List.of("x"), Map.of());
        String mine = config.parse(HostFiles.EXISTING.get(host))
                .with("reelskill", config.shape().write(theirs));
        HostFiles.write(home, host, mine);
        assertThatThrownBy(() -> plan(host)).hasMessageContaining("that this program did not write");
        assertThat(HostFiles.config(home, host)).hasContent(mine.replace("\r\n", "\n"));
    }

    @Test
    void skillOfTheSameNameByThePersonIsNeverReplaced() throws IOException {
        Path theirs = skillFolder(Host.CURSOR);
        Files.createDirectories(theirs);
        Files.writeString(theirs.resolve("SKILL.md"), "mine");
        assertThatThrownBy(() -> plan(Host.CURSOR)).hasMessageContaining("already a skill 'reelskill'");
    }

    @Test
    void filesThatThePersonAddedToTheFolderStay() throws IOException {
        install(Host.CURSOR);
        Path note = Files.writeString(skillFolder(Host.CURSOR).resolve("note.txt"), "mine");
        uninstall(Host.CURSOR);
        assertThat(note).hasContent("mine");
        assertThat(skillFolder(Host.CURSOR).resolve("reelskill.jar")).doesNotExist();
    }

    @Test
    void folderThatTwoHostsShareGoesWithTheLast() throws IOException {
        install(Host.VSCODE);
        install(Host.COPILOT);
        uninstall(Host.VSCODE);
        assertThat(skillFolder(Host.COPILOT).resolve("SKILL.md")).exists();
        uninstall(Host.COPILOT);
        assertThat(skillFolder(Host.COPILOT)).doesNotExist();
    }

    @Test
    void skillThatAnotherInstallerPutThereGetsItsToolsAndStays() throws IOException {
        Path folder = skillFolder(Host.OPENCLAW);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("SKILL.md"), "by clawhub");
        SkillPackage itself =
                new SkillPackage("reelskill", HostFiles.skill("old").files(), folder);
        installer().carryOut(installer().install(Host.OPENCLAW, Scope.USER, itself, "java", List.of()));
        assertThat(installer().entry(Host.OPENCLAW, Scope.USER, "reelskill")).isPresent();
        uninstall(Host.OPENCLAW);
        assertThat(folder.resolve("SKILL.md")).hasContent("by clawhub");
    }

    @Test
    void configurationThatIsALinkStaysOne() throws IOException {
        Path real = Files.writeString(home.resolve("dotfiles.json"), "{}\n");
        Path link = HostFiles.config(home, Host.CURSOR);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, real);
        install(Host.CURSOR);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("reelskill.jar");
    }

    @Test
    void configurationThatChangesMeanwhileIsNotOverwritten() throws IOException {
        existing(Host.CURSOR);
        Plan plan = plan(Host.CURSOR);
        HostFiles.write(home, Host.CURSOR, "{\"theirs\": 1}");
        assertThatThrownBy(() -> installer().carryOut(plan)).hasMessageContaining("changed by another program");
        assertThat(HostFiles.config(home, Host.CURSOR)).hasContent("{\"theirs\": 1}");
    }

    @Test
    void backupKeepsThePermissionsOfASecretFile() throws IOException {
        existing(Host.CURSOR);
        Path file = HostFiles.config(home, Host.CURSOR);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        install(Host.CURSOR);
        Path backup = file.resolveSibling("mcp.json.before-reelskill");
        assertThat(backup).hasContent(HostFiles.EXISTING.get(Host.CURSOR));
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void diffShowsTheServerAndNoSecret() throws IOException {
        existing(Host.CURSOR);
        String diff = String.join("\n", plan(Host.CURSOR).config().orElseThrow().diff("mcp.json"));
        assertThat(diff)
                .startsWith("--- mcp.json\n+++ mcp.json\n@@ ")
                .contains("+    \"reelskill\": {")
                .contains("\"Authorization\": ***")
                .doesNotContain("abcdefghij");
    }

    @Test
    void folderThatCannotBeMadeIsToldInASentence() throws IOException {
        Files.createDirectories(home.resolve(".cursor"));
        Files.writeString(home.resolve(".cursor/skills"), "a file in the way");
        Plan plan = plan(Host.CURSOR);
        assertThatThrownBy(() -> installer().carryOut(plan))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("Check the permissions");
        assertThat(home.resolve(".cursor/mcp.json")).doesNotExist();
    }

    @Test
    void uninstallOfWhatWasNeverInstalledSaysSo() {
        assertThatThrownBy(() -> installer().uninstall(Host.CURSOR, Scope.USER, "reelskill"))
                .satisfies(e -> assertThat(((InstallException) e).sentence(Language.CHINESE))
                        .contains("没有可移除"));
    }

    @Test
    void projectScopeStaysInTheProject() throws IOException {
        Plan plan = installer().install(Host.CURSOR, Scope.PROJECT, HostFiles.skill("v"), "java", OPTIONS);
        installer().carryOut(plan);
        assertThat(home.resolve("project/.cursor/mcp.json")).exists();
        assertThat(home.resolve(".cursor")).doesNotExist();
    }

    /** Removes from {@code after} what a diff would call added, comma included. */
    private static String withoutAdded(String before, String after) {
        String kept = after.replace("\r", "");
        String old = before.replace("\r", "");
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (int i = 0; i < kept.length() && at < old.length(); i++) {
            if (kept.charAt(i) == old.charAt(at)) left.append(old.charAt(at++));
        }
        return left.toString();
    }

    private JsonNode tree(Host host, String text) {
        return HostFiles.places(home)
                .config(host, Scope.USER)
                .orElseThrow()
                .parse(text)
                .tree();
    }

    private void existing(Host host) {
        Optional.ofNullable(HostFiles.EXISTING.get(host)).ifPresent(text -> HostFiles.write(home, host, text));
    }

    private Path skillFolder(Host host) {
        return HostFiles.places(home).skills(host, Scope.USER).resolve("reelskill");
    }

    private Installer installer() {
        return new Installer(HostFiles.places(home), home.resolve("data"));
    }

    private Plan plan(Host host) throws IOException {
        return installer().install(host, Scope.USER, HostFiles.skill("v1"), "/usr/bin/java", OPTIONS);
    }

    private void install(Host host) throws IOException {
        installer().carryOut(plan(host));
    }

    private void uninstall(Host host) throws IOException {
        installer().carryOut(installer().uninstall(host, Scope.USER, "reelskill"));
    }
}
