package reelskill.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reelskill.host.HttpServer;
import reelskill.host.HttpSettings;
import reelskill.session.FakeNemo;
import reelskill.tools.Caller;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;

/** The tools as an MCP server has them, over a fake cloud, with a home and one allowed folder of their own. */
final class CloudTools implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LazyTools tools;

    CloudTools(FakeNemo nemo, Path folder, Path allowed) {
        Settings settings = new Settings(folder.resolve("home"), Path.of("target", "cache"), environment(nemo, folder));
        PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
        BackendOptions options = new BackendOptions();
        options.cloud(true);
        tools = new LazyTools(new Desk(settings, silent, new Terminal(silent, false)), options, List.of(allowed));
    }

    /** Returns the environment in which a server speaks to the fake alone and keeps everything under the folder. */
    static Map<String, String> environment(FakeNemo nemo, Path folder) {
        return Map.of(
                "REELSKILL_HOME",
                folder.resolve("home").toString(),
                "NEMO_API_URL",
                nemo.url("/").toString(),
                "XDG_CONFIG_HOME",
                folder.resolve("config").toString(),
                "HOME",
                folder.toString());
    }

    HttpServer serve() throws IOException {
        return HttpServer.start(McpOffer.of(tools), HttpSettings.loopback(0));
    }

    Toolbox.Told call(String tool, Map<String, Object> arguments) {
        return tools.tools().toolbox().call(tool, JSON.<ObjectNode>valueToTree(arguments), Caller.PROGRAM);
    }

    String refusal(String tool, Map<String, Object> arguments) {
        try {
            throw new AssertionError(call(tool, arguments).text());
        } catch (ToolException e) {
            return e.sentence();
        }
    }

    /** Begins a session in a language and returns its id. */
    String session(String language) {
        return call("start_session", Map.of("language", language))
                .data()
                .path("session_id")
                .asText();
    }

    @Override
    public void close() {
        tools.close();
    }
}
