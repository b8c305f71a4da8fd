package reelskill.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import reelskill.session.FakeNemo;
import reelskill.session.SessionRig;
import reelskill.session.Workplace;

/**
 * The tools over a service that says what a test wants, with a secret beside the allowed folder and a neighbour on the
 * network. What may have happened is asked of the service, the neighbour and the disk.
 */
final class InjectionRig implements AutoCloseable {
    private static final String SECRET = "-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjE";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] CLIP =
            "\0\0\0\u0018ftypisom\0\0\0\0isomiso2\0\0\0\u0008moov".getBytes(StandardCharsets.ISO_8859_1);
    /** The names of all facts that a tool tells at the beginning of a line. */
    private static final Set<String> FACTS = Set.of(
            "session_id",
            "ready",
            "timeline",
            "duration_seconds",
            "size",
            "job_id",
            "kind",
            "status",
            "progress_percent",
            "files",
            "edit",
            "export",
            "versions",
            "exports");

    final FakeNemo nemo;
    final MockWebServer neighbour = new MockWebServer();
    final Path work;
    private final Path folder;
    private final SessionRig service;
    private final Toolbox tools;
    private final Map<String, String> before;
    final String session;

    InjectionRig(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        work = Files.createDirectories(this.folder.resolve("work"));
        Files.createDirectories(this.folder.resolve(".ssh"));
        Files.writeString(this.folder.resolve(".ssh/id_rsa"), SECRET);
        Files.writeString(this.folder.resolve("passwords.txt"), SECRET);
        Files.writeString(work.resolve("notes.mp4"), SECRET);
        service = new SessionRig(this.folder.resolve("home"));
        nemo = service.nemo;
        neighbour.start(InetAddress.getByName("127.0.0.2"), 0);
        nemo.polls.removeFirst();
        Workplace place = service.place("cloud");
        tools = new Toolbox(caller -> place, Folders.of(List.of(work)), NoPictures.HERE, Toolbox.PATIENCE);
        session = tools.call("start_session", JsonNodeFactory.instance.objectNode(), Caller.PROGRAM)
                .data()
                .path("session_id")
                .asText();
        before = files();
    }

    /** Puts a file that can be uploaded into the allowed folder. */
    Path clip(String name) {
        try {
            return Files.write(work.resolve(name), CLIP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a model gets to read: what the tool told, or why it refused. */
    String tell(String tool, Map<String, Object> arguments) {
        try {
            Toolbox.Told told = tools.call(tool, JSON.valueToTree(arguments), Caller.PROGRAM);
            assertThat(told.data().path("session_id").asText()).isEqualTo(session);
            return told.text();
        } catch (ToolException e) {
            return e.sentence();
        }
    }

    /** Returns the text with the addresses of this rig in it. */
    String filled(String text) {
        return text.replace("NEIGHBOUR", "http://127.0.0.2:" + neighbour.getPort())
                .replace("SERVICE/", nemo.url("/").toString());
    }

    String edit() {
        return tell("edit_video", Map.of("session_id", session, "instruction", "add a title"));
    }

    String export() {
        return tell(
                "export_video",
                Map.of(
                        "session_id",
                        session,
                        "output_path",
                        work.resolve("out.mp4").toString()));
    }

    /** Checks that nothing was read, written, sent or spent but what the call itself is for. */
    void assertOnly(Way way, String told) throws IOException {
        assertThat(nemo.messages).hasSizeLessThanOrEqualTo(way.turns());
        assertThat(nemo.available).isGreaterThanOrEqualTo(100 - 50 * way.turns());
        assertThat(nemo.count("POST /api/upload-video")).isLessThanOrEqualTo(way.uploads());
        assertThat(nemo.count("POST /api/render")).isLessThanOrEqualTo(way.renders());
        assertThat(nemo.bodies).noneMatch(body -> body.contains("PRIVATE KEY"));
        assertThat(neighbour.getRequestCount()).isZero();
        Map<String, String> after = files();
        after.keySet().removeIf(name -> name.startsWith("work/") && way.writes().contains(name.substring(5)));
        assertThat(after).isEqualTo(before);
        assertPlain(told);
    }

    void assertNothingSent() {
        assertThat(nemo.count("POST /api/upload-video") + nemo.count("POST /api/render"))
                .isZero();
    }

    void assertPlain(String told) {
        assertThat(told).doesNotContain("PRIVATE KEY", "nmv_usr_");
        assertThat(told.codePoints().filter(letter -> letter != '\n').mapToObj(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR);
        List<String> facts =
                told.lines().skip(1).filter(line -> !line.startsWith(" ")).toList();
        assertThat(facts).allMatch(line -> FACTS.contains(line.split(":", 2)[0]));
        assertThat(facts).doesNotHaveDuplicates();
        assertThat(facts.stream().filter(line -> line.startsWith("session_id:")))
                .allMatch(("session_id: " + session)::equals);
    }

    /** Returns every file outside of the program's own home with what is in it. */
    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("home")))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(),
                            InjectionRig::content,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tools.close();
        service.close();
        neighbour.close();
    }
}
