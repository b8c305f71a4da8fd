package reelskill.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.language.Language;
import reelskill.skill.Repair.Kind;

class SkillProfileTest {
    private static final SkillManifest MANIFEST = SkillManifest.packed();

    @TempDir
    Path skills;

    @Test
    void attributionComesFromTheFrontMatter() throws IOException {
        SkillProfile profile = SkillProfile.load(skill("x", "name: ai-video-trimmer\nversion: 1.10"), MANIFEST);
        assertThat(profile.attribution(new Platform("cursor", Platform.Sign.OFFICIAL_PATH))
                        .headers())
                .containsExactly(
                        Map.entry("X-Skill-Source", "ai-video-trimmer"),
                        Map.entry("X-Skill-Version", "1.10"),
                        Map.entry("X-Skill-Platform", "cursor"));
    }

    @Test
    void fileAndFolderAreTheSameSkill() throws IOException {
        Path folder = skill("x", "name: a\nversion: 1.0.0");
        assertThat(SkillProfile.load(folder.resolve("SKILL.md"), MANIFEST))
                .isEqualTo(SkillProfile.load(folder, MANIFEST));
    }

    @Test
    void linkedFolderIsRead() throws IOException {
        Path link = Files.createSymbolicLink(skills.resolve("link"), skill("x", "name: a\nversion: 1.0.0"));
        SkillProfile profile = SkillProfile.load(link, MANIFEST);
        assertThat(profile.name()).isEqualTo("a");
        assertThat(profile.folder()).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\r\\nX-Evil: 1\"", "\"a\\nb\"", "名字", "\"ü\\u0000\""})
    void nameCannotBreakOutOfItsHeader(String name) throws IOException {
        SkillProfile profile = SkillProfile.load(skill("x", "version: 1.0.0\nname: " + name), MANIFEST);
        assertThat(profile.attribution(Platform.UNKNOWN).source()).matches("[\\x21-\\x7e]+");
        assertThat(profile.repairs()).extracting(Repair::kind).contains(Kind.NAME_CHANGED);
    }

    @Test
    void missingNameIsTheFolders() throws IOException {
        SkillProfile profile = SkillProfile.load(skill("my-skill", "version: 1.0.0"), MANIFEST);
        assertThat(profile.name()).isEqualTo("my-skill");
        assertThat(profile.repairs()).containsExactly(new Repair(Kind.NAME_MISSING, "my-skill"));
    }

    @Test
    void missingVersionIsLookedForInTheMetadata() throws IOException {
        Path folder = skill("x", "name: a\nmetadata: {version: 1.20}");
        assertThat(SkillProfile.load(folder, MANIFEST).version()).isEqualTo("1.20");
    }

    @Test
    void missingVersionIsSaid() throws IOException {
        SkillProfile profile = SkillProfile.load(skill("x", "name: a"), MANIFEST);
        assertThat(profile.version()).isEqualTo("0.0.0");
        assertThat(profile.repairs()).containsExactly(new Repair(Kind.VERSION_MISSING, "0.0.0"));
    }

    @Test
    void folderNamedLikeAProfileSpeaksItsTexts() throws IOException {
        SkillProfile profile = SkillProfile.load(skill("x", "name: editor-ai-best\nversion: 9.9"), MANIFEST);
        assertThat(profile.version()).isEqualTo("9.9");
        assertThat(profile.texts()).isEqualTo(MANIFEST.profiles().get("editor-ai-best"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"video-editing-ai-background", "editor-ai-best"})
    void shippedProfileIsChosenByName(String name) {
        SkillProfile profile = SkillProfile.choose(name, skills, MANIFEST);
        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.texts().trySaying()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void skillInstalledBesideIsChosenByName() throws IOException {
        skill("other", "name: other\nversion: 3.1");
        assertThat(SkillProfile.choose("other", skill("own", "name: own"), MANIFEST)
                        .version())
                .isEqualTo("3.1");
    }

    @Test
    void unknownSkillNamesTheKnownOnes() {
        assertThatThrownBy(() -> SkillProfile.choose("nope", skills, MANIFEST))
                .isInstanceOf(InvalidSkillException.class)
                .hasMessageContaining("editor-ai-best");
    }

    @Test
    void unreadableSkillIsSaidWithoutItsPath() {
        assertThatThrownBy(() -> SkillProfile.load(skills.resolve("none"), MANIFEST))
                .isInstanceOf(InvalidSkillException.class)
                .message()
                .doesNotContain(skills.toString());
    }

    @Test
    void ownSkillFileNeedsNoRepair() {
        SkillProfile own = SkillProfile.load(Path.of("SKILL.md"), MANIFEST);
        assertThat(own.repairs()).isEmpty();
        assertThat(own.name()).isEqualTo("reelskill");
        assertThat(own.version()).isEqualTo("0.1.0");
    }

    @Test
    void everyTextOfAProfileIsInBothLanguages() {
        ProfileTexts texts = MANIFEST.profiles().get("video-editing-ai-background");
        assertThat(Language.of(texts.greeting().in(Language.CHINESE))).isEqualTo(Language.CHINESE);
        assertThat(Language.of(texts.greeting().in(Language.ENGLISH))).isEqualTo(Language.ENGLISH);
    }

    private Path skill(String folder, String header) throws IOException {
        Path path = Files.createDirectories(skills.resolve(folder));
        Files.writeString(path.resolve("SKILL.md"), "---\n" + header + "\n---\n# Text\n");
        return path;
    }
}
