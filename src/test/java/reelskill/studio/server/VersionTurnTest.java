package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is said about versions, over a real socket. */
class VersionTurnTest extends OneSession {
    @Override
    Path clip() {
        return StudioMedia.clip();
    }

    @Test
    void namedVersionIsGoneBackToInOneStepWithTheEditsOfTheMessage() {
        client.say(session, "remove the first 1s");
        assertThat(text("call this version 'rough cut'")).contains("Version 2 is now called \"rough cut\"");
        client.say(session, "remove the first 1s");
        assertThat(text("go back to the Rough Cut and remove the last 2s")).contains("as in version 2");
        assertThat(duration()).isEqualTo(1000);
        assertThat(versions()).hasSize(4);
        client.say(session, "undo");
        assertThat(duration()).isEqualTo(2000);
    }

    @Test
    void nameThatIsGivenAgainGoesOver() {
        text("把这个版本叫“粗剪”");
        client.say(session, "remove the first 1s");
        assertThat(text("把这个版本叫“粗剪”")).contains("此前叫这个名字的是版本 1");
        assertThat(versions().get(0).path("names")).isEmpty();
        assertThat(versions().get(1).path("names").get(0).asText()).isEqualTo("粗剪");
    }

    @Test
    void versionThatIsNotThereStopsTheWholeMessage() {
        assertThat(text("go back to version 7 and remove the first 1s")).contains("no such version (there are 1)");
        assertThat(duration()).isEqualTo(4000);
        assertThat(versions()).hasSize(1);
    }

    @Test
    void versionThatIsShownAlreadyMakesNoNewOne() {
        client.say(session, "remove the first 1s");
        client.say(session, "go back to the first version");
        assertThat(text("go back to the first version")).contains("as in version 1 already");
        assertThat(versions()).hasSize(3);
    }

    @Test
    void versionsAreComparedInWordsOldestFirst() {
        client.say(session, "remove the first 1s");
        assertThat(text("compare this with the first version")).contains("From version 1 to version 2", "4s → 3s");
        assertThat(text("和第一版比较一下")).contains("从版本 1 到版本 2", "时长：4s → 3s");
        assertThat(text("compare version 2 and version 2")).contains("are the same");
    }

    @Test
    void lastChangeIsToldWithTheSentenceThatMadeIt() {
        assertThat(text("what did you change?")).contains("Nothing yet");
        client.say(session, "remove the first 1s");
        assertThat(text("what did you change?")).contains("Version 2, \"remove the first 1s\"", "4s → 3s");
    }

    @Test
    void listTellsNamesSentencesAndLengths() {
        client.say(session, "remove the first 1s");
        text("call this version \"short\"");
        assertThat(text("show all versions"))
                .isEqualTo("1: \"upload studio-clip.mp4\", 4 s\n• 2 (\"short\"): \"remove the first 1s\", 3 s");
    }

    @Test
    void editIsNamedInTheMessageThatMakesIt() {
        text("remove the first 1s and call this version 'short'");
        assertThat(versions().get(1).path("names").get(0).asText()).isEqualTo("short");
        assertThat(versions().get(1).path("duration_ms").asInt()).isEqualTo(3000);
    }

    @Test
    void whatWasNotUnderstoodAndWhatShouldBeLookedAtIsData() {
        List<JsonNode> results =
                client.say(session, "add a title 'A', add a title 'B' at 0:01 and fly to the moon").events().stream()
                        .filter(event -> event.path("type").asText().equals("tool_result"))
                        .map(event -> event.path("result"))
                        .toList();
        assertThat(results.toString())
                .contains("\"not_understood\":[\"fly to the moon\"]", "\"checks\":[", "stand over each other");
        assertThat(client.say(session, "make it brighter").body()).doesNotContain("\"checks\"");
    }

    private long duration() {
        return client.state(session).at("/state/draft/d").asLong();
    }

    private List<JsonNode> versions() {
        JsonNode versions =
                client.get("/studio/sessions/" + session + "/versions").data().path("versions");
        return StreamSupport.stream(versions.spliterator(), false).toList();
    }
}
