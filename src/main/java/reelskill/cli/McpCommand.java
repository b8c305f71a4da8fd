package reelskill.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reelskill.host.HttpServer;
import reelskill.host.HttpSettings;
import reelskill.host.Offer;
import reelskill.host.StdioServer;

/** Serves the tools to an agent host. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the tools to an agent host by the Model Context Protocol, on standard input and output or over HTTP.",
            "Tools read and write in the working folder and in folders that are allowed here or by REELSKILL_ROOTS."
        })
final class McpCommand implements Callable<Integer> {
    /** Hosts cut a call off at 60 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Desk desk;

    @Mixin
    private BackendOptions options = new BackendOptions();

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "Serve on this port of 127.0.0.1 instead; 0 for any free one. REELSKILL_MCP_TOKEN, if set, is"
                    + " what clients must show as a bearer token.")
    private @Nullable Integer port;

    @Option(
            names = "--allow",
            paramLabel = "FOLDER",
            description = "A folder that tools may read and write in; repeatable.")
    private List<Path> allowed = new ArrayList<>();

    McpCommand(Desk desk) {
        this.desk = desk;
    }

    /**
     * Reads the arguments as installers write them, without picocli, whose start costs more than the server's own; a host
     * waits for it (hosts.md, item 6).
     *
     * @return empty for anything else, which picocli then reads, explains or refuses
     */
    static Optional<McpCommand> plain(Desk desk, String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("mcp")) return Optional.empty();
        McpCommand command = new McpCommand(desk);
        for (int i = 1; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            if (arguments[i].equals("--local")) command.options.local(true);
            else if (arguments[i].equals("--cloud")) command.options.cloud(true);
            else if (arguments[i].equals("--allow") && hasValue) command.allowed.add(Path.of(arguments[++i]));
            else return Optional.empty();
        }
        return Optional.of(command);
    }

    @Override
    public Integer call() throws IOException {
        desk.backends().parts().hurry(PATIENCE);
        try (McpTools tools = new McpTools(desk, options, allowed)) {
            Offer offer = McpOffer.of(desk, options, tools);
            if (port == null) serve(offer);
            else serve(offer, port);
        }
        return ExitCode.OK.value;
    }

    /** Until the host closes its end. Whoever prints from here on prints to standard error. */
    private void serve(Offer offer) throws IOException {
        System.setOut(System.err);
        StdioServer server = new StdioServer(
                offer, new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        desk.onInterrupt(() -> {
            server.close();
            // The reading thread cannot be woken, and nothing is left to say.
            desk.done();
        });
        server.serve();
    }

    private void serve(Offer offer, int at) throws IOException {
        HttpSettings settings = HttpSettings.loopback(at);
        HttpSettings guarded =
                desk.settings().mcpToken().map(settings::withToken).orElse(settings);
        try (HttpServer server = HttpServer.start(offer, guarded)) {
            desk.out().println(server.url());
            CountDownLatch interrupted = new CountDownLatch(1);
            desk.onInterrupt(interrupted::countDown);
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
