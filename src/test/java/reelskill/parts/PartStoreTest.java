package reelskill.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A part comes whole and as it was published, or not at all. */
class PartStoreTest {
    @StartStop
    final MockWebServer repository = new MockWebServer();

    @TempDir
    Path folder;

    @Test
    void partIsFetchedOnceAndKept() throws Exception {
        byte[] jar = jar("native/linux/lib.so", "native/linux/deep/no.txt", "native/mac/lib.dylib");
        Part part = part(jar);
        repository.enqueue(answer(jar));
        Path file = store().fetch(part, bytes -> {});
        assertThat(file).hasBinaryContent(jar);
        assertThat(store().fetch(part, bytes -> {})).isEqualTo(file);
        assertThat(repository.getRequestCount()).isEqualTo(1);
        assertThat(repository.takeRequest().getTarget()).isEqualTo("/maven/some/part.jar");
    }

    @Test
    void onlyTheFilesOfOneSystemAreUnpacked() throws Exception {
        Path jar = Files.write(
                folder.resolve("some-1.0.jar"),
                jar("native/linux/lib.so", "native/linux/deep/no.txt", "native/mac/lib.dylib"));
        Path unpacked = store().unpack(jar, "native/linux/");
        assertThat(unpacked).isEqualTo(folder.resolve("parts/some-1.0/linux"));
        assertThat(unpacked).isDirectoryContaining(file -> file.endsWith("lib.so"));
        try (Stream<Path> files = Files.list(unpacked)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsUnpackedIsFoundAgain() throws Exception {
        Path jar = Files.write(folder.resolve("some-1.0.jar"), jar("native/linux/lib.so"));
        Path library = store().unpack(jar, "native/linux/").resolve("lib.so");
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
        assertThat(store().unpack(jar, "native/linux/").resolve("lib.so")).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void libraryThatIsCutShortIsUnpackedAgain() throws Exception {
        Path jar = Files.write(folder.resolve("some-1.0.jar"), jar("native/linux/lib.so"));
        Path library = store().unpack(jar, "native/linux/").resolve("lib.so");
        Files.writeString(library, "native");
        store().unpack(jar, "native/linux/");
        assertThat(library).hasContent("native/linux/lib.so");
    }

    @Test
    void fileThatIsNotThePublishedOneIsThrownAway() throws Exception {
        byte[] jar = jar("a");
        byte[] forged = jar.clone();
        forged[forged.length - 1] ^= 1;
        refused(jar, answer(forged));
    }

    @Test
    void answerThatGoesOnForeverIsCutOff() throws Exception {
        byte[] jar = jar("a");
        refused(jar, answer(new byte[jar.length + 1]));
    }

    @Test
    void answerThatBreaksOffLeavesNothing() throws Exception {
        byte[] jar = jar("a");
        refused(jar, answer(Arrays.copyOf(jar, jar.length / 2)));
    }

    @Test
    @Timeout(60)
    void repositoryThatStallsIsLeftForTheNext() throws Exception {
        byte[] jar = jar("a", "b");
        Part part = part(jar);
        repository.enqueue(answer(jar)
                .newBuilder()
                .throttleBody(jar.length / 2, 1, TimeUnit.HOURS)
                .build());
        repository.enqueue(answer(jar));
        List<URI> two = Stream.of("/first", "/second")
                .map(at -> repository.url(at).uri())
                .toList();
        PartStore store = new PartStore(folder.resolve("parts"), two, Duration.ofSeconds(3));
        assertThat(store.fetch(part, bytes -> {})).hasBinaryContent(jar);
        repository.takeRequest();
        assertThat(repository.takeRequest().getTarget()).isEqualTo("/second/some/part.jar");
    }

    @Test
    void missingPartIsRefused() throws Exception {
        refused(jar("a"), new MockResponse.Builder().code(404).build());
    }

    @Test
    void listNamesTheFilesThatTheBuildUses() throws Exception {
        for (Part listed : new Part[] {Part.RUNTIME, Part.DATABASE}) {
            Path jar = onTheClassPath(listed.fileName());
            Part published = part(Files.readAllBytes(jar));
            assertThat(listed.sha256()).isEqualTo(published.sha256());
            assertThat(listed.bytes()).isEqualTo(published.bytes());
        }
        Path programs = onTheClassPath("ffmpeg-");
        String name = programs.getFileName().toString();
        String system = name.replaceFirst("ffmpeg-" + Part.FFMPEG_VERSION + "-(.*)-gpl.jar", "$1");
        Part ffmpeg = Part.ffmpeg(system).orElseThrow();
        Part published = part(Files.readAllBytes(programs));
        assertThat(ffmpeg.fileName()).isEqualTo(name);
        assertThat(ffmpeg.sha256()).isEqualTo(published.sha256());
        assertThat(ffmpeg.bytes()).isEqualTo(published.bytes());
    }

    private static Path onTheClassPath(String prefix) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private void refused(byte[] published, MockResponse answer) throws Exception {
        Part part = part(published);
        repository.enqueue(answer);
        assertThatThrownBy(() -> store().fetch(part, bytes -> {})).isInstanceOf(IOException.class);
        assertThat(store().find(part)).isEmpty();
        assertThat(folder.resolve("parts")).isEmptyDirectory();
    }

    private PartStore store() {
        return new PartStore(
                folder.resolve("parts"), List.of(repository.url("/maven").uri()));
    }

    private static MockResponse answer(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
    }

    private static Part part(byte[] jar) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        return new Part("some/part.jar", jar.length, sha256);
    }

    private static byte[] jar(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (String name : names) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.getBytes());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
