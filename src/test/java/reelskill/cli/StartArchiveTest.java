package reelskill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher over a program of two classes, which says what it was started with. */
@DisabledOnOs(OS.WINDOWS)
class StartArchiveTest {
    @TempDir
    Path folder;

    private Path program;
    private Path cache;

    /** What the launcher starts in place of the real program. */
    static final class Program {
        /** @param arguments a command, then the code that it ends with where it is to end like a real one */
        public static void main(String[] arguments) {
            System.out.println(System.getProperty("reelskill.archive") + " "
                    + System.getProperty("java.vm.info").contains("sharing") + " "
                    + System.getProperty("reelskill.classes"));
            if (arguments.length > 1) StartArchive.afterCommand(Integer.parseInt(arguments[1]));
        }
    }

    private record Started(String archive, String shared, String classes, String err) {}

    @BeforeEach
    void install() throws IOException {
        program = Files.createDirectories(folder.resolve("a program")).toRealPath();
        cache = program.resolveSibling("data").resolve("cache");
        Files.copy(Path.of("reelskill"), program.resolve("reelskill"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        try (OutputStream file = Files.newOutputStream(program.resolve("reelskill.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (Class<?> type : List.of(Program.class, StartArchive.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(name));
                type.getClassLoader().getResourceAsStream(name).transferTo(jar);
            }
        }
    }

    @Test
    void archiveOfAnEditServesEveryLaterCommandAndNoServer() throws Exception {
        Path archive = made();
        assertThat(files()).containsExactly(archive);
        assertThat(archive.toString()).endsWith("-" + Files.size(archive) + ".jsa");
        assertThat(start("status")).isEqualTo(new Started(archive.toString(), "true", "null", ""));
        assertThat(start("edit", "0")).isEqualTo(new Started(archive.toString(), "true", "null", ""));
        assertThat(start("mcp").archive()).isEqualTo("null");
        assertThat(files()).containsExactly(archive);
    }

    @Test
    void shortenedArchiveIsNeverHandedToJava() throws Exception {
        Path archive = made();
        byte[] whole = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertThat(start("status")).isEqualTo(new Started("null", "true", "null", ""));
    }

    @Test
    void archiveThatJavaRefusesGoesWithoutAWord() throws Exception {
        Path known = Path.of(start("edit").classes());
        String name = known.getFileName().toString();
        Path foreign = cache.resolve(name.substring(0, name.lastIndexOf('-')) + "-4096.jsa");
        Files.write(foreign, new byte[4096]);
        assertThat(start("status", "0")).isEqualTo(new Started(foreign.toString(), "false", "null", ""));
        assertThat(foreign).doesNotExist();
    }

    @Test
    void archiveOfAnotherStateOfTheProgramIsNotUsedAndGoesWithTheNextOne() throws Exception {
        Path old = made();
        Files.setLastModifiedTime(program.resolve("reelskill.jar"), FileTime.fromMillis(0));
        assertThat(start("status").archive()).isEqualTo("null");
        Path next = made();
        assertThat(next).isNotEqualTo(old);
        assertThat(files()).containsExactly(next);
    }

    @Test
    void failedEditAndSecondAttemptLeaveNothing() throws Exception {
        start("edit", "1");
        assertThat(files()).isEmpty();
        Path list = Path.of(start("edit").classes());
        String name = list.getFileName().toString();
        Path attempt = Files.createFile(cache.resolve(name.substring(0, name.lastIndexOf('-')) + ".attempt"));
        make(list);
        assertThat(files()).containsExactly(attempt);
    }

    @Test
    void folderThatCannotBeWrittenCostsNothing() throws Exception {
        Files.writeString(Files.createDirectories(cache.resolveSibling("")).resolve("cache"), "no folder");
        assertThat(start("edit", "0")).isEqualTo(new Started("null", "true", "null", ""));
    }

    private Path made() throws Exception {
        make(Path.of(start("edit").classes()));
        return Path.of(start("status").archive());
    }

    private void make(Path list) throws Exception {
        StartArchive.main(
                new String[] {"999999999", program.resolve("reelskill.jar").toString(), list.toString()});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private Started start(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", program.resolve("reelskill").toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("REELSKILL_HOME", cache.resolveSibling("").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines).hasSize(1);
        String[] said = lines.get(0).split(" ");
        return new Started(said[0], said[1], said[2], Files.readString(err));
    }
}
