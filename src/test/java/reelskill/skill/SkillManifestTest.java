package reelskill.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillManifestTest {
    private static final SkillManifest PACKED = SkillManifest.packed();

    @TempDir
    Path folder;

    @Test
    void figuresAreThoseOfTheProtocol() {
        assertThat(PACKED.backends().apiUrl()).isEqualTo("https://mega-api-prod.nemovideo.ai");
        assertThat(PACKED.backends().standard()).isEqualTo("cloud");
        assertThat(PACKED.media().maxUploadBytes()).isEqualTo(500L << 20);
        assertThat(PACKED.timings().turnLimit()).isEqualTo(Duration.ofMinutes(15));
        assertThat(PACKED.credits().export()).isZero();
    }

    @Test
    void folderWithoutAManifestUsesThePackedOne() {
        assertThat(SkillManifest.load(folder)).isEqualTo(PACKED);
    }

    @Test
    void whatIsLeftOutIsAsInThePackedOne() throws IOException {
        write("timings: {turn_limit_seconds: 60}\n");
        SkillManifest manifest = SkillManifest.load(folder);
        assertThat(manifest.timings().turnLimit()).isEqualTo(Duration.ofMinutes(1));
        assertThat(manifest.timings().recoveryReads()).isEqualTo(5);
        assertThat(manifest.platforms()).isEqualTo(PACKED.platforms());
    }

    @Test
    void newProfileIsDataBesideTheShippedOnes() throws IOException {
        write("""
                profiles:
                  my-profile:
                    version: 1.10
                    description: {en: Mine., zh: 我的。}
                    greeting: {en: Hello., zh: 你好。}
                    try_saying: [{en: cut it, zh: 剪一下}]
                    tips: []
                    default_instruction: {en: Cut., zh: 剪。}
                    workflows: []
                """);
        SkillManifest manifest = SkillManifest.load(folder);
        assertThat(manifest.profiles()).containsKeys("my-profile", "editor-ai-best");
        assertThat(SkillProfile.choose("my-profile", folder, manifest).version())
                .isEqualTo("1.10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timings: {turn_limit_seconds: soon} | timings.turn_limit_seconds: expected a whole number, found 'soon'",
                "timings: 5 | timings: expected a map",
                "standard_profile: {tips: none} | standard_profile.tips: expected a list, found 'none'",
                "platforms: {extended: perhaps} | platforms.extended: expected true or false",
                "profiles: {x: {version: 1.0}} | profiles.x.description: expected a value",
                "profiles: {editor-ai-best: {greeting: {zh: ''}}} | profiles.editor-ai-best.greeting.zh: expected a text",
                "tiimings: {} | unknown section 'tiimings'",
                "timings: {a: b | not valid YAML near line 1",
                "timings: !!java.io.File x | tag",
            })
    void errorNamesThePlace(String yaml, String message) {
        assertThatThrownBy(() -> SkillManifest.parse(yaml))
                .isInstanceOf(InvalidSkillException.class)
                .hasMessageContaining(message);
    }

    @Test
    void manifestThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve(SkillManifest.FILE_NAME), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> SkillManifest.load(folder)).isInstanceOf(InvalidSkillException.class);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve(SkillManifest.FILE_NAME), yaml);
    }
}
