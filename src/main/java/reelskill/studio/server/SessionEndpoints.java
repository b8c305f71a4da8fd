package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.studio.store.DraftVersion;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.Timeline;

/** What a session holds (protocol.md, State), and its versions, which are the studio's own addition. */
final class SessionEndpoints {
    private static final String VERSIONS = "/studio/sessions/{session}/versions";

    private final Store store;
    private final Engine engine;
    private final Editing editing;
    private final Addresses addresses;

    SessionEndpoints(Store store, Engine engine, Editing editing, Addresses addresses) {
        this.store = store;
        this.engine = engine;
        this.editing = editing;
        this.addresses = addresses;
    }

    Routes addTo(Routes routes) {
        return routes.on("GET", "/api/state/nemo_agent/me/{session}/latest", this::state)
                .on("GET", VERSIONS, this::list)
                .on("POST", VERSIONS + "/undo", (exchange, caller) -> move(exchange, caller, Step.UNDO))
                .on("POST", VERSIONS + "/redo", (exchange, caller) -> move(exchange, caller, Step.REDO))
                .on("GET", VERSIONS + "/{version}", this::show)
                .on("POST", VERSIONS + "/{version}/restore", this::restore);
    }

    private void state(Exchange exchange, Caller caller) throws IOException {
        Session session = caller.session(exchange.part("session"));
        ObjectNode data = Exchange.JSON
                .createObjectNode()
                .put("session_id", session.id())
                .put("task_id", session.taskId())
                .put("task_name", session.name())
                .put("user_id", session.accountId());
        ObjectNode state = data.putObject("state");
        Optional<DraftVersion> head = store.versions().head(session);
        state.set("draft", head.map(Editing::json).orElseGet(Exchange.JSON::createObjectNode));
        ArrayNode videos = state.putArray("video_infos");
        List<StoredMedia> library = store.library().list(session);
        for (StoredMedia media : library) videos.add(MediaJson.of(media).put("cdn_url", addresses.of(exchange, media)));
        exchange.patience().ifPresent(patience -> putScreens(session, library, patience, videos));
        Timeline timeline = editing.timeline(session);
        state.putObject("canvas_config")
                .put("width", timeline.canvas().width())
                .put("height", timeline.canvas().height())
                .put("fps", timeline.rate().fps());
        state.putObject("generated_media");
        state.putObject("video_analyses");
        exchange.succeed(data);
    }

    /** To look takes time: it is told to whoever would wait for it, if it is done by then. */
    private void putScreens(Session session, List<StoredMedia> library, Duration patience, ArrayNode videos) {
        if (!engine.hasLooked(patience)) return;
        List<Optional<String>> screens = Screens.behind(library, engine.footage(session));
        for (int i = 0; i < library.size(); i++) {
            ObjectNode video = (ObjectNode) videos.get(i);
            screens.get(i).ifPresent(colour -> video.put("screen", colour));
        }
    }

    private void list(Exchange exchange, Caller caller) throws IOException {
        ObjectNode data = Exchange.JSON.createObjectNode();
        ArrayNode versions = data.putArray("versions");
        Session session = caller.session(exchange.part("session"));
        for (DraftVersion version : store.versions().list(session)) {
            versions.add(json(version, session.language()));
        }
        exchange.succeed(data);
    }

    private void show(Exchange exchange, Caller caller) throws IOException {
        Session session = caller.session(exchange.part("session"));
        String id = exchange.part("version");
        DraftVersion found = store.versions().list(session).stream()
                .filter(version -> id.equals(Long.toString(version.id())))
                .findFirst()
                .orElseThrow(() -> unknownVersion(session.language()));
        exchange.succeed(withDraft(found, session.language()));
    }

    private void move(Exchange exchange, Caller caller, Step step) throws IOException {
        Session session = caller.session(exchange.part("session"));
        Optional<DraftVersion> moved = store.sessions()
                .exclusively(
                        session,
                        () -> step == Step.UNDO
                                ? store.versions().undo(session)
                                : store.versions().redo(session));
        exchange.succeed(withDraft(
                moved.orElseThrow(() -> new Refusal(Code.CONFLICT, step.nothing(session.language()))),
                session.language()));
    }

    private void restore(Exchange exchange, Caller caller) throws IOException {
        Session session = caller.session(exchange.part("session"));
        long id = parse(exchange.part("version"), session.language());
        Optional<DraftVersion> restored = store.sessions()
                .exclusively(session, () -> store.versions().list(session).stream()
                        .filter(version -> version.id() == id)
                        .findFirst()
                        .flatMap(version ->
                                store.versions().restore(session, id, "back to version " + version.number())));
        exchange.succeed(withDraft(restored.orElseThrow(() -> unknownVersion(session.language())), session.language()));
    }

    private static ObjectNode json(DraftVersion version, Language language) {
        ObjectNode json = Exchange.JSON
                .createObjectNode()
                .put("id", Long.toString(version.id()))
                .put("number", version.number())
                .put("sentence", version.sentence())
                .put("created_at", version.createdAt().toString())
                .put("current", version.isCurrent());
        Draft draft = new Draft(Editing.json(version));
        json.put("timeline", draft.summary(language)).put("duration_ms", draft.durationMillis());
        version.names().forEach(json.putArray("names")::add);
        version.parent().ifPresent(parent -> json.put("parent", Long.toString(parent)));
        return json;
    }

    private static ObjectNode withDraft(DraftVersion version, Language language) {
        ObjectNode json = json(version, language);
        json.set("draft", Editing.json(version));
        return json;
    }

    private static long parse(String id, Language language) {
        if (!id.matches("\\d{1,18}")) throw unknownVersion(language);
        return Long.parseLong(id);
    }

    private static Refusal unknownVersion(Language language) {
        return new Refusal(Code.NOT_FOUND, language.say("This session has no such version.", "该会话没有这个版本。"));
    }

    private enum Step {
        UNDO,
        REDO;

        String nothing(Language language) {
            return this == UNDO
                    ? language.say("There is nothing to undo.", "没有可以撤销的操作。")
                    : language.say("There is nothing to redo.", "没有可以重做的操作。");
        }
    }
}
