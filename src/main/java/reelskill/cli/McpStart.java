package reelskill.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.host.StdioServer;

/**
 * The MCP server on standard input and output as installers write it. A host waits for its first answers (hosts.md, item 6),
 * so it comes before picocli, the settings and everything else, each of which costs more than the answers.
 */
final class McpStart {
    private final BackendOptions options = new BackendOptions();
    private final List<Path> allowed = new ArrayList<>();

    private McpStart() {}

    /** Returns null for any other command line, which picocli then reads, explains or refuses. */
    static @Nullable McpStart of(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("mcp")) return null;
        McpStart start = new McpStart();
        for (int i = 1; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            if (arguments[i].equals("--local")) start.options.local(true);
            else if (arguments[i].equals("--cloud")) start.options.cloud(true);
            else if (arguments[i].equals("--allow") && hasValue) start.allowed.add(Path.of(arguments[++i]));
            else return null;
        }
        return start;
    }

    /** Serves until the host closes its end or a signal comes; returns the exit code. */
    int serve() {
        LazyTools tools = new LazyTools(options, allowed);
        try {
            serve(tools);
            return 0;
        } catch (IOException e) {
            return tools.desk().tell(e);
        } finally {
            tools.close();
        }
    }

    /** Whoever prints from here on prints to standard error: standard output carries the protocol only. */
    static void serve(LazyTools tools) throws IOException {
        System.setOut(System.err);
        StdioServer server = new StdioServer(
                McpOffer.of(tools), new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        Runtime.getRuntime().addShutdownHook(new Thread(new Closing(server), "reelskill-interrupt"));
        server.serve();
    }

    /** Cuts no line when the process is told to end. */
    private static final class Closing implements Runnable {
        private final StdioServer server;

        Closing(StdioServer server) {
            this.server = server;
        }

        @Override
        public void run() {
            server.close();
        }
    }
}
