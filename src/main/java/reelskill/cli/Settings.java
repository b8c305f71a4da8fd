package reelskill.cli;

import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reelskill.chat.LlmSettings;
import reelskill.install.Places;
import reelskill.language.Language;
import reelskill.nemo.Token;

/**
 * What the environment says, read once. A flag of the command line goes before it, {@code skill-manifest.yaml} after it.
 *
 * @param home where sessions, journals and the studio's media are kept
 * @param cache what can be made again: the unpacked ffmpeg, analyses, finished chunks
 */
record Settings(Path home, Path cache, Map<String, String> environment) {
    /** The system property that the launcher sets to the folder of the skill. */
    static final String ROOT = "reelskill.root";

    static Settings of(Map<String, String> environment) {
        return new Settings(
                set(environment, "REELSKILL_HOME").map(Path::of).orElseGet(() -> dataFolder(environment)),
                set(environment, "REELSKILL_HOME")
                        .map(home -> Path.of(home, "cache"))
                        .orElseGet(() -> cacheFolder(environment)),
                Map.copyOf(environment));
    }

    /** Returns the folder of the skill: where SKILL.md and the manifest lie; empty if the jar runs alone. */
    Optional<Path> root() {
        return Optional.ofNullable(System.getProperty(ROOT)).map(Path::of);
    }

    Optional<String> backend() {
        return get("REELSKILL_BACKEND");
    }

    /** Says whether whoever runs this wants to see logs and where failures come from. */
    boolean debug() {
        return get("REELSKILL_DEBUG").isPresent();
    }

    /** Returns the bearer token that clients of the MCP server over HTTP must show. */
    Optional<String> mcpToken() {
        return get("REELSKILL_MCP_TOKEN");
    }

    /** Returns the folders that tools may work in: those that the person set, the host's project, the working folder. */
    List<Path> workspace() {
        List<Path> folders = new ArrayList<>();
        get("REELSKILL_ROOTS").ifPresent(roots -> {
            for (String root : roots.split(File.pathSeparator, -1)) {
                if (!root.isBlank()) folders.add(Path.of(root.strip()));
            }
        });
        get("CLAUDE_PROJECT_DIR").map(Path::of).ifPresent(folders::add);
        folders.add(Path.of(""));
        return folders;
    }

    Optional<String> ffmpeg() {
        return get("REELSKILL_FFMPEG");
    }

    /** Returns the Maven repositories that native parts are fetched from, the first asked first; empty for the central one. */
    List<URI> partsUrls() {
        String name = "REELSKILL_PARTS_URL";
        return get(name).stream()
                .flatMap(written -> Stream.of(written.split(",")))
                .map(written -> address(name, written.strip()))
                .toList();
    }

    /** Returns the language of the person's terminal, for commands that are not told a sentence. */
    Language language() {
        return Language.ofTag(get("LC_ALL")
                .or(() -> get("LC_MESSAGES"))
                .or(() -> get("LANG"))
                .orElse(Locale.getDefault().toLanguageTag()));
    }

    /** Returns where hosts look for what is installed, seen from the working folder. */
    Places places() {
        return new Places(
                userHome(environment), Path.of("").toAbsolutePath(), environment, System.getProperty("os.name"));
    }

    /** Returns how many credits an edit may cost without a question; empty sets no limit. */
    Optional<BigDecimal> spendLimit() {
        try {
            return get("REELSKILL_SPEND_LIMIT").map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw new SetupException(
                    "REELSKILL_SPEND_LIMIT is no number of credits. Set it to one, like 60, or remove it.",
                    "REELSKILL_SPEND_LIMIT 不是积分数量。请设为数字（如 60）或移除。");
        }
    }

    Optional<Token> token() {
        try {
            return get("NEMO_TOKEN").map(Token::new);
        } catch (IllegalArgumentException e) {
            throw new SetupException(
                    "NEMO_TOKEN is no token: it has spaces or letters beyond ASCII. Copy it again, or remove it to work anonymously.",
                    "NEMO_TOKEN 不是有效的令牌：含有空格或非 ASCII 字符。请重新复制，或移除它以匿名使用。");
        }
    }

    Optional<String> clientId() {
        return get("NEMO_CLIENT_ID");
    }

    Optional<URI> apiUrl() {
        return address("NEMO_API_URL");
    }

    Optional<URI> webUrl() {
        return address("NEMO_WEB_URL");
    }

    /** Returns whether the terminal says that it can only print line after line. */
    boolean isDumbTerminal() {
        return get("TERM").filter("dumb"::equals).isPresent();
    }

    Path userHome() {
        return userHome(environment);
    }

    /** Returns the language model that listens in a chat, with {@code prompt} as its task; empty if none is set. */
    Optional<LlmSettings> llm(Supplier<String> prompt) {
        return llm("REELSKILL_LLM", prompt);
    }

    /** Returns the language model that the studio asks about what its planner does not understand; empty if none is set. */
    Optional<LlmSettings> studioLlm() {
        return llm("REELSKILL_STUDIO_LLM", () -> ModelRewording.PROMPT);
    }

    private Optional<LlmSettings> llm(String variable, Supplier<String> prompt) {
        return get(variable).map(named -> {
            String[] parts = named.split(":", 2);
            LlmSettings.Provider provider = LlmSettings.Provider.named(parts[0].toLowerCase(Locale.ROOT))
                    .filter(known -> parts.length == 2 && !parts[1].isBlank())
                    .orElseThrow(() -> new SetupException(
                            variable + " is not understood. Write openai:MODEL, anthropic:MODEL or ollama:MODEL.",
                            "无法识别 " + variable + "。请写成 openai:模型名、anthropic:模型名 或 ollama:模型名。"));
            return new LlmSettings(
                    provider,
                    parts[1].strip(),
                    address("REELSKILL_LLM_URL"),
                    get(provider.keyVariable()),
                    prompt.get());
        });
    }

    /** Returns where the protocol keeps the client id, shared with every other skill of the family. */
    Path clientIdFile() {
        return get("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElse(userHome(environment).resolve(".config"))
                .resolve("nemovideo")
                .resolve("client_id");
    }

    private Optional<URI> address(String name) {
        return get(name).map(written -> address(name, written));
    }

    private static URI address(String name, String written) {
        return WebAddress.of(written)
                .orElseThrow(() -> new SetupException(
                        name + " is no web address. Write one like https://example.com, or remove it.",
                        name + " 不是网址。请写成 https://example.com 这样的形式，或移除它。"));
    }

    private Optional<String> get(String name) {
        return set(environment, name);
    }

    /** An empty variable is an unset one: hosts pass their placeholders on as empty texts. */
    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    private static Path dataFolder(Map<String, String> environment) {
        return platformFolder(environment, "XDG_DATA_HOME", ".local/share", "Application Support");
    }

    private static Path cacheFolder(Map<String, String> environment) {
        return platformFolder(environment, "XDG_CACHE_HOME", ".cache", "Caches").resolve(isWindows() ? "cache" : "");
    }

    private static Path platformFolder(Map<String, String> environment, String variable, String unix, String mac) {
        Path user = userHome(environment);
        if (isWindows()) {
            return set(environment, "LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(user.resolve("AppData/Local"))
                    .resolve("ReelSkill");
        }
        if (os().contains("mac")) {
            return user.resolve("Library").resolve(mac).resolve("ReelSkill");
        }
        return set(environment, variable)
                .map(Path::of)
                .orElse(user.resolve(unix))
                .resolve("reelskill");
    }

    private static Path userHome(Map<String, String> environment) {
        return set(environment, "HOME").map(Path::of).orElse(Path.of(System.getProperty("user.home")));
    }

    private static boolean isWindows() {
        return os().contains("win") && !os().contains("darwin");
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
