package reelskill.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs commands as a person would, over a home of its own, in this process. */
final class Shell {
    static final Path TALK = Path.of("tests-fixtures", "media", "talk.mp4");

    private final Path home;
    private final Path cache;
    private final Map<String, String> environment;

    /** Shares the unpacked ffmpeg and what was analysed with the other tests. */
    Shell(Path home) {
        this(home, Path.of("target", "cache"));
    }

    Shell(Path home, Path cache) {
        this(home, cache, Map.of());
    }

    Shell(Path home, Path cache, Map<String, String> environment) {
        this.home = home;
        this.cache = cache;
        this.environment = environment;
    }

    /** What a command printed and how it ended. */
    record Result(int code, String out, String err) {}

    Result run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Settings settings = new Settings(home, cache, environment);
        Desk desk = new Desk(settings, new PrintStream(out, true, StandardCharsets.UTF_8), new Terminal(errors, false));
        String[] words = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
        int code = Main.commandLine(desk, errors).execute(words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
