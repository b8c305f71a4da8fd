package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Each endpoint in its most official shape: what is sent, and what comes of the answer. */
class HappyPathTest extends AgainstNemo {
    @Test
    void tokenIsAskedForWithTheClientIdAndNoBearer() throws Exception {
        rig.json(
                "{\"code\":0,\"message\":\"ok\",\"data\":{\"token\":\"nmv_usr_a\",\"user_id\":\"u1\",\"credits\":100}}");
        rig.json("{\"code\":0,\"data\":{\"available\":90,\"frozen\":10,\"total\":100}}");
        rig.anonymous().credits();
        RecordedRequest asked = rig.taken();
        assertThat(asked.getTarget()).isEqualTo("/api/auth/anonymous-token");
        assertThat(asked.getHeaders().get("Authorization")).isNull();
        assertThat(asked.getHeaders().get("X-Client-Id"))
                .isEqualTo(Files.readString(rig.clientIdFile()).strip());
        assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer nmv_usr_a");
    }

    @Test
    void everyCallCarriesTheThreeAttributionHeaders() {
        rig.json("{\"code\":0,\"data\":{\"available\":90,\"frozen\":10,\"total\":100}}");
        rig.client().credits();
        RecordedRequest asked = rig.taken();
        assertThat(asked.getHeaders().get("X-Skill-Source")).isEqualTo("video-editing-ai-background");
        assertThat(asked.getHeaders().get("X-Skill-Version")).isEqualTo("1.10");
        assertThat(asked.getHeaders().get("X-Skill-Platform")).isEqualTo("unknown");
    }

    @Test
    void sessionIdOfNineteenDigitsKeepsEveryDigit() {
        rig.json("{\"code\":0,\"data\":{\"task_id\":\"t1\",\"session_id\":1234567890123456789}}");
        Session session = rig.client().newSession("zh-CN");
        assertThat(session).isEqualTo(new Session("1234567890123456789", "t1", Optional.empty()));
        RecordedRequest asked = rig.taken();
        assertThat(asked.getTarget()).isEqualTo("/api/tasks/me/with-session/nemo_agent");
        assertThat(asked.getBody().utf8()).isEqualTo("{\"task_name\":\"project\",\"language\":\"zh-CN\"}");
    }

    @Test
    void turnIsSentInSnakeCaseAndHeardToItsEnd() {
        rig.stream(
                "data: {\"type\":\"text\",\"content\":\"Done\"}\n\ndata: {\"type\":\"text\",\"content\":\" 完成\"}\n\n");
        TurnResult result = rig.client().turn("s1", "add a title").run(new TurnListener() {});
        assertThat(result.outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(result.state().text()).isEqualTo("Done 完成");
        RecordedRequest asked = rig.taken();
        assertThat(asked.getTarget()).isEqualTo("/run_sse");
        assertThat(asked.getHeaders().get("Accept")).isEqualTo("text/event-stream");
        assertThat(asked.getBody().utf8())
                .isEqualTo("{\"app_name\":\"nemo_agent\",\"user_id\":\"me\",\"session_id\":\"s1\","
                        + "\"new_message\":{\"parts\":[{\"text\":\"add a title\"}]}}");
    }

    @Test
    void draftKeepsEveryDigitAndUnknownKey() {
        String draft =
                "{\"t\":[{\"tt\":0,\"sg\":[{\"x\":1.10,\"big\":12345678901234567890123,\"e\":0.1234567890123456789}]}]}";
        rig.json("{\"code\":0,\"data\":{\"session_id\":\"s1\",\"state\":{\"draft\":" + draft + "}}}");
        SessionState state = rig.client().state("s1");
        assertThat(state.draft().orElseThrow().toString()).isEqualTo(draft);
        assertThat(rig.taken().getTarget()).isEqualTo("/api/state/nemo_agent/me/s1/latest");
    }

    @Test
    void uploadSendsEachFileAsItIsAndReadsSeconds() throws Exception {
        Path clip = Files.writeString(folder.resolve("clip é.mp4"), "video");
        rig.json(
                "{\"code\":0,\"data\":{\"files\":[{\"filename\":\"clip.mp4\",\"duration\":12.48,\"width\":640,\"height\":360}],"
                        + "\"session_state_applied\":true}}");
        List<Long> heard = new ArrayList<>();
        UploadResult result = rig.client()
                .upload(
                        "s1",
                        List.of(clip, clip),
                        Optional.empty(),
                        (done, total) -> heard.add(done),
                        new CancelSignal());
        assertThat(result.applied()).isTrue();
        assertThat(result.files().get(0).duration()).contains(Duration.ofMillis(12480));
        assertThat(heard).containsExactly(5L, 10L);
        assertThat(rig.taken().getBody().utf8())
                .contains("name=\"files\"; filename=\"clip é.mp4\"", "video/mp4", "video\r\n");
    }

    @Test
    void renderIsSubmittedUnderAnIdThatIsWrittenDownFirst() throws Exception {
        rig.json("{\"success\":true,\"data\":{\"status\":\"pending\",\"progress\":0}}");
        List<String> journal = new ArrayList<>();
        var json = JsonMapper.builder().build();
        var request = new RenderRequest(
                "s1", json.readTree("{\"t\":[]}"), json.readTree("{\"format\":\"mp4\",\"quality\":\"high\"}"));
        RenderJob job = rig.client().submitRender(request, journal::add);
        assertThat(journal).containsExactly(job.id());
        assertThat(job.id()).matches("render_\\d{13}_[0-9a-z]+");
        assertThat(rig.taken().getBody().utf8())
                .isEqualTo("{\"id\":\"" + job.id() + "\",\"sessionId\":\"s1\",\"draft\":{\"t\":[]},"
                        + "\"output\":{\"format\":\"mp4\",\"quality\":\"high\"}}");
    }

    @Test
    void finishedRenderIsSavedUnderItsName() throws Exception {
        rig.json("{\"status\":\"completed\",\"output\":{\"url\":\"" + rig.server.url("/out.mp4") + "\"}}");
        rig.server.enqueue(new MockResponse.Builder().body("bytes").build());
        RenderJob job = rig.client().render("render_1");
        Path target = folder.resolve("out.mp4");
        assertThat(rig.client().download(job, target, Progress.none(), new CancelSignal()))
                .isEqualTo(5);
        assertThat(target).hasContent("bytes");
    }
}
