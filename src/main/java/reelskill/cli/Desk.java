package reelskill.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoSettings;
import reelskill.nemo.Timing;
import reelskill.nemo.Token;
import reelskill.session.Backend;
import reelskill.session.Journal;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;
import reelskill.skill.Attribution;
import reelskill.skill.Platform;
import reelskill.skill.PlatformSignals;
import reelskill.skill.SkillManifest;
import reelskill.skill.SkillProfile;
import reelskill.studio.server.Studio;
import reelskill.studio.server.StudioSettings;

/** Where commands are wired: settings in, a workplace with its backend out. One for a process. */
final class Desk {
    private static final long FAREWELL_SECONDS = 3;

    private final Settings settings;
    private final PrintStream out;
    private final Terminal terminal;
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

    Journal journal() {
        return new Journal(settings.home().resolve("client"));
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
                .orElseGet(() -> manifest().backends().standard());
    }

    long maxUploadBytes() {
        return manifest().media().maxUploadBytes();
    }

    /** Opens a backend by name. Closing the bench ends what was started for it. */
    Bench open(String backend, BackendOptions options) throws IOException {
        SkillManifest manifest = manifest();
        Attribution attribution = attribution(options, manifest);
        Bench bench =
                backend.equals(BackendOptions.LOCAL) ? local(attribution, manifest) : cloud(attribution, manifest);
        opened = bench.place();
        return bench;
    }

    Studio studio(int port) throws IOException {
        return Studio.open(StudioSettings.of(settings.home().resolve("studio"), settings.cache())
                .withFfmpeg(settings.ffmpeg().map(Path::of))
                .withPort(port));
    }

    private Bench local(Attribution attribution, SkillManifest manifest) throws IOException {
        Studio studio = studio(0);
        // A token of the cloud is not for the studio, whose own is its to give.
        NemoSettings nemo = new NemoSettings(
                studio.baseUrl(),
                studio.baseUrl(),
                attribution,
                Optional.empty(),
                Optional.empty(),
                settings.home().resolve("client").resolve("studio_client_id"),
                settings.home().resolve("client"),
                BackendOptions.LOCAL,
                Timing.real());
        return bench(BackendOptions.LOCAL, nemo, Backend.Pace.local(), manifest, studio);
    }

    private Bench cloud(Attribution attribution, SkillManifest manifest) {
        URI api =
                settings.apiUrl().orElseGet(() -> URI.create(manifest.backends().apiUrl()));
        NemoSettings nemo = new NemoSettings(
                api,
                settings.webUrl().orElseGet(() -> URI.create(manifest.backends().webUrl())),
                attribution,
                settings.token().map(Token::new),
                settings.clientId(),
                settings.clientIdFile(),
                settings.home().resolve("client"),
                BackendOptions.CLOUD + " " + api,
                Timing.real());
        return bench(BackendOptions.CLOUD, nemo, Backend.Pace.cloud(), manifest, null);
    }

    private Bench bench(
            String name, NemoSettings nemo, Backend.Pace pace, SkillManifest manifest, @Nullable Studio studio) {
        Backend backend = new Backend(name, new NemoClient(nemo), nemo.timing(), pace);
        return new Bench(new Workplace(backend, journal(), terminal, manifest), studio);
    }

    private PlatformSignals signals(Path root) throws IOException {
        return new PlatformSignals(root, root.toRealPath(), settings.environment(), Optional.empty());
    }

    private SkillManifest manifest() {
        return settings.root().map(SkillManifest::load).orElseGet(SkillManifest::packed);
    }

    private Attribution attribution(BackendOptions options, SkillManifest manifest) throws IOException {
        Path root = settings.root().orElse(Path.of(""));
        SkillProfile profile = options.skill == null
                ? SkillProfile.load(root, manifest)
                : SkillProfile.choose(options.skill, root, manifest);
        return profile.attribution(Platform.detect(signals(root), manifest.platforms()));
    }
}
