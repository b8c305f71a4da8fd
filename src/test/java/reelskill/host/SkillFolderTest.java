package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;
import static reelskill.host.Conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillFolderTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Offer offer;

    @BeforeEach
    void makeSkill() throws Exception {
        folder = Files.createDirectory(temporary.resolve("cutter"));
        Files.writeString(folder.resolve("SKILL.md"), "---\nname: cutter\n---\n");
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve("lib/heavy.jar"), "jar");
        Files.writeString(folder.resolve(".git/config"), "secret");
        Files.writeString(temporary.resolve("private.txt"), "private");
        Files.createSymbolicLink(folder.resolve("link.txt"), temporary.resolve("private.txt"));
        SkillFolder skill = new SkillFolder(
                folder,
                Json.object().put("name", "cutter").put("description", "Cuts."),
                path -> !path.startsWith("lib"));
        offer = Offer.of("skills", "Skills", "1", new OneTool(context -> ToolResult.error("")))
                .withSkills(skill);
    }

    @Test
    void linksHiddenFilesAndWhatIsRefusedAreNoPartOfTheSkill() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            JsonNode skills = client.ask(request("1", "skills/list", "{}")).at("/result/skills");
            assertThat(skills.at("/0/resources")).hasSize(1);
            assertThat(skills.at("/0/resources/0/uri").asText()).isEqualTo("skill://cutter/SKILL.md");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skill://cutter/../private.txt",
                "skill://cutter/link.txt",
                "skill://cutter/.git/config",
                "skill://cutter/lib/heavy.jar",
                "skill://cutter//etc/passwd",
                "skill://other/SKILL.md"
            })
    void nothingElseIsRead(String uri) throws Exception {
        try (Conversation client = new Conversation(offer)) {
            assertThat(client.ask(request("1", "resources/read", "{\"uri\":\"" + uri + "\"}"))
                            .has("error"))
                    .isTrue();
        }
    }

    @Test
    void changedFileIsReadAnew() throws Exception {
        try (Conversation client = new Conversation(offer)) {
            Files.writeString(folder.resolve("SKILL.md"), "new words");
            assertThat(client.ask(request("1", "resources/read", "{\"uri\":\"skill://cutter/SKILL.md\"}"))
                            .at("/result/contents/0/text")
                            .asText())
                    .isEqualTo("new words");
        }
    }
}
