package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.media.Mp4;
import reelskill.nemo.FakeTime;
import reelskill.session.FakeNemo;
import reelskill.session.JobRecord;
import reelskill.session.Journal;

/** A host that asks a new server after a job of one that was killed gets the truth, and pays nothing twice. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledServerTest {
    private static final String ADDED = "{'t':[{'tt':0,'sg':[{'id':'1','name':'talk','d':10000}]},"
            + "{'tt':7,'sg':[{'id':'2','name':'Hello','d':3000}]}]}";
    private static final JobRecord.Owner GONE = new JobRecord.Owner(Long.MAX_VALUE, 0);

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void renderOfAKilledServerIsFoundAgain() throws Exception {
        Path target = folder.resolve("out.mp4");
        String session;
        String job;
        // A render that is not over before the server is killed, however slow this test is.
        try (ServerProcess server = local(StuckFfmpeg.in(folder))) {
            session = server.call("upload_media", Map.of("sources", List.of(Shell.TALK.toAbsolutePath())))
                    .path("session_id")
                    .asText();
            server.call(
                    "edit_video",
                    Map.of("session_id", session, "instruction", "keep the first 3 seconds and make it vertical 9:16"));
            server.begin("export_video", Map.of("session_id", session, "output_path", target.toString()));
            job = renderingJob(server, session);
            server.kill();
        }
        assertThat(target).doesNotExist();
        try (ServerProcess server = local(Map.of())) {
            JsonNode known = exports(server, session);
            assertThat(known.path("job_id").asText()).isEqualTo(job);
            assertThat(server.outcome(job).at("/export/path").asText())
                    .isEqualTo(target.toRealPath().toString());
            assertThat(exports(server, session).path("status").asText()).isEqualTo("done");
        }
        assertThat(Mp4.read(target).duration()).isBetween(Duration.ofMillis(2900), Duration.ofMillis(3150));
        try (Stream<Path> renders = Files.list(folder.resolve("home/client/exports"))) {
            assertThat(renders).hasSize(1);
        }
    }

    @Test
    void paidEditOfAKilledServerIsLookedUpAndNeverSentAgain() throws Exception {
        try (FakeNemo nemo = new FakeNemo(new FakeTime())) {
            Semaphore heard = new Semaphore(0);
            nemo.onSilentTurn = heard::release;
            String session;
            try (ServerProcess server = cloud(nemo)) {
                session = server.call("start_session", Map.of())
                        .path("session_id")
                        .asText();
                server.begin("edit_video", edit(session, "r1"));
                heard.acquire();
                server.kill();
            }
            nemo.draft = ADDED;
            try (ServerProcess server = cloud(nemo)) {
                JsonNode retried = server.call("edit_video", edit(session, "r1"));
                String job = retried.path("job_id").asText();
                JsonNode outcome = server.outcome(job);
                assertThat(outcome.at("/edit/outcome").asText()).isEqualTo("changed");
                assertThat(outcome.at("/edit/timeline").asText()).contains("Hello");
                assertThat(server.call("edit_video", edit(session, "r1"))
                                .path("job_id")
                                .asText())
                        .isEqualTo(job);
            }
            assertThat(nemo.messages).hasSize(1);
        }
    }

    @Test
    void editThatWasNeverSentIsToldSo() throws Exception {
        try (FakeNemo nemo = new FakeNemo(new FakeTime());
                ServerProcess server = cloud(nemo)) {
            String session =
                    server.call("start_session", Map.of()).path("session_id").asText();
            new Journal(folder.resolve("home/client"))
                    .save(new JobRecord(
                            "job_unsent", "EDIT", session, "cut", "r1", Language.ENGLISH, null, GONE, null, null));
            assertThat(server.refusal("wait_for", Map.of("job_id", "job_unsent")))
                    .contains("before this edit was sent", "nothing was paid");
            assertThat(nemo.messages).isEmpty();
        }
    }

    private static Map<String, Object> edit(String session, String requestId) {
        return Map.of("session_id", session, "instruction", "add a title", "request_id", requestId);
    }

    private static String renderingJob(ServerProcess server, String session) throws IOException {
        JsonNode export = exports(server, session);
        while (!export.path("status").asText().equals("rendering")) export = exports(server, session);
        return export.path("job_id").asText();
    }

    private static JsonNode exports(ServerProcess server, String session) throws IOException {
        return server.call("export_status", Map.of("session_id", session)).at("/exports/0");
    }

    private ServerProcess local(Map<String, String> ffmpeg) throws IOException {
        Path allowed = Shell.TALK.toAbsolutePath().getParent();
        Map<String, String> environment = new HashMap<>(ffmpeg);
        environment.put("REELSKILL_HOME", home());
        return new ServerProcess(
                environment, "--local", "--allow", folder.toString(), "--allow", String.valueOf(allowed));
    }

    private ServerProcess cloud(FakeNemo nemo) throws IOException {
        return new ServerProcess(CloudTools.environment(nemo, folder), "--cloud", "--allow", folder.toString());
    }

    private String home() {
        return folder.resolve("home").toString();
    }
}
