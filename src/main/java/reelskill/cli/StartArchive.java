package reelskill.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The archive of classes that the launcher hands to Java for a quicker start: made once by a process of its own, after the
 * first edit that ended well. It is an extra: nothing here fails a command or says a word.
 */
final class StartArchive {
    private static final String CLASSES = "reelskill.classes";
    private static final String ARCHIVE = "reelskill.archive";
    private static final String ENDING = ".jsa";

    /** After an attempt that brought nothing; and no second one beside one that runs. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** A program that is gone leaves its archive. One that is still used and as old is made again. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Path jar;
    private final Path classes;

    private StartArchive(Path jar, Path classes) {
        this.jar = jar;
        this.classes = classes;
    }

    /** Ends a command: begins to make the archive if it is missing, and takes away one that Java refuses. */
    static void afterCommand(int code) {
        String archive = System.getProperty(ARCHIVE);
        String classes = System.getProperty(CLASSES);
        try {
            boolean mapped = System.getProperty("java.vm.info", "").contains("sharing");
            if (archive != null && !mapped) Files.deleteIfExists(Path.of(archive));
            if (classes == null) return;
            if (code == 0) {
                begin(Path.of(System.getProperty("java.class.path")), Path.of(classes));
            } else {
                Files.deleteIfExists(Path.of(classes));
            }
        } catch (IOException e) {
            // The next command starts as this one did.
        }
    }

    private static void begin(Path jar, Path classes) throws IOException {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(java("-XX:TieredStopAtLevel=1", "-cp", jar.toString(), StartArchive.class.getName()));
        command.addAll(List.of(ProcessHandle.current().pid() + "", jar.toString(), classes.toString()));
        start(command);
    }

    /** Makes the archive for the process that is named by its number, once that has ended and its list is complete. */
    public static void main(String[] arguments) throws Exception {
        ProcessHandle.of(Long.parseLong(arguments[0])).ifPresent(StartArchive::await);
        Path classes = Path.of(arguments[2]);
        try {
            new StartArchive(Path.of(arguments[1]), classes).make();
        } finally {
            Files.deleteIfExists(classes);
        }
    }

    private static void await(ProcessHandle command) {
        try {
            command.onExit().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            // Its list is as good as complete.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make() throws IOException, InterruptedException {
        if (!isFirst()) return;
        Path made = classes.resolveSibling(classes.getFileName() + ENDING);
        try {
            if (dump(made) && isUsable(made)) publish(made);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private boolean isFirst() throws IOException {
        Path attempt = named(".attempt");
        if (Files.exists(attempt) && isOlder(attempt, PATIENCE)) Files.deleteIfExists(attempt);
        try {
            Files.createFile(attempt);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private boolean dump(Path made) throws IOException, InterruptedException {
        return succeeds(java(
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                jar.toString()));
    }

    private boolean isUsable(Path made) throws IOException, InterruptedException {
        return succeeds(java(
                "-Xshare:on", "-Xlog:disable", "-XX:SharedArchiveFile=" + made, "-jar", jar.toString(), "--version"));
    }

    /** The name tells the size, so what it names is on disk before it is there. */
    private void publish(Path made) throws IOException {
        try (FileChannel file = FileChannel.open(made, StandardOpenOption.READ)) {
            file.force(true);
        }
        Path archive = named("-" + Files.size(made) + ENDING);
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(named(".attempt"));
        try (Stream<Path> files = Files.list(archive.resolveSibling(""))) {
            for (Path file : files.filter(other -> isOutdated(other, archive)).toList()) Files.deleteIfExists(file);
        }
    }

    /** Those of other programs stay, and what another command may be writing. */
    private boolean isOutdated(Path file, Path archive) {
        String name = file.getFileName().toString();
        if (!name.startsWith("start-") || file.equals(archive)) return false;
        if (!name.endsWith(ENDING)) return isOlder(file, PATIENCE);
        String program = String.valueOf(classes.getFileName()).replaceFirst("^(start-\\d+-).*", "$1");
        return name.startsWith(program) || isOlder(file, KEPT);
    }

    private static boolean isOlder(Path file, Duration age) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minus(age));
        } catch (IOException e) {
            return false;
        }
    }

    /** The launcher's name of the list ends with the number of its process, to which no other file belongs. */
    private Path named(String ending) {
        String list = String.valueOf(classes.getFileName());
        return classes.resolveSibling(list.substring(0, list.lastIndexOf('-')) + ending);
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java") + "", "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        return start(command).waitFor() == 0;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
