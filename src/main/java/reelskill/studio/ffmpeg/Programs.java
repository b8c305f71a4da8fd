package reelskill.studio.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two programs and the folders in which the loader finds their libraries: none for a system's own ffmpeg.
 *
 * @param ffmpeg a path, or a bare name that the system looks up
 * @param launcher the words of a program that starts them, with its own arguments
 */
record Programs(String ffmpeg, String ffprobe, List<Path> libraries, List<String> launcher) {
    private static final Path NICE = Path.of("/usr/bin/nice");

    Programs(String ffmpeg, String ffprobe, List<Path> libraries) {
        this(ffmpeg, ffprobe, libraries, List.of());
    }

    /** Returns the programs of a setting: a program, a folder that has both, or a bare name for the system's PATH. */
    static Programs of(Path setting) {
        if (Files.isDirectory(setting)) return in(setting, List.of());
        String name = setting.getFileName().toString();
        return new Programs(
                setting.toString(),
                setting.resolveSibling(name.replace("ffmpeg", "ffprobe")).toString(),
                List.of());
    }

    /** Returns the programs in {@code folder}. */
    static Programs in(Path folder, List<Path> libraries) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        return new Programs(
                folder.resolve("ffmpeg" + suffix).toString(),
                folder.resolve("ffprobe" + suffix).toString(),
                libraries);
    }

    /** Returns the same at a lower priority, where the system has a program for that. */
    Programs behind() {
        return Files.isExecutable(NICE)
                ? new Programs(ffmpeg, ffprobe, libraries, List.of(NICE.toString(), "-n", "5"))
                : this;
    }

    ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.add(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        prepare(builder.environment());
        return builder;
    }

    private void prepare(Map<String, String> environment) {
        // A user's variables must not make ffmpeg write report files or colours, nor bind what is never called.
        List.of("FFREPORT", "AV_LOG_FORCE_COLOR", "LD_BIND_NOW").forEach(environment::remove);
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        environment.put("LC_ALL", "C");
        for (String variable : List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")) {
            if (!libraries.isEmpty()) environment.merge(variable, joined(), Programs::before);
        }
    }

    private String joined() {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String before(String theirs, String ours) {
        return Stream.of(ours, theirs).filter(path -> !path.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }
}
