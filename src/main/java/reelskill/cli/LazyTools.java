package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.host.CallContext;
import reelskill.host.ToolCatalog;
import reelskill.host.ToolResult;
import reelskill.language.Language;
import reelskill.tools.ToolList;

/**
 * The tools of an MCP server before anything of the program is loaded: their list is text that is packed with it, and the
 * rest is made by the warm-up or by the first call. No lambdas here: the first one of a process costs milliseconds.
 */
final class LazyTools implements ToolCatalog, Runnable, AutoCloseable {
    /** How long a call waits for parts that are still being fetched: hosts cut it off at 60 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BackendOptions options;
    private final List<Path> allowed;
    private @Nullable Desk desk;
    private @Nullable McpTools made;

    LazyTools(BackendOptions options, List<Path> allowed) {
        this.options = options;
        this.allowed = allowed;
    }

    /** Takes the desk of a command that has one already. */
    LazyTools(Desk desk, BackendOptions options, List<Path> allowed) {
        this(options, allowed);
        this.desk = desk;
    }

    @Override
    public String descriptors() {
        return ToolList.json();
    }

    @Override
    public Language language(ObjectNode arguments) {
        return tools().language(arguments.path("session_id").asText());
    }

    @Override
    public ToolResult call(String name, ObjectNode arguments, CallContext context) {
        return tools().call(name, arguments, context);
    }

    /** Warms up. */
    @Override
    public void run() {
        tools().run();
    }

    synchronized McpTools tools() {
        if (made == null) {
            desk().backends().parts().hurry(PATIENCE);
            made = new McpTools(desk(), options, allowed);
        }
        return made;
    }

    BackendOptions options() {
        return options;
    }

    /** Returns what is shared with the commands; whatever it prints goes to standard error. */
    synchronized Desk desk() {
        if (desk == null) {
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            desk = new Desk(Settings.of(System.getenv()), err, new Terminal(err, false));
            desk.showLogs();
        }
        return desk;
    }

    @Override
    public synchronized void close() {
        if (made != null) made.close();
    }
}
