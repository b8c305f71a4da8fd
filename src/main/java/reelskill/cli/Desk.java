package reelskill.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.session.Journal;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;
import reelskill.skill.SkillManifest;

/** What the commands of one process share: how they answer, in which language, and what stops them. */
final class Desk {
    private static final long FAREWELL_SECONDS = 3;

    private final Settings settings;
    private final PrintStream out;
    private final Terminal terminal;
    private final Backends backends;
    private final CancelSignal cancel = new CancelSignal();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Runnable onInterrupt = () -> {};
    private Language language = Language.ENGLISH;
    private boolean json;
    private @Nullable Workplace opened;

    Desk(Settings settings, PrintStream out, Terminal terminal) {
        this.settings = settings;
        this.out = out;
        this.terminal = terminal;
        this.backends = new Backends(settings, terminal);
    }

    /** Lets the libraries say on standard error what they do, where somebody asked for it; before their first word. */
    void showLogs() {
        if (settings.debug()) System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        // Of several threads with a first word at a time it would complain on standard error.
        LoggerFactory.getILoggerFactory();
    }

    PrintStream out() {
        return out;
    }

    Terminal terminal() {
        return terminal;
    }

    CancelSignal cancel() {
        return cancel;
    }

    Language language() {
        return language;
    }

    Backends backends() {
        return backends;
    }

    Journal journal() {
        return backends.journal();
    }

    /** Takes the language that everything from here on is said in. */
    void speak(Language spoken) {
        language = spoken;
        terminal.speak(spoken);
    }

    void answerInJson(boolean wanted) {
        json = wanted;
    }

    Report report() {
        return new Report(out, json, language);
    }

    /** Stops what runs, and gives it a moment to say what becomes of it. Called when the process is told to end. */
    void interrupt() {
        cancel.cancel();
        onInterrupt.run();
        try {
            done.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    void done() {
        done.countDown();
    }

    /** Tells a person why a command failed; returns its exit code. */
    int tell(Exception failure) {
        Failure told = Failure.of(failure, language, Optional.ofNullable(opened));
        terminal.endBar();
        if (settings.debug()) {
            terminal.trace(failure);
        }
        report().failure(told, terminal);
        return told.code().value;
    }

    /** Returns the session that was used last, on the backend that the options or settings name or on any. */
    Optional<SessionRecord> lastSession(BackendOptions options) {
        Optional<String> named = options.named().or(settings::backend);
        return named.isPresent()
                ? journal().lastSession(named.get())
                : journal().lastSession();
    }

    /** Returns the backend for new work: flag, then environment, then manifest. */
    String backendName(BackendOptions options) {
        return options.named()
                .or(settings::backend)
                .orElseGet(() -> backends.manifest().backends().standard());
    }

    /** Begins to read what an edit will ask for, beside other work; what is wrong with it is told then. */
    void readAhead() {
        CompletableFuture<SkillManifest> unused = CompletableFuture.supplyAsync(backends::manifest);
    }

    long maxUploadBytes() {
        return backends.manifest().media().maxUploadBytes();
    }

    /** Opens a backend by name. Closing the bench ends what was started for it. */
    Bench open(String backend, BackendOptions options) throws IOException {
        Bench bench = backends.open(backend, options);
        opened = bench.place();
        return bench;
    }

    Settings settings() {
        return settings;
    }
}
