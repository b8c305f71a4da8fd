package reelskill.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The tools for a Java program, over the studio on this machine. What there is to tell goes to standard error. */
public final class LocalTools implements AutoCloseable {
    private final McpTools tools;

    private LocalTools(McpTools tools) {
        this.tools = tools;
    }

    /** Opens the tools; they read and write in {@code allowed} and in the working folder. */
    public static LocalTools open(List<Path> allowed) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return open(Settings.of(System.getenv()), new Terminal(err, false), allowed);
    }

    static LocalTools open(Settings settings, Terminal terminal, List<Path> allowed) {
        BackendOptions options = new BackendOptions();
        options.local(true);
        return new LocalTools(new McpTools(new Desk(settings, System.err, terminal), options, allowed));
    }

    /** Returns the objects whose {@code @Tool} methods are the tools, for {@code AiServices.builder(…).tools(…)}. */
    public List<Object> all() {
        return tools.toolbox().tools();
    }

    /** Ends what was started for the tools. */
    @Override
    public void close() {
        tools.close();
    }
}
