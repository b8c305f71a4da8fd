package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rendered file comes whole, from where it may come, or not at all. */
@Timeout(60)
class DownloadTest {
    private static final String TAG = "\"v1\"";

    @TempDir
    Path folder;

    private NemoRig rig;
    private Path target;

    @BeforeEach
    void start() {
        rig = new NemoRig(folder);
        target = folder.resolve("film.mp4");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void addressOfTheBackendIsAskedWithoutBearerAndAttribution() {
        rig.server.enqueue(bytes("film").build());
        assertThat(save(rig.base().resolve("/f").toString())).isEqualTo(4);
        RecordedRequest asked = rig.taken();
        assertThat(asked.getHeaders().names()).doesNotContain("Authorization", "X-Skill-Source");
        assertThat(asked.getHeaders().get("Range")).isNull();
    }

    @Test
    void brokenDownloadGoesOnWhereItStopped() {
        rig.server.enqueue(broken("0123456789", 4).build());
        rig.server.enqueue(bytes("456789")
                .code(206)
                .setHeader("Content-Range", "bytes 4-9/10")
                .build());
        assertThat(save(url())).isEqualTo(10);
        assertThat(target).hasContent("0123456789");
        rig.taken();
        RecordedRequest rest = rig.taken();
        assertThat(rest.getHeaders().get("Range")).isEqualTo("bytes=4-");
        assertThat(rest.getHeaders().get("If-Range")).isEqualTo(TAG);
    }

    @Test
    void laterProcessGoesOnWhereTheFirstStopped() throws Exception {
        Files.writeString(folder.resolve("film.mp4.part"), "0123");
        Files.writeString(folder.resolve("film.mp4.part.tag"), "render_1\n" + TAG + "\n");
        rig.server.enqueue(bytes("456789")
                .code(206)
                .setHeader("Content-Range", "bytes 4-9/10")
                .build());
        assertThat(save(url())).isEqualTo(10);
    }

    @Test
    void partOfAnotherRenderIsThrownAway() throws Exception {
        Files.writeString(folder.resolve("film.mp4.part"), "xxxx");
        Files.writeString(folder.resolve("film.mp4.part.tag"), "render_0\n" + TAG + "\n");
        rig.server.enqueue(bytes("film").build());
        save(url());
        assertThat(rig.taken().getHeaders().get("Range")).isNull();
        assertThat(target).hasContent("film");
    }

    @Test
    void fileThatChangedMeanwhileIsTakenFromItsStart() {
        rig.server.enqueue(broken("0123456789", 4).build());
        rig.server.enqueue(bytes("another").setHeader("ETag", "\"v2\"").build());
        assertThat(save(url())).isEqualTo(7);
        assertThat(target).hasContent("another");
    }

    @ParameterizedTest
    @CsvSource({"206, bytes 3-9/10", "206, ", "416, bytes */10"})
    void wrongPartIsThrownAwayAndTheWholeTaken(int status, String range) {
        rig.server.enqueue(broken("0123456789", 4).build());
        MockResponse.Builder wrong = bytes("3456789").code(status);
        if (range != null) wrong.setHeader("Content-Range", range);
        rig.server.enqueue(wrong.build());
        rig.server.enqueue(bytes("0123456789").build());
        assertThat(save(url())).isEqualTo(10);
        assertThat(target).hasContent("0123456789");
    }

    @Test
    void withoutAStrongTagTheWholeIsTakenAgain() {
        rig.server.enqueue(broken("0123456789", 4).setHeader("ETag", "W/\"v1\"").build());
        rig.server.enqueue(bytes("0123456789").build());
        save(url());
        rig.taken();
        assertThat(rig.taken().getHeaders().get("Range")).isNull();
    }

    @Test
    void fileThatNeverComesWholeIsNeverUnderItsName() throws Exception {
        Files.writeString(target, "the film of yesterday");
        for (int i = 0; i < 20; i++)
            rig.server.enqueue(broken("0123456789", 4).removeHeader("ETag").build());
        assertThatThrownBy(() -> save(url())).isInstanceOf(TransportException.class);
        assertThat(target).hasContent("the film of yesterday");
    }

    @Test
    void emptyFileIsNoFilm() {
        rig.server.enqueue(bytes("").build());
        rig.server.enqueue(bytes("").build());
        assertThatThrownBy(() -> save(url())).isInstanceOf(MalformedResponseException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void jsonInPlaceOfBytesSaysWhereTheBytesAre() {
        rig.json("{\"output\":{\"url\":\"" + rig.base().resolve("/real") + "\"}}");
        rig.server.enqueue(bytes("film").build());
        assertThat(save("")).isEqualTo(4);
        assertThat(rig.taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + NemoRig.TOKEN);
        RecordedRequest second = rig.taken();
        assertThat(second.getTarget()).isEqualTo("/real");
        assertThat(second.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void jsonThatPointsToItselfEnds() {
        for (int i = 0; i < 30; i++) rig.json("{\"output\":{\"url\":\"" + url() + "\"}}");
        assertThatThrownBy(() -> save(url())).isInstanceOf(MalformedResponseException.class);
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410, 500})
    void fallbackIsTheApisOwnEndpoint(int status) {
        rig.json(status, "<Error>gone</Error>");
        rig.server.enqueue(bytes("film").build());
        assertThat(save(url())).isEqualTo(4);
        rig.taken();
        assertThat(rig.taken().getTarget()).isEqualTo("/api/render/proxy/render_1/download");
    }

    @Test
    void webPageIsNoFilm() {
        for (int i = 0; i < 2; i++) {
            rig.server.enqueue(bytes("<html>log in</html>")
                    .setHeader("Content-Type", "text/html")
                    .build());
        }
        assertThatThrownBy(() -> save(url())).isInstanceOf(NemoException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void timelineWrittenAsJsonIsAFile() {
        rig.server.enqueue(bytes("{}")
                .setHeader("Content-Type", "application/vnd.pixar.opentimelineio+json")
                .build());
        assertThat(save(url())).isEqualTo(2);
    }

    @Test
    void refusalWrittenAsJsonIsNoFile() {
        for (int i = 0; i < 2; i++) {
            rig.server.enqueue(bytes("{\"error\": \"gone\"}")
                    .setHeader("Content-Type", "application/json")
                    .build());
        }
        assertThatThrownBy(() -> save(url())).isInstanceOf(NemoException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void redirectIsFollowedWithoutTheBearer() {
        rig.server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", "/cdn")
                .build());
        rig.server.enqueue(bytes("film").build());
        save("");
        rig.taken();
        assertThat(rig.taken().getHeaders().get("Authorization")).isNull();
    }

    /** The API of this rig is on localhost; these are neighbours, and the fallback answers in their place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/f",
                "http://192.168.1.1/f",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:10.0.0.1]/f",
                "http://[fe80::1]/f",
                "http://[fd00::1]/f",
                "http://0.0.0.0/f",
                "http://127.0.0.2/f",
                "http://2130706434/f",
                "file:///etc/passwd",
                "ftp://example.com/f",
                "javascript:alert(1)",
                "//",
                "not an address"
            })
    void hostileAddressIsNeverAsked(String address) {
        rig.server.enqueue(bytes("film").build());
        assertThat(save(address)).isEqualTo(4);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
        assertThat(rig.taken().getTarget()).isEqualTo("/api/render/proxy/render_1/download");
        assertThat(rig.time.slept).as("waits after an attempt").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/", "file:///etc/passwd"})
    void hostileAddressBehindARedirectIsNotAskedEither(String address) {
        for (int i = 0; i < 2; i++) {
            rig.server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", address)
                    .build());
        }
        assertThatThrownBy(() -> save(url())).isInstanceOf(NemoException.class);
        assertThat(target).doesNotExist();
        assertThat(rig.time.slept).as("waits after an attempt").isEmpty();
    }

    @Test
    void progressGrowsToTheWholeLength() {
        rig.server.enqueue(bytes("x".repeat(1_000_000)).build());
        List<Long> heard = new ArrayList<>();
        client().download(job(url()), target, (done, total) -> heard.add(done), new CancelSignal());
        assertThat(heard).isSorted().startsWith(0L).endsWith(1_000_000L);
    }

    @Test
    void canceledDownloadIsNotRepeatedAndLeavesNoFilm() {
        rig.server.enqueue(bytes("x".repeat(1_000_000)).build());
        CancelSignal signal = new CancelSignal();
        assertThatThrownBy(() -> client().download(job(url()), target, (done, total) -> signal.cancel(), signal))
                .isInstanceOf(CanceledException.class);
        assertThat(target).doesNotExist();
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void diskThatRefusesIsToldAndNotTakenForTheNetwork() {
        rig.server.enqueue(bytes("film").build());
        Path nowhere = folder.resolve("no such folder/film.mp4");
        assertThatThrownBy(() -> client().download(job(url()), nowhere, Progress.none(), new CancelSignal()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(rig.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftBesideAFinishedFilm() throws Exception {
        rig.server.enqueue(bytes("film").build());
        save(url());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private long save(String address) {
        return client().download(job(address), target, Progress.none(), new CancelSignal());
    }

    private NemoClient client() {
        return rig.client();
    }

    private String url() {
        return rig.base().resolve("/f").toString();
    }

    private static RenderJob job(String address) {
        Optional<String> url = Optional.of(address).filter(text -> !text.isEmpty());
        return new RenderJob("render_1", RenderStatus.COMPLETED, OptionalDouble.empty(), url, Optional.empty());
    }

    private static MockResponse.Builder bytes(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "video/mp4")
                .addHeader("ETag", TAG)
                .body(body);
    }

    /** Promises all of {@code body}, sends its beginning and closes. */
    private static MockResponse.Builder broken(String body, int sent) {
        return bytes(body.substring(0, sent))
                .setHeader("Content-Length", body.length())
                .onResponseEnd(new SocketEffect.CloseSocket());
    }
}
