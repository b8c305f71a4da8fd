package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.media.MediaFacts;

/** From a draft to a real MP4 over HTTP, with one studio, with two, and after one was killed. */
class RenderTest {
    @TempDir
    private Path home;

    private Studio studio;
    private StudioClient client;
    private String session;
    private JsonNode draft;

    @BeforeEach
    void uploadAClip() throws IOException {
        studio = open();
        client = new StudioClient(studio).signIn("client");
        session = client.createSession();
        client.upload(session, StudioMedia.clip());
        draft = client.state(session).at("/state/draft");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void submitAnswersPendingAndPollsEndWithAnMp4() throws Exception {
        JsonNode submitted = client.submit(session, "render_1", draft).json();
        assertThat(submitted.path("success").asBoolean()).isTrue();
        assertThat(submitted.at("/data/id").asText()).isEqualTo("render_1");
        assertThat(submitted.at("/data/status").asText()).isIn("pending", "processing");
        JsonNode done = client.await("render_1").json();
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.at("/data/status").asText()).isEqualTo("completed");
        assertThat(done.at("/data/progress").asInt()).isEqualTo(100);
        assertThat(done.at("/data/outputUrl")).isEqualTo(done.at("/output/url"));
        MediaFacts facts =
                StudioMedia.probe().probe(download(done.at("/output/url").asText()));
        assertThat(facts.duration()).isBetween(Duration.ofMillis(3960), Duration.ofMillis(4040));
        assertThat(facts.video().orElseThrow().size()).hasToString("320x180");
        assertThat(facts.audio()).isPresent();
    }

    @Test
    void answerThatMayBeKeptBackTellsOfTheEnd() {
        client.submit(session, "render_1", draft);
        Request.Builder poll = client.request("/api/render/proxy/lambda/render_1");
        JsonNode answer = client.call(poll.header("Prefer", "wait=30")).json();
        assertThat(answer.path("status").asText()).isEqualTo("completed");
    }

    @Test
    void fallbackDownloadIsTheSameFileAndCanBeResumed() throws Exception {
        client.submit(session, "render_1", draft);
        byte[] whole = Files.readAllBytes(
                download(client.await("render_1").json().at("/output/url").asText()));
        Request.Builder request = client.request("/api/render/proxy/render_1/download");
        try (Response response = client.http.newCall(request.build()).execute()) {
            assertThat(response.body().bytes()).isEqualTo(whole);
            assertThat(response.header("Content-Type")).isEqualTo("video/mp4");
        }
        Request rest =
                request.header("Range", "bytes=" + (whole.length - 10) + "-").build();
        try (Response response = client.http.newCall(rest).execute()) {
            assertThat(response.code()).isEqualTo(206);
            assertThat(response.header("Content-Range"))
                    .isEqualTo("bytes " + (whole.length - 10) + "-" + (whole.length - 1) + "/" + whole.length);
            assertThat(response.body().bytes()).hasSize(10);
        }
    }

    @Test
    void oldFilesOfRendersAreSweptAtTheStartAndRenderedAgainForWhoeverAsks() throws Exception {
        client.submit(session, "render_1", draft);
        String address = client.await("render_1").json().at("/output/url").asText();
        long bytes = Files.size(download(address));
        Path renders = home.resolve("renders");
        Path pictures = Files.createDirectories(renders.resolve("titles"));
        restartAfter(Duration.ofDays(6), renders);
        assertThat(renders).isDirectoryContaining(Files::isRegularFile);
        restartAfter(Duration.ofDays(8), renders);
        assertThat(renders).isDirectoryNotContaining(Files::isRegularFile);
        assertThat(pictures).exists();
        // The studio took another port.
        String path = URI.create(address).getRawPath();
        try (Response gone = client.http.newCall(client.request(path).build()).execute()) {
            assertThat(gone.code()).isEqualTo(409);
            assertThat(gone.body().string()).contains("put away after 7 days", "is being rendered again");
        }
        client.await("render_1");
        try (Response back = client.http.newCall(client.request(path).build()).execute()) {
            assertThat(back.body().bytes()).hasSize((int) bytes);
        }
    }

    @Test
    void pollOfASweptRenderHasItRenderedAgain() throws Exception {
        client.submit(session, "render_1", draft);
        client.await("render_1");
        restartAfter(Duration.ofDays(8), home.resolve("renders"));
        assertThat(client.poll("render_1").json().path("status").asText()).isNotEqualTo("completed");
        assertThat(client.await("render_1").json().path("status").asText()).isEqualTo("completed");
    }

    private void restartAfter(Duration time, Path renders) throws IOException {
        studio.close();
        try (Stream<Path> files = Files.list(renders)) {
            FileTime then = FileTime.from(Instant.now().minus(time));
            for (Path file : files.toList()) Files.setLastModifiedTime(file, then);
        }
        studio = open();
        client = new StudioClient(studio).signIn("client");
    }

    @Test
    void usedIdIsRefusedAndTheFirstRenderGoesOn() throws Exception {
        client.submit(session, "render_1", draft);
        StudioClient.Answer second = client.submit(session, "render_1", draft);
        assertThat(second.json().path("success").asBoolean(true)).isFalse();
        assertThat(second.status()).isEqualTo(409);
        assertThat(client.await("render_1").json().path("status").asText()).isEqualTo("completed");
    }

    @Test
    void soundAmongThePicturesIsRefusedWithWhatToDo() throws Exception {
        String other = client.createSession();
        client.upload(other, "song.wav", silence());
        ObjectNode sound = client.state(other).at("/state/draft").deepCopy();
        ((ObjectNode) sound.at("/t/0")).set("tt", draft.at("/t/0/tt"));
        assertThat(client.submit(other, "render_1", sound).json().toString())
                .contains("song.wav is sound alone", "background music");
    }

    private static byte[] silence() throws IOException {
        AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 8000),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }

    @Test
    void renderOfSomebodyElseIsNotFound() {
        client.submit(session, "render_1", draft);
        assertThat(new StudioClient(studio).signIn("stranger").poll("render_1").status())
                .isEqualTo(404);
    }

    @Test
    void cancelledRenderFailsWithAWordAndLeavesNoFile() throws Exception {
        // Forty seconds of large pictures: they cannot be ready before they are cancelled.
        client.say(session, "set the speed to 0.1x and export in 4K");
        client.submit(session, "render_1", client.state(session).at("/state/draft"));
        client.call(client.request("/api/render/proxy/lambda/render_1/cancel").post(RequestBody.EMPTY));
        JsonNode ended = client.await("render_1").json();
        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.path("error").asText()).isEqualTo("The export was cancelled.");
        assertThat(client.get("/api/render/proxy/render_1/download").status()).isEqualTo(404);
        studio.close();
        assertThat(home.resolve("renders")).isEmptyDirectory();
    }

    @Test
    void mediaThatVanishedFailsTheRenderInWords() throws Exception {
        try (Stream<Path> media = Files.walk(home.resolve("media"))) {
            for (Path file : media.filter(Files::isRegularFile).toList()) Files.delete(file);
        }
        client.submit(session, "render_1", draft);
        JsonNode ended = client.await("render_1").json();
        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.path("error").asText())
                .isNotBlank()
                .doesNotContain(home.toString())
                .doesNotContain("Exception");
    }

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        client.submit(session, "render_1", draft);
        client.await("render_1");
        JsonNode before = client.state(session).at("/state/draft");
        studio.close();
        studio = open();
        StudioClient again = new StudioClient(studio).withToken(client);
        assertThat(again.state(session).at("/state/draft")).isEqualTo(before);
        JsonNode job = again.poll("render_1").json();
        assertThat(download(job.at("/output/url").asText())).isNotEmptyFile();
    }

    @Test
    void twoStudiosOnOneFolderServeTheSameSessionsAndRenders() throws Exception {
        try (Studio other = open()) {
            StudioClient there = new StudioClient(other).withToken(client);
            assertThat(there.state(session).at("/state/draft")).isEqualTo(draft);
            String second = there.createSession();
            there.upload(second, StudioMedia.clip());
            there.submit(session, "render_1", draft);
            client.submit(second, "render_2", client.state(second).at("/state/draft"));
            assertThat(client.await("render_1").json().path("status").asText()).isEqualTo("completed");
            String url = there.await("render_2").json().at("/output/url").asText();
            assertThat(download(url)).isNotEmptyFile();
        }
    }

    @Test
    void renderOfAKilledProcessIsTakenOverByTheNext() throws Exception {
        studio.close();
        Process killed = startKilledRenderer();
        try {
            // The child tells when it has claimed the job: from then on the lease is its.
            assertThat(killed.inputReader().readLine()).isEqualTo("processing");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        studio = open();
        StudioClient again = new StudioClient(studio).withToken(client);
        assertThat(again.await("render_killed").json().path("status").asText()).isEqualTo("completed");
        try (Stream<Path> results = Files.list(home.resolve("renders"))) {
            assertThat(results.filter(file -> file.toString().endsWith(".mp4"))).hasSize(1);
        }
    }

    private Process startKilledRenderer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenderUntilKilled.class.getName(),
                        home.toString(),
                        client.token(),
                        session,
                        draft.toString())
                .redirectError(new File("/dev/null"))
                .start();
    }

    private Studio open() throws IOException {
        return Studio.open(StudioSettings.of(home, StudioMedia.CACHE));
    }

    /** Fetches without a bearer: the address is enough. */
    private Path download(String url) throws IOException {
        Path file = Files.createTempFile(home, "download", ".mp4");
        try (Response response =
                client.http.newCall(new Request.Builder().url(url).build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
            Files.write(file, response.body().bytes());
        }
        return file;
    }
}
