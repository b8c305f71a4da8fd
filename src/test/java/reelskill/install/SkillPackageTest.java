package reelskill.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a skill folder, whole for this machine and light for a registry. */
class SkillPackageTest {
    private static final String RUNTIME = "onnxruntime-1.23.2.jar";
    private static final String FFMPEG = "ffmpeg-8.0.1-1.5.13-linux-x86_64-gpl.jar";

    @TempDir
    Path root;

    @BeforeEach
    void build() throws IOException {
        for (String text : List.of("SKILL.md", "skill-manifest.yaml", "LICENSE", "reelskill", "reelskill.cmd")) {
            Files.copy(Path.of(text), root.resolve(text));
        }
        Files.createDirectories(root.resolve("prompts"));
        Files.writeString(root.resolve("prompts/system.md"), "Be brief.");
        Files.createDirectories(root.resolve("target/lib"));
        jar("lib/" + FFMPEG, "org/bytedeco/ffmpeg/linux-x86_64-gpl/ffmpeg");
        jar("lib/" + RUNTIME, "ai/onnxruntime/OrtSession.class", "ai/onnxruntime/native/linux-x64/libonnxruntime.so");
        jar("lib/sqlite.jar", "org/sqlite/JDBC.class", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");
        jar("lib/plain.jar", "a/B.class");
        jar("lib/old-version.jar", "a/B.class");
        jar("reelskill.jar", "reelskill/cli/Main.class");
    }

    @Test
    void wholeFolderHasAllThatTheProgramNamesAndNothingElse() throws IOException {
        SkillPackage whole = SkillPackage.whole(program(), text());
        assertThat(whole.files().stream().map(SkillFile::path))
                .containsExactlyInAnyOrder(
                        "SKILL.md",
                        "skill-manifest.yaml",
                        "LICENSE",
                        "reelskill",
                        "reelskill.cmd",
                        "prompts/system.md",
                        "reelskill.jar",
                        "lib/" + FFMPEG,
                        "lib/" + RUNTIME,
                        "lib/sqlite.jar",
                        "lib/plain.jar");
    }

    @Test
    void lightFolderLeavesOutWhatIsFetchedAndKeepsItsClasses() throws IOException {
        SkillPackage light = SkillPackage.light(program(), text());
        assertThat(light.files().stream().map(SkillFile::path)).doesNotContain("lib/" + FFMPEG);
        assertThat(entries(light, "lib/" + RUNTIME)).containsExactly("ai/onnxruntime/OrtSession.class");
        assertThat(entries(light, "lib/sqlite.jar")).containsExactly("org/sqlite/JDBC.class");
    }

    @Test
    void lightFolderThatIsTooLargeForARegistryIsRefused() throws IOException {
        Files.write(root.resolve("prompts/long.md"), new byte[(10 << 20) + 1]);
        assertThatThrownBy(() -> SkillPackage.light(program(), text())).hasMessageContaining("prompts/long.md");
    }

    @Test
    void lightFolderIsTheSameEachTime() throws IOException {
        FolderChange first = FolderChange.to(
                root.resolve("out"), SkillPackage.light(program(), text()).files(), List.of());
        first.apply();
        FolderChange second = FolderChange.to(
                root.resolve("out"), SkillPackage.light(program(), text()).files(), List.of());
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void installedFolderIsItselfAProgramToInstall() throws IOException {
        Path out = root.resolve("out");
        FolderChange.to(out, SkillPackage.whole(program(), text()).files(), List.of())
                .apply();
        assertThat(out.resolve("reelskill")).isExecutable();
        SkillPackage.Program copy = SkillPackage.Program.of(out.resolve("reelskill.jar"));
        assertThat(copy.root()).isEqualTo(out);
        assertThat(copy.libraries()).hasSize(4);
    }

    @Test
    void looseClassesCannotBeInstalled() {
        assertThatThrownBy(() -> SkillPackage.Program.of(root)).hasMessageContaining("mvn package");
    }

    @Test
    void jarAloneCannotBeInstalled() throws IOException {
        Path alone = Files.createDirectories(root.resolve("else/where")).resolve("reelskill.jar");
        Files.copy(root.resolve("target/reelskill.jar"), alone);
        assertThatThrownBy(() -> SkillPackage.Program.of(alone)).hasMessageContaining("beside its SKILL.md");
    }

    @Test
    void skillOfTheFamilyKeepsTheTextUnderItsOwnName() throws IOException {
        SkillText other = text().as("cutter", "2.1.0", "Cuts: \"clean\" 剪辑");
        assertThat(other.markdown())
                .startsWith(
                        "---\nname: cutter\nversion: 2.1.0\ndescription: \"Cuts: \\\"clean\\\" 剪辑\"\nlicense: MIT\n")
                .contains("\n  version: \"2.1.0\"\n")
                .contains("\n# ReelSkill: edit video by chat\n");
        assertThat(other.markdown().lines().count())
                .isEqualTo(text().markdown().lines().count());
    }

    @Test
    void pluginFolderNamesEachHostOnlyWhereItAloneReads() throws IOException {
        SkillPackage light = SkillPackage.light(program(), text());
        FolderChange plugin = new PluginFolder(light, "0.1.0", "Edits video by chat.", List.of("--local"))
                .into(root.resolve("plugin"));
        PluginFolder.write(plugin);
        Path folder = root.resolve("plugin");
        assertThat(folder.resolve(".mcp.json"))
                .content()
                .contains("${CLAUDE_PLUGIN_ROOT}/skills/reelskill/reelskill.jar", "requestTimeoutMs", "--local")
                .doesNotContain("SKILL_SOURCE");
        assertThat(folder.resolve("codex.mcp.json"))
                .content()
                .contains("\"cwd\" : \".\"", "\"SKILL_SOURCE\" : \"codex\"");
        assertThat(folder.resolve("gemini-extension.json")).content().contains("${extensionPath}/skills/reelskill");
        assertThat(folder.resolve("skills/reelskill/SKILL.md")).exists();
    }

    @Test
    void folderOfThePersonIsNoPluginFolder() throws IOException {
        Path mine = Files.createDirectories(root.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");
        PluginFolder plugin = new PluginFolder(SkillPackage.light(program(), text()), "1", "d", List.of());
        assertThatThrownBy(() -> plugin.into(mine)).hasMessageContaining("nothing was written");
    }

    private SkillPackage.Program program() throws IOException {
        return SkillPackage.Program.of(root.resolve("target/reelskill.jar"));
    }

    private SkillText text() throws IOException {
        return new SkillText("reelskill", Files.readString(root.resolve("SKILL.md")));
    }

    private void jar(String name, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        "lib/" + FFMPEG + " lib/" + RUNTIME + " lib/sqlite.jar lib/plain.jar lib/gone.jar");
        try (OutputStream file = Files.newOutputStream(root.resolve("target").resolve(name));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(entry.getBytes());
                jar.closeEntry();
            }
        }
    }

    private static List<String> entries(SkillPackage skill, String path) throws IOException {
        SkillFile file = skill.files().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(file.content().open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("META-INF")) names.add(entry.getName());
            }
        }
        return names;
    }
}
