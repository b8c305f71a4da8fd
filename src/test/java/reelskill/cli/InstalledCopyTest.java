package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program as it is shipped installs itself, and what it installed runs without it. Each command is a process. */
class InstalledCopyTest {
    private static final String MINE = "{\n  // mine\n  \"mcpServers\": {}\n}\n";

    @TempDir
    Path folder;

    private Path home;
    private Path shipped;

    /** A result of one process. */
    private record Result(int code, String out, String err) {}

    @BeforeEach
    void ship() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        shipped = Files.createDirectories(folder.resolve("shipped"));
        for (String text : List.of("SKILL.md", "skill-manifest.yaml", "LICENSE", "reelskill", "reelskill.cmd")) {
            Files.copy(Path.of(text), shipped.resolve(text));
        }
        Files.createDirectories(shipped.resolve("prompts"));
        Files.copy(Path.of("prompts/system.md"), shipped.resolve("prompts/system.md"));
        pack(shipped.resolve("reelskill.jar"));
        Files.createDirectories(home.resolve(".cursor"));
        Files.writeString(home.resolve(".cursor/mcp.json"), MINE);
    }

    @Test
    void installedCopyStartsAloneAndGoesWithoutATrace() throws Exception {
        Result dry = run(shipped, "install", "cursor", "--local", "--dry-run");
        assertThat(dry.out()).contains("+    \"reelskill\": {", "this was a dry run");
        assertThat(home.resolve(".cursor/skills")).doesNotExist();

        Result unknown = run(shipped, "install", "emacs");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.value);
        assertThat(unknown.err()).contains("There is no host 'emacs'. Hosts: openclaw, clawhub, cursor");

        assertThat(run(shipped, "install", "cursor", "--local").code()).isZero();
        Path copy = home.resolve(".cursor/skills/reelskill");
        deleteAll(shipped);
        Result skill = run(copy, "skill");
        assertThat(skill.out()).startsWith("reelskill 0.1.0 (cursor)");

        JsonNode told = new ObjectMapper()
                .readTree(run(copy, "doctor", "--offline", "--json").out());
        assertThat(told.path("findings"))
                .anySatisfy(finding -> assertThat(finding.path("says").asText())
                        .contains("Cursor: the skill is there and its server answers in"));
        assertThat(told.path("healthy").asBoolean()).isTrue();

        assertThat(run(copy, "uninstall", "cursor").code()).isZero();
        assertThat(home.resolve(".cursor/mcp.json")).hasContent(MINE);
    }

    private Result run(Path skill, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", skill.resolve("reelskill").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("REELSKILL_HOME", folder.resolve("data").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return new Result(code, Files.readString(out), Files.readString(err));
    }

    /** Our classes as the build packs them; libraries are named where they lie. */
    private static void pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "reelskill.cli.Main");
        Path classes = Path.of("target", "classes");
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        attributes.put(Attributes.Name.CLASS_PATH, libraries);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(file, manifest);
                Stream<Path> paths = Files.walk(classes.resolve("reelskill").resolve("cli"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                to.putNextEntry(new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, to);
                to.closeEntry();
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
        }
    }
}
