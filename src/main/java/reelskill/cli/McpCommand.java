package reelskill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reelskill.host.HttpServer;
import reelskill.host.HttpSettings;
import reelskill.host.Offer;

/** Serves the tools to an agent host. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the tools to an agent host by the Model Context Protocol, on standard input and output or over HTTP.",
            "Tools read and write in the working folder and in folders that are allowed here or by REELSKILL_ROOTS."
        })
final class McpCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws IOException {
        try (LazyTools tools = new LazyTools(desk, options, allowed)) {
            if (port == null) McpStart.serve(tools);
            else serve(McpOffer.of(tools), port);
        }
        return ExitCode.OK.value;
    }

    private void serve(Offer offer, int at) {
        HttpSettings settings = HttpSettings.loopback(at);
        HttpSettings guarded =
                desk.settings().mcpToken().map(settings::withToken).orElse(settings);
        try (HttpServer server = HttpServer.start(offer, guarded)) {
            desk.out().println(server.url());
            CountDownLatch interrupted = new CountDownLatch(1);
            desk.onInterrupt(interrupted::countDown);
            interrupted.await();
        } catch (IOException e) {
            throw SetupException.ofPort(at, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
