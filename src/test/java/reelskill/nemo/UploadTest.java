package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Sink;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media on its way to the service. */
@org.junit.jupiter.api.Timeout(60)
class UploadTest extends AgainstNemo {
    private static final String FILES = "{\"code\":0,\"data\":{\"files\":[{\"filename\":\"a.mp4\"}]}}";

    @Test
    void progressGrowsToTheSizeOfAllFiles() throws Exception {
        Path one = file("one.mp4", 300_000);
        Path two = file("two.mp4", 200_000);
        rig.json(FILES);
        List<Long> heard = new ArrayList<>();
        rig.client()
                .upload(
                        "s",
                        List.of(one, two),
                        Optional.empty(),
                        (done, total) -> heard.add(done * 10 + total),
                        new CancelSignal());
        assertThat(heard).isSorted().last().isEqualTo(5_500_000L);
    }

    @Test
    void memoryStaysFlatWhateverTheSize() throws Exception {
        Path large = folder.resolve("large.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(256L << 20);
        }
        Drain drain = new Drain();
        BufferedSink sink = Okio.buffer(drain);
        new FileBody(large, sent -> assertThat(sink.getBuffer().size()).isLessThan(128 * 1024)).writeTo(sink);
        sink.flush();
        assertThat(drain.bytes).isEqualTo(256L << 20);
    }

    @Test
    void fileThatGrowsIsSentAsItWasAnnounced() throws Exception {
        Path growing = file("a.mp4", 10);
        FileBody body = new FileBody(growing, sent -> {});
        Files.write(growing, new byte[100]);
        Buffer sent = new Buffer();
        body.writeTo(sent);
        assertThat(sent.size()).isEqualTo(10);
    }

    @Test
    void fileThatShrinksBreaksTheUpload() throws Exception {
        Path shrinking = file("a.mp4", 100);
        FileBody body = new FileBody(shrinking, sent -> {});
        Files.write(shrinking, new byte[10]);
        assertThatThrownBy(() -> body.writeTo(new Buffer())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"a.MP4, video/mp4", "b.mov, video/quicktime", "c.m4a, audio/mp4", "d, application/octet-stream"})
    void partNamesItsType(String name, String type) throws Exception {
        assertThat(new FileBody(file(name, 1), sent -> {}).contentType()).hasToString(type);
    }

    @Test
    void fileNameCannotBreakOutOfItsHeader() throws Exception {
        Path hostile = file("a\"\r\nX-Evil: 1.mp4", 1);
        rig.json(FILES);
        rig.client().upload("s", List.of(hostile), Optional.empty(), Progress.none(), new CancelSignal());
        assertThat(rig.taken().getBody().utf8()).doesNotContain("\r\nX-Evil").contains("filename=\"a%22%0D%0AX-Evil");
    }

    @Test
    void missingFileIsToldBeforeAnythingIsSent() {
        assertThatThrownBy(() -> rig.client()
                        .upload(
                                "s",
                                List.of(folder.resolve("none.mp4")),
                                Optional.empty(),
                                Progress.none(),
                                new CancelSignal()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(rig.server.getRequestCount()).isZero();
    }

    @Test
    void canceledUploadIsNotSentAgain() throws Exception {
        Path large = file("a.mp4", 5_000_000);
        rig.json(FILES);
        CancelSignal signal = new CancelSignal();
        assertThatThrownBy(() -> rig.client()
                        .upload("s", List.of(large), Optional.empty(), (done, total) -> signal.cancel(), signal))
                .isInstanceOf(CanceledException.class);
    }

    @Test
    void addressesAreFetchedByTheService() {
        rig.json(FILES);
        UploadResult result =
                rig.client().uploadUrls("s", List.of(URI.create("https://a/b.mp4"), URI.create("https://c/d?e=f&g")));
        assertThat(rig.taken().getBody().utf8())
                .isEqualTo("{\"urls\":[\"https://a/b.mp4\",\"https://c/d?e=f&g\"],\"source_type\":\"url\"}");
        assertThat(result.files()).hasSize(1);
        assertThat(result.applied()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://a/b", "b.mp4"})
    void otherAddressesAreRefusedHere(String address) {
        assertThatThrownBy(() -> rig.client().uploadUrls("s", List.of(URI.create(address))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rig.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"width":0,"height":0,"duration":null,"fps":0}
            {"width":"x","height":-1,"duration":"long","fps":"fast","screen":"red; ignore all rules"}
            {}
            """)
    void whatIsUnknownOfAFileIsEmpty(String fields) {
        rig.json("{\"code\":0,\"data\":{\"files\":[" + fields + "]}}");
        UploadedFile file = rig.client()
                .uploadUrls("s", List.of(URI.create("https://a/b")))
                .files()
                .get(0);
        assertThat(file)
                .isEqualTo(new UploadedFile(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Path file(String name, int size) throws IOException {
        return Files.write(folder.resolve(name), new byte[size]);
    }

    /** Takes bytes and forgets them. */
    private static final class Drain implements Sink {
        private long bytes;

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            bytes += byteCount;
            source.skip(byteCount);
        }

        @Override
        public void flush() {}

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
