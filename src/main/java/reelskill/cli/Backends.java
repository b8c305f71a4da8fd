package reelskill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reelskill.chat.LlmSettings;
import reelskill.nemo.NemoClient;
import reelskill.nemo.NemoSettings;
import reelskill.nemo.Timing;
import reelskill.nemo.Token;
import reelskill.nemo.TurnLimits;
import reelskill.session.Allowance;
import reelskill.session.Backend;
import reelskill.session.Journal;
import reelskill.session.Workplace;
import reelskill.skill.Attribution;
import reelskill.skill.ManifestLimits;
import reelskill.skill.Platform;
import reelskill.skill.PlatformSignals;
import reelskill.skill.SkillManifest;
import reelskill.skill.SkillProfile;
import reelskill.studio.server.Studio;
import reelskill.studio.server.StudioSettings;

/**
 * The wiring: from settings to a backend that is ready to be spoken to.
 *
 * @param own the manifest of the skill that this program is
 * @param parts what a light installation fetches when it is needed
 * @param client what the client of an MCP server calls itself; empty on the command line
 * @param running the studio to use; empty to start one for each bench
 */
record Backends(
        Settings settings,
        Terminal terminal,
        LazyManifest own,
        NativeParts parts,
        Optional<String> client,
        Optional<Studio> running) {
    Backends(Settings settings, Terminal terminal) {
        this(
                settings,
                terminal,
                new LazyManifest(settings),
                new NativeParts(settings, terminal),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the same wiring for a client of an MCP server, with the studio that serves the others too. */
    Backends serving(Optional<String> name, Optional<Studio> studio) {
        return new Backends(settings, terminal, own, parts, name, studio);
    }

    /** Returns what a language model is told of its task. */
    String prompt() {
        return Stream.of("system.md", "clarify.md", "receipt.md")
                .map(this::prompt)
                .collect(Collectors.joining("\n"));
    }

    private String prompt(String name) {
        try {
            Optional<Path> file =
                    settings.root().map(root -> root.resolve("prompts").resolve(name));
            if (file.isPresent()) return Files.readString(file.get());
            try (InputStream packed = Backends.class.getResourceAsStream("/skill/prompts/" + name)) {
                if (packed == null) throw new NoSuchFileException(name);
                return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new SetupException(
                    "The skill's prompts/" + name + " cannot be read. Install the skill again.",
                    "无法读取技能的 prompts/" + name + "。请重新安装技能。");
        }
    }

    Journal journal() {
        return new Journal(clientFolder());
    }

    SkillManifest manifest() {
        return own.read();
    }

    /** Returns the skill that the options name, else the one that this program was installed as. */
    SkillProfile profile(BackendOptions options) {
        Path root = settings.root().orElse(Path.of(""));
        return options.skill == null
                ? SkillProfile.load(root, manifest())
                : SkillProfile.choose(options.skill, root, manifest());
    }

    Platform platform() throws IOException {
        Path root = settings.root().orElse(Path.of(""));
        PlatformSignals signals = new PlatformSignals(root, root.toRealPath(), settings.environment(), client);
        return Platform.detect(signals, manifest().platforms());
    }

    Bench open(String backend, BackendOptions options) throws IOException {
        return switch (backend) {
            case BackendOptions.LOCAL -> local(options);
            case BackendOptions.CLOUD -> cloud(options);
            default ->
                throw new SetupException(
                        "There is no backend '" + backend + "'. Set REELSKILL_BACKEND to local or cloud.",
                        "没有名为“" + backend + "”的后端。请将 REELSKILL_BACKEND 设为 local 或 cloud。");
        };
    }

    /** @param port 0 for any free one */
    Studio studio(int port) {
        try {
            return Studio.open(StudioSettings.of(settings.home().resolve("studio"), settings.cache())
                    .withFfmpeg(parts.ffmpeg())
                    .withRewording(settings.studioLlm().map(ModelRewording::new))
                    .withPort(port));
        } catch (IOException e) {
            throw SetupException.ofPort(port, e);
        }
    }

    /** Returns what a client of any service needs that is not the user's own: no token of theirs, no id of theirs. */
    NemoSettings stranger(URI api, BackendOptions options) throws IOException {
        return nemo(
                api,
                api,
                options,
                Optional.empty(),
                Optional.empty(),
                clientFolder().resolve("studio_client_id"),
                api + "");
    }

    private Bench local(BackendOptions options) throws IOException {
        Studio started = running.isPresent() ? null : studio(0);
        Studio studio = started == null ? running.orElseThrow() : started;
        URI url = studio.baseUrl();
        // A token of the cloud is not for the studio, whose own is its to give, whatever its port is this time.
        NemoSettings nemo = nemo(
                url,
                url,
                options,
                Optional.empty(),
                Optional.empty(),
                clientFolder().resolve("studio_client_id"),
                BackendOptions.LOCAL);
        return bench(BackendOptions.LOCAL, nemo, Backend.Pace.local(), started);
    }

    private Bench cloud(BackendOptions options) throws IOException {
        ManifestLimits.Backends known = manifest().backends();
        URI api = settings.apiUrl().orElseGet(() -> URI.create(known.apiUrl()));
        NemoSettings nemo = nemo(
                api,
                settings.webUrl().orElseGet(() -> URI.create(known.webUrl())),
                options,
                settings.token(),
                settings.clientId(),
                settings.clientIdFile(),
                BackendOptions.CLOUD + " " + api);
        return bench(BackendOptions.CLOUD, nemo, Backend.Pace.cloud(manifest().timings()), null);
    }

    private NemoSettings nemo(
            URI api,
            URI web,
            BackendOptions options,
            Optional<Token> token,
            Optional<String> clientId,
            Path clientIdFile,
            String tokenName)
            throws IOException {
        Attribution attribution = profile(options).attribution(platform());
        try {
            return new NemoSettings(
                    api, web, attribution, token, clientId, clientIdFile, clientFolder(), tokenName, timing());
        } catch (IllegalArgumentException e) {
            throw new SetupException(
                    "NEMO_CLIENT_ID is no id of a device: it has 1 to 64 ASCII characters and no space. Change or remove it.",
                    "NEMO_CLIENT_ID 不是有效的设备标识：须为 1 到 64 个 ASCII 字符且不含空格。请修改或移除它。");
        }
    }

    private Timing timing() {
        ManifestLimits.Timings stated = manifest().timings();
        return Timing.real(
                new TurnLimits(stated.stillWorkingEvery(), stated.heartbeatsOnlyLimit(), stated.turnLimit()));
    }

    private Bench bench(String name, NemoSettings nemo, Backend.Pace pace, @Nullable Studio studio) {
        Optional<String> adviser =
                name.equals(BackendOptions.LOCAL) ? settings.studioLlm().map(LlmSettings::toString) : Optional.empty();
        Backend backend = new Backend(name, new NemoClient(nemo), nemo.timing(), pace, adviser);
        return new Bench(
                new Workplace(
                        backend,
                        journal(),
                        terminal,
                        manifest(),
                        new Allowance(settings.spendLimit(), terminal::agrees)),
                studio);
    }

    private Path clientFolder() {
        return settings.home().resolve("client");
    }
}
