package reelskill.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reelskill.draft.Draft;
import reelskill.gui.GuiAction;
import reelskill.gui.GuiTranslator;
import reelskill.gui.Translation;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.Credits;
import reelskill.nemo.NemoException;
import reelskill.nemo.Session;
import reelskill.nemo.SessionState;
import reelskill.nemo.UploadResult;
import reelskill.nemo.UploadedFile;
import reelskill.route.Route;
import reelskill.route.Router;

/**
 * One conversation about one video: upload, say, export. What a host calls, whatever host it is. Work runs on the
 * caller's thread and stops waiting when its {@code cancel} is given. Not thread-safe.
 */
public final class Conversation {
    private final Workplace place;
    private final Language language;
    private final CancelSignal cancel;
    private SessionRecord session;

    private Conversation(Workplace place, Language language, CancelSignal cancel, SessionRecord session) {
        this.place = place;
        this.language = language;
        this.cancel = cancel;
        this.session = session;
    }

    /** Makes a new session in the language of the first message. */
    public static Conversation begin(Workplace place, Language language, CancelSignal cancel) {
        Session made = place.backend().client().newSession(language.tag());
        SessionRecord session = new SessionRecord(
                made.sessionId(),
                made.taskId(),
                made.userId().orElse(null),
                place.backend().name(),
                language,
                List.of());
        place.journal().save(session);
        return new Conversation(place, language, cancel, session);
    }

    /** Goes on with a session that was begun earlier, maybe by another process. */
    public static Conversation resume(Workplace place, SessionRecord session, Language language, CancelSignal cancel) {
        return new Conversation(place, language, cancel, session);
    }

    public SessionRecord session() {
        return session;
    }

    /**
     * Uploads files; all of them are looked at before the first byte is sent.
     *
     * @throws SessionException if one of them cannot be used; then none was sent
     */
    public List<UploadedFile> upload(List<Path> files) {
        files.forEach(file -> SourceFile.require(file, place.manifest().media().maxUploadBytes()));
        UploadResult result = place.backend().client().upload(session.id(), files, this::showUpload, cancel);
        List<String> names = result.files().stream().map(UploadedFile::filename).toList();
        session = session.withMedia(names);
        place.journal().save(session);
        return result.files();
    }

    private void showUpload(long done, long total) {
        if (total > 0) {
            place.narrator().progress(Narrator.Step.UPLOAD, (double) done / total);
        }
    }

    /** Returns where a message goes: to the agent, or to something that is done without a paid turn. */
    public Route route(String words, boolean fileAttached) {
        return new Router(place.manifest().routes()).route(words, fileAttached);
    }

    /**
     * Says one message to the agent and returns what it did, proven by the timeline before and after.
     *
     * @throws NemoException if the backend refused and nothing changed
     */
    public Receipt say(String words) {
        Draft before = draft();
        TurnRunner.Ended ended =
                new TurnRunner(place.backend(), session, place.narrator(), language).run(before, words);
        place.journal().snapshot(session.id(), ended.after());
        place.journal().save(session);
        Translation translation = new GuiTranslator(place.manifest().gui()).translate(ended.said());
        boolean offersExport = translation.actions().contains(GuiAction.EXPORT)
                && ended.after().isReady();
        return new Receipt(
                ended.outcome(),
                translation.content(),
                ended.changes(),
                ended.after(),
                translation.actions().contains(GuiAction.SHOW_CREDITS) ? Optional.of(credits()) : Optional.empty(),
                offersExport || route(words, false).thenExport());
    }

    /** Returns the timeline as it is now, and keeps it as a snapshot. */
    public Draft draft() {
        SessionState state = place.backend().client().state(session.id());
        Draft draft = state.draft().map(Draft::new).orElse(Draft.NONE);
        place.journal().snapshot(session.id(), draft);
        return draft;
    }

    public Credits credits() {
        return place.backend().client().credits();
    }

    /** Renders the timeline as it is now into {@code target}. */
    public Exported export(Path target) {
        return exports().export(session, draft(), target);
    }

    /** Returns the exports of this backend, to list, resume or cancel. */
    public Exports exports() {
        return new Exports(place.backend(), place.journal(), place.narrator(), language, cancel);
    }
}
