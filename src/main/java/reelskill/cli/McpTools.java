package reelskill.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reelskill.host.CallContext;
import reelskill.host.Content;
import reelskill.host.InputRequest;
import reelskill.host.ToolResult;
import reelskill.language.Language;
import reelskill.session.Backend;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;
import reelskill.studio.server.Studio;
import reelskill.tools.Caller;
import reelskill.tools.Folders;
import reelskill.tools.Pictures;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;
import reelskill.tools.Workplaces;

/** The registry of tools as an MCP server runs it. The backend is opened by the warm-up or the first call. */
final class McpTools implements Workplaces, AutoCloseable {
    private final Desk desk;
    private final BackendOptions options;
    private final List<Path> allowed;
    private final Map<String, Bench> benches = new HashMap<>();
    private final RecentSessions recent;
    private @Nullable Bench first;
    private @Nullable Toolbox toolbox;

    McpTools(Desk desk, BackendOptions options, List<Path> allowed) {
        this.desk = desk;
        this.options = options;
        this.allowed = allowed;
        recent = new RecentSessions(this::lastSession);
    }

    private Optional<SessionRecord> lastSession() {
        return desk.journal().lastSession(desk.backendName(options));
    }

    ToolResult call(String name, ObjectNode arguments, CallContext context) {
        try {
            Toolbox.Told told = toolbox().call(name, arguments, new McpCaller(context));
            remember(told.data().path("session_id").asText(), context);
            return told.pictures().isEmpty() ? ToolResult.of(told.text(), told.data()) : pictured(told);
        } catch (ToolException e) {
            return ToolResult.error(e.sentence());
        }
    }

    private void remember(String session, CallContext context) {
        if (session.isEmpty()) return;
        context.conversation().ifPresent(conversation -> recent.add(conversation, session));
    }

    /** Returns what each conversation has worked on. */
    RecentSessions recent() {
        return recent;
    }

    private static ToolResult pictured(Toolbox.Told told) {
        List<Content> content = new ArrayList<>();
        content.add(new Content.Text(told.text()));
        for (Path picture : told.pictures()) {
            try {
                String type = picture.toString().endsWith(".png") ? "image/png" : "image/jpeg";
                content.add(Content.Image.of(Files.readAllBytes(picture), type));
            } catch (IOException e) {
                // The text names the file, so nothing is hidden.
            }
        }
        return ToolResult.of(content.toArray(Content[]::new));
    }

    synchronized Toolbox toolbox() {
        try {
            if (toolbox == null) toolbox = new Toolbox(this, folders(), pictures(), Toolbox.PATIENCE);
            return toolbox;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What was allowed, then the host's workspace, then a folder of our own. */
    private Folders folders() throws IOException {
        Path own = desk.settings().home().resolve("exports");
        Files.createDirectories(own);
        List<Path> folders = new ArrayList<>(allowed);
        folders.addAll(desk.settings().workspace());
        folders.add(own);
        return Folders.of(folders);
    }

    private Pictures pictures() throws IOException {
        Settings settings = desk.settings();
        Path folder = settings.cache().resolve("previews").toAbsolutePath();
        Files.createDirectories(folder);
        return new FfmpegPictures(desk.backends().parts()::ffmpeg, settings.cache(), folder, Clock.systemUTC());
    }

    /** One bench for each host that a caller says it is; all of them share one studio. */
    @Override
    public synchronized Workplace of(Caller caller) {
        try {
            Optional<Studio> studio = Optional.ofNullable(first).flatMap(bench -> Optional.ofNullable(bench.studio()));
            Backends backends = desk.backends().serving(caller.clientName(), studio);
            String platform = backends.platform().name();
            Bench bench = benches.get(platform);
            if (bench == null) {
                bench = backends.open(desk.backendName(options), options);
                benches.put(platform, bench);
                if (first == null) first = bench;
            }
            return bench.place();
        } catch (IOException | RuntimeException e) {
            throw e instanceof ToolException told ? told : broken(e);
        }
    }

    private ToolException broken(Exception failure) {
        return ToolException.of(
                Failure.of(failure, language(""), Optional.empty()).sentence());
    }

    /** Returns the language of a session; of the one that was used last where there is none of this id. */
    Language language(String session) {
        return desk.journal()
                .session(session)
                .or(this::lastSession)
                .map(SessionRecord::language)
                .orElse(Language.ENGLISH);
    }

    /**
     * Warms up: makes what the first call needs, and leaves it to that call to tell what is wrong. The cloud hears nothing of
     * it; the service on this machine is asked something that changes nothing.
     */
    void run() {
        try {
            toolbox();
            Backend backend = of(Caller.PROGRAM).backend();
            if (!backend.isPaid()) backend.client().credits();
        } catch (RuntimeException e) {
            desk.terminal().say("reelskill: the first call will take longer: " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (toolbox != null) toolbox.close();
        benches.values().forEach(Bench::close);
        benches.clear();
    }

    /** The client that waits for a call. */
    private record McpCaller(CallContext context) implements Caller {
        private static final String ELICITATION = "elicitation";
        private static final String AGREED = "spending_agreed";
        /** Hosts give up at 60 seconds, and a machine that is slow to look is slow with the rest, too. */
        private static final Duration PATIENCE = Duration.ofSeconds(25);

        @Override
        public Optional<String> clientName() {
            return Optional.of(context.client().name());
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.of(PATIENCE);
        }

        @Override
        public void progress(double share, String words) {
            context.progress(share, 1, words);
        }

        /** A client that declares ways to ask must declare forms; one that declares none has them (2025-11-25). */
        @Override
        public boolean canAsk() {
            JsonNode ways = context.client().capabilities().path(ELICITATION);
            return context.canAsk(ELICITATION) && (ways.isEmpty() || ways.has("form"));
        }

        /** A form with one box: who accepts without ticking it did not agree. */
        @Override
        public boolean agrees(String question, Language language) {
            ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "object");
            form.putObject("properties")
                    .putObject(AGREED)
                    .put("type", "boolean")
                    .put("title", language.pick("Spend the credits", "同意花费积分"));
            form.putArray("required").add(AGREED);
            ObjectNode answer = context.ask(Map.of(AGREED, InputRequest.form(question, form)))
                    .getOrDefault(AGREED, JsonNodeFactory.instance.objectNode());
            return answer.path("action").asText().equals("accept")
                    && answer.path("content").path(AGREED).asBoolean();
        }

        @Override
        public Registration onGone(Runnable action) {
            CallContext.Registration registration = context.onCancel(action);
            return registration::close;
        }
    }
}
