package reelskill.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.gui.GuiAction;
import reelskill.gui.GuiTranslator;
import reelskill.gui.Translation;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.Credits;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.NemoException;
import reelskill.nemo.Remedy;
import reelskill.nemo.ServiceException;
import reelskill.nemo.Session;
import reelskill.nemo.SessionState;
import reelskill.nemo.UploadResult;
import reelskill.nemo.UploadedFile;
import reelskill.route.Action;
import reelskill.route.EmbeddingClassifier;
import reelskill.route.Route;
import reelskill.route.Router;
import reelskill.session.SessionException.Problem;

/**
 * One conversation about one video: upload, say, export. What a host calls, whatever host it is. Work runs on the
 * caller's thread and stops waiting when its {@code cancel} is given. Not thread-safe.
 */
public final class Conversation {
    /** A look takes half a second; after a render it is long over. */
    private static final Duration LONGEST_EXAMINATION = Duration.ofSeconds(10);

    private final Workplace place;
    private final Language language;
    private final CancelSignal cancel;
    private SessionRecord session;
    private @Nullable CompletableFuture<Router> router;

    private Conversation(Workplace place, Language language, CancelSignal cancel, SessionRecord session) {
        this.place = place;
        this.language = language;
        this.cancel = cancel;
        this.session = session;
    }

    /** Makes a new session in the language of the first message, and says where it is and what it costs. */
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
        Introduction.of(place, language).forEach(place.narrator()::say);
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
        return upload(files, Optional.empty());
    }

    /** As {@link #upload}, without waiting for what the studio finds in them: that is for {@link #examined}. */
    public List<UploadedFile> uploadAndGoOn(List<Path> files) {
        return upload(files, Optional.of(Duration.ZERO));
    }

    /**
     * Returns all files of the session with what the studio has found in them; none of a cloud's, which tells nothing more.
     * An extra: none, too, where the studio cannot be asked. What was done before is done.
     */
    public List<UploadedFile> examined() {
        if (place.backend().isPaid()) return List.of();
        try {
            return place.backend().client().files(session.id(), LONGEST_EXAMINATION);
        } catch (NemoException e) {
            return List.of();
        }
    }

    private List<UploadedFile> upload(List<Path> files, Optional<Duration> wait) {
        prepare();
        files.forEach(file -> SourceFile.require(file, place.manifest().media().maxUploadBytes()));
        UploadResult result = inSession(() -> send(files, wait));
        List<String> names = result.files().stream().map(UploadedFile::filename).toList();
        session = session.withMedia(names);
        place.journal().save(session);
        return result.files();
    }

    private UploadResult send(List<Path> files, Optional<Duration> wait) {
        Optional<Duration> known = wait.filter(most -> !place.backend().isPaid());
        try {
            return place.backend().client().upload(session.id(), files, known, this::showUpload, cancel);
        } catch (ServiceException e) {
            throw explained(e);
        }
    }

    /** The studio on this machine says what is wrong with a file; what a cloud says of one is nobody's to show. */
    private RuntimeException explained(ServiceException refused) {
        boolean isReason = !place.backend().isPaid() && refused.code().remedy() == Remedy.CHANGE_INPUT;
        String reason = refused.said();
        if (!isReason || reason.isEmpty()) return refused;
        return new SessionException(Problem.INPUT, language -> reason);
    }

    private void showUpload(long done, long total) {
        if (total > 0) {
            place.narrator().progress(Narrator.Step.UPLOAD, (double) done / total);
        }
    }

    /**
     * Returns where a message goes: to the agent, or to something that is done without a paid turn. Where turns are free
     * the agent reads wishes for an export too: it understands how large, how small and of what kind; and it keeps the
     * versions, so that it is asked about them.
     */
    public Route route(String words, boolean fileAttached) {
        boolean free = !place.backend().isPaid();
        if (free && router().asksAboutVersions(words)) return Route.of(Action.CHAT);
        Route route = router().route(words, fileAttached);
        return free && route.action() == Action.EXPORT ? new Route(Action.CHAT, true, route.certain()) : route;
    }

    private Router router() {
        prepare();
        return Objects.requireNonNull(router).join();
    }

    /** Begins to make the patterns by which messages are routed, beside other work: a tenth of a second of a start. */
    private synchronized void prepare() {
        if (router != null) return;
        router = CompletableFuture.supplyAsync(() -> new Router(place.manifest().routes(), new EmbeddingClassifier()));
    }

    /** Returns what a person has to be asked about before this message is sent; empty if it may be sent. Sends nothing. */
    public Optional<Expense> objection(String words) {
        return new Ledger(place, session).objection(words);
    }

    /**
     * Says one message to the agent and returns what it did, proven by the timeline before and after.
     *
     * @throws NemoException if the backend refused and nothing changed
     * @throws SessionException if it would cost more than there is or may be spent; then nothing was sent
     * @throws SessionReplacedException if the backend no longer has the session; then nothing was sent again
     */
    public Receipt say(String words) {
        return inSession(() -> turn(words, Optional.empty()));
    }

    /**
     * Says one message as {@link #say(String)} does, and writes down before it is sent that it is: whoever comes after a
     * kill calls {@link #lookUp} with the journal's {@link TurnRecord} of this name.
     */
    public Receipt say(String words, String name) {
        return inSession(() -> turn(words, Optional.of(name)));
    }

    private Receipt turn(String words, Optional<String> name) {
        keepLanguage();
        Draft before = read();
        Ledger ledger = new Ledger(place, session);
        Optional<CostRecord> cost = ledger.begin(words);
        name.ifPresent(it -> place.journal().save(TurnRecord.of(it, session, before)));
        TurnRunner.Ended ended;
        try {
            ended = runner().run(before, words);
        } catch (NemoException e) {
            cost.ifPresent(ledger::end);
            throw e;
        }
        return receipt(ended, cost, route(words, false).thenExport());
    }

    /** What is read of the session from now on, also by another process, is in the language that was spoken last. */
    private void keepLanguage() {
        if (session.language() == language) return;
        session = place.journal().session(session.id()).orElse(session).in(language);
        place.journal().save(session);
    }

    /** Finds out what a message did that an earlier process sent. Reads alone: nothing is sent and nothing is paid. */
    public Receipt lookUp(TurnRecord turn) {
        return inSession(
                () -> receipt(runner().lookUp(turn.draftBefore()), new Ledger(place, session).unfinished(), false));
    }

    private TurnRunner runner() {
        return new TurnRunner(place, session, language, cancel);
    }

    private Receipt receipt(TurnRunner.Ended ended, Optional<CostRecord> cost, boolean exportAsked) {
        place.journal().snapshot(session.id(), ended.after());
        place.journal().save(session);
        String said = Masked.text(ended.result().state().text());
        Translation answer = new GuiTranslator(place.manifest().gui()).translate(said);
        Bill bill = cost.map(new Ledger(place, session)::end).orElseGet(() -> asked(answer));
        return new Debriefing(place, language, ended, answer, bill).receipt(exportAsked);
    }

    private Bill asked(Translation answer) {
        return answer.actions().contains(GuiAction.SHOW_CREDITS)
                ? new Bill(Optional.empty(), Optional.of(credits()))
                : Bill.NONE;
    }

    /** Returns the timeline as it is now, and keeps it as a snapshot. */
    public Draft draft() {
        return inSession(this::read);
    }

    private Draft read() {
        SessionState state = place.backend().client().state(session.id());
        Draft draft = state.draft().map(Draft::new).orElse(Draft.NONE);
        place.journal().snapshot(session.id(), draft);
        return draft;
    }

    /** Returns the versions of the timeline, after a look at how it is now. */
    public History history() {
        draft();
        return new History(place, session.id(), language);
    }

    public Credits credits() {
        return place.backend().client().credits();
    }

    /** Renders {@code draft}, one of the session's {@link #history} or {@link Draft#wanted of it}, into {@code target}. */
    public Exported export(Draft draft, Path target) {
        return inSession(() -> exports().export(session, draft, target));
    }

    /** Renders the timeline as it is now into {@code target}. */
    public Exported export(Path target) {
        Draft draft = draft();
        return inSession(() -> exports().export(session, draft, target));
    }

    /** Returns the exports of this backend, to list, resume or cancel. */
    public Exports exports() {
        return new Exports(place.backend(), place.journal(), place.narrator(), language, cancel);
    }

    /** A session that is gone is replaced once and said so; nothing is sent there by itself (protocol.md, 1002). */
    private <T> T inSession(Supplier<T> work) {
        try {
            return work.get();
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.SESSION_NOT_FOUND) {
                throw e;
            }
            throw new SessionReplacedException(begin(place, session.language(), cancel));
        }
    }
}
