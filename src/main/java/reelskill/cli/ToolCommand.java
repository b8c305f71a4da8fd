package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import reelskill.chat.ChatSettings;
import reelskill.chat.Chats;
import reelskill.session.SessionException;
import reelskill.session.SessionRecord;
import reelskill.tools.Folders;

/** A command that is one call of a tool: the same registry and the same receipts as every other host. */
abstract class ToolCommand implements Callable<Integer> {
    private final Desk desk;
    private final String tool;

    @Mixin
    private BackendOptions options = new BackendOptions();

    ToolCommand(Desk desk, String tool) {
        this.desk = desk;
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException {
        desk.answerInJson(options.json);
        Optional<SessionRecord> session = goesOn() ? desk.lastSession(options) : Optional.empty();
        if (session.isEmpty() && needsSession()) throw SessionException.noSession();
        desk.speak(session.map(SessionRecord::language)
                .orElseGet(() -> desk.settings().language()));
        String backend = session.map(SessionRecord::backend).orElseGet(() -> desk.backendName(options));
        try (ChatTools tools = new ChatTools(desk, options, backend, Path.of(""), List.of())) {
            return code(run(tools, session, backend)).value;
        }
    }

    private static ExitCode code(ObjectNode data) {
        return switch (data.at("/edit/outcome").asText()) {
            case "unchanged" -> ExitCode.QUESTION;
            case "unknown" -> ExitCode.DISCONNECTED;
            default -> ExitCode.OK;
        };
    }

    private ObjectNode run(ChatTools tools, Optional<SessionRecord> session, String backend) {
        ChatSettings settings = new ChatSettings(
                desk.backends().profile(options),
                desk.backends().manifest().routes(),
                backend.equals(BackendOptions.LOCAL),
                Path.of(""),
                desk.settings().userHome(),
                desk.language(),
                session.map(SessionRecord::id),
                Optional.empty(),
                Optional.empty());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ObjectNode data = new Chats(settings, tools.toolbox(), tools.folders())
                .once(tool, options.json ? nowhere : desk.out(), arguments -> fill(arguments, tools.folders()));
        if (options.json) desk.out().println(data.put("ok", true));
        return data;
    }

    String tool() {
        return tool;
    }

    /** Returns whether the last session is worked on. */
    boolean goesOn() {
        return true;
    }

    boolean needsSession() {
        return true;
    }

    /** Puts in what the person gave; files that they named are allowed wherever they are. */
    abstract void fill(ObjectNode arguments, Folders folders);
}
