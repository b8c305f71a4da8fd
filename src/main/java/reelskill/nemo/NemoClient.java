package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The NemoVideo API. Calls block and return or throw a {@link NemoException}; reads are repeated when that helps, what
 * costs or changes something is sent once. Safe for use by many threads.
 */
public final class NemoClient {
    private static final Operation SESSION = Operation.write("POST /api/tasks/me/with-session");
    private static final Operation STATE = Operation.read("GET /api/state");
    private static final Operation VERSIONS = Operation.read("GET /studio/sessions/{session}/versions");
    private static final Operation CHECK = Operation.read("GET /studio/renders/{id}/check");
    private static final Operation CREDITS = Operation.read("GET /api/credits/balance");

    private final Timing timing;
    private final URI webUrl;
    private final Tokens tokens;
    private final Api api;
    private final Uploads uploads;
    private final Renders renders;
    private final Downloads downloads;
    private final ClaimLinks claimLinks;

    public NemoClient(NemoSettings settings) {
        this(
                settings,
                new OkHttpClient.Builder()
                        .connectionSpecs(security(settings.apiUrl()))
                        .build());
    }

    /** Shares {@code client}'s connections, proxy and certificates; its timeouts and redirects are ours. */
    public NemoClient(NemoSettings settings, OkHttpClient client) {
        HttpUrl base = Addresses.requireHttp(settings.apiUrl());
        Http http = new Http(base, settings.timing(), client);
        this.timing = settings.timing();
        this.webUrl = settings.webUrl();
        this.tokens = new Tokens(settings, new TokenRequest(http, timing));
        this.api = new Api(http, tokens, settings.attribution());
        this.uploads = new Uploads(api);
        this.renders = new Renders(api, timing);
        this.claimLinks = new ClaimLinks(api, webUrl);
        this.downloads = new Downloads(api, timing, client);
    }

    /** The studio speaks without TLS, and to read this machine's certificates takes longer than to ask it something. */
    private static List<ConnectionSpec> security(URI api) {
        boolean plain = !Addresses.requireHttp(api).isHttps();
        return plain ? List.of(ConnectionSpec.CLEARTEXT) : Downloads.SECURITY;
    }

    /** Makes a session; {@code language} is a tag like {@code en} or {@code zh-CN}, from the user's first message. */
    public Session newSession(String language) {
        ObjectNode body = Json.object().put("task_name", "project").put("language", language);
        HttpUrl url = api.http().url("api/tasks/me/with-session/nemo_agent");
        JsonNode data =
                api.post(SESSION, url, Api.json(body), new CancelSignal()).data();
        String id = Json.text(data, "session_id").orElseThrow(() -> SESSION.malformed("no session_id"));
        tokens.learn(Json.text(data, "user_id"));
        return new Session(id, Json.text(data, "task_id").orElse(""), Json.text(data, "user_id"));
    }

    /** Prepares one message to the agent whose answer is waited for to its end. */
    public Turn turn(String sessionId, String text) {
        return turn(sessionId, text, new CancelSignal());
    }

    /** Prepares one message to the agent; {@link Turn#run} sends it, and {@code signal} stops the waiting for its answer. */
    public Turn turn(String sessionId, String text, CancelSignal signal) {
        ObjectNode body =
                Json.object().put("app_name", "nemo_agent").put("user_id", "me").put("session_id", sessionId);
        body.putObject("new_message").putArray("parts").addObject().put("text", text);
        Request request = new Request.Builder()
                .url(api.http().url("run_sse"))
                .header("Accept", "text/event-stream")
                .post(Api.json(body))
                .build();
        return new Turn(api, timing, request, signal);
    }

    /** Reads the state of a session as it is now. */
    public SessionState state(String sessionId) {
        return read(sessionId, Optional.empty());
    }

    private SessionState read(String sessionId, Optional<Duration> wait) {
        HttpUrl url = api.http().url("api/state/nemo_agent/me", sessionId, "latest");
        SessionState state =
                SessionState.read(api.get(STATE, url, wait, new CancelSignal()).data(), sessionId);
        tokens.learn(state.userId());
        return state;
    }

    /** Returns the versions of a session's timeline, the oldest first. The studio keeps them; the cloud has no such list. */
    public List<SessionVersion> versions(String sessionId) {
        HttpUrl url = api.http().url("studio/sessions", sessionId, "versions");
        JsonNode versions = api.get(VERSIONS, url, new CancelSignal()).data().path("versions");
        List<SessionVersion> all = new ArrayList<>();
        versions.forEach(version -> all.add(SessionVersion.read(version)));
        return List.copyOf(all);
    }

    /** Returns the draft of one of {@link #versions}, exactly as it is kept. */
    public JsonNode draft(String sessionId, SessionVersion version) {
        HttpUrl url = api.http().url("studio/sessions", sessionId, "versions", version.id());
        return api.get(VERSIONS, url, new CancelSignal()).data().path("draft");
    }

    public Credits credits() {
        JsonNode data = api.get(CREDITS, api.http().url("api/credits/balance/simple"), new CancelSignal())
                .data();
        return Credits.read(data).orElseThrow(() -> CREDITS.malformed("no balance"));
    }

    /**
     * Sends files as they are read from disk; memory stays flat.
     *
     * @param wait how long the studio on this machine may look at what came, in whole seconds: what it has not found by then
     *     is for {@link #files}
     */
    public UploadResult upload(
            String sessionId, List<Path> files, Optional<Duration> wait, Progress progress, CancelSignal signal) {
        return uploads.files(sessionId, files, wait, progress, signal);
    }

    /** Returns all files of a session, with what the studio on this machine finds in them within {@code wait}, in whole seconds. */
    public List<UploadedFile> files(String sessionId, Duration wait) {
        return read(sessionId, Optional.of(wait)).files();
    }

    /** Lets the service fetch media from the web; nothing passes through this machine. */
    public UploadResult uploadUrls(String sessionId, List<URI> urls) {
        return uploads.urls(sessionId, urls);
    }

    /**
     * Starts a render.
     *
     * @param beforeSubmit takes the id before it is sent, to write it down; twice if the first one exists already
     */
    public RenderJob submitRender(RenderRequest request, Consumer<String> beforeSubmit) {
        return renders.submit(request, beforeSubmit);
    }

    /** Asks once after a render. */
    public RenderJob render(String id) {
        return renders.poll(id);
    }

    /**
     * Polls a render until it is final or the plan's budget is spent; returns it as last seen. Passing failures of a poll
     * are waited out.
     *
     * @param seen hears each answer
     */
    public RenderJob awaitRender(RenderJob job, PollPlan plan, Consumer<RenderJob> seen, CancelSignal signal) {
        return renders.await(job, plan, seen, signal);
    }

    /** Lets a studio look over a finished render, for some 20 seconds at most; the cloud does not. */
    public RenderCheck check(String renderId) {
        HttpUrl url = api.http().url("studio/renders", renderId, "check");
        return RenderCheck.read(api.get(CHECK, url, new CancelSignal()).data());
    }

    /** Asks that a render be given up; one that is finished stays so. */
    public void cancelRender(String id) {
        renders.cancel(id);
    }

    /**
     * Saves a finished render under {@code target}, whole or not at all; returns its size in bytes. What a broken
     * download leaves in {@code <target>.part} is continued by the next one of the same render.
     *
     * @throws java.io.UncheckedIOException if the disk refuses: full, read-only, no such folder
     */
    public long download(RenderJob job, Path target, Progress progress, CancelSignal signal) {
        return downloads.save(job, target, progress, signal);
    }

    /** Returns a link that opens the project in a browser; where the service knows no such links, one that asks for a login. */
    public URI claimLink(String taskId, String sessionId) {
        return claimLinks.link(taskId, sessionId);
    }

    /** Returns whose calls these are, as far as answers told; asks nobody. */
    public Account account() {
        return new Account(tokens.isAnonymous(), tokens.userId(), webUrl);
    }
}
