package reelskill.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where hosts look for skills and for their MCP servers, on this machine. Observed, host by host, with the versions that
 * {@code bench/host-trials.sh} pins.
 *
 * @param home the person's own folder
 * @param project the folder that {@link Scope#PROJECT} means
 * @param environment variables by which hosts move their folders
 */
public record Places(Path home, Path project, Map<String, String> environment, String osName) {
    public Places {
        home = home.toAbsolutePath().normalize();
        project = project.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** Returns the folder that a host reads skills from; each skill is a folder in it. */
    public Path skills(Host host, Scope scope) {
        boolean user = scope == Scope.USER;
        return switch (host) {
            case OPENCLAW -> user ? openclaw().resolve("skills") : project.resolve("skills");
            case CLAWHUB -> (user ? clawhub() : project).resolve("skills");
            case CURSOR -> (user ? home : project).resolve(".cursor/skills");
            case CLAUDE_CODE -> (user ? claude() : project.resolve(".claude")).resolve("skills");
            case CODEX -> user ? codex().resolve("skills") : project.resolve(".codex/skills");
            case VSCODE, COPILOT -> user ? home.resolve(".copilot/skills") : project.resolve(".github/skills");
            case GEMINI_CLI -> (user ? home : project).resolve(".gemini/skills");
            case OPENCODE -> user ? opencode().resolve("skills") : project.resolve(".opencode/skills");
        };
    }

    /** Returns the folder that is there where the host has been used. */
    public Path traces(Host host) {
        return switch (host) {
            case OPENCLAW -> openclaw();
            case CLAWHUB -> clawhub().resolve(".clawhub");
            case CURSOR -> home.resolve(".cursor");
            case CLAUDE_CODE -> claude();
            case CODEX -> codex();
            case VSCODE -> code();
            case GEMINI_CLI -> home.resolve(".gemini");
            case OPENCODE -> opencode();
            case COPILOT -> home.resolve(".copilot");
        };
    }

    /** Returns the file of the host's MCP servers; empty where the host has none of this scope. */
    Optional<ConfigFile> config(Host host, Scope scope) {
        boolean user = scope == Scope.USER;
        return switch (host) {
            case CLAWHUB -> Optional.empty();
            case OPENCLAW ->
                user
                        ? Optional.of(new ConfigFile(openclawConfig(), List.of("mcp", "servers"), Shape.OPENCLAW))
                        : Optional.empty();
            case CURSOR -> servers((user ? home : project).resolve(".cursor/mcp.json"), Shape.CURSOR);
            case CLAUDE_CODE -> servers(user ? claudeConfig() : project.resolve(".mcp.json"), Shape.CLAUDE);
            case CODEX ->
                Optional.of(new ConfigFile(
                        (user ? codex() : project.resolve(".codex")).resolve("config.toml"),
                        List.of("mcp_servers"),
                        Shape.CODEX));
            case VSCODE ->
                Optional.of(new ConfigFile(
                        user ? code().resolve("User/mcp.json") : project.resolve(".vscode/mcp.json"),
                        List.of("servers"),
                        Shape.VSCODE));
            case GEMINI_CLI -> servers((user ? home : project).resolve(".gemini/settings.json"), Shape.GEMINI);
            case OPENCODE ->
                Optional.of(
                        new ConfigFile(opencodeConfig(user ? opencode() : project), List.of("mcp"), Shape.OPENCODE));
            case COPILOT ->
                servers(
                        user ? home.resolve(".copilot/mcp-config.json") : project.resolve(".github/mcp.json"),
                        Shape.COPILOT);
        };
    }

    private static Optional<ConfigFile> servers(Path file, Shape shape) {
        return Optional.of(new ConfigFile(file, List.of("mcpServers"), shape));
    }

    private Path openclaw() {
        return moved("OPENCLAW_STATE_DIR").orElse(home.resolve(".openclaw"));
    }

    private Path openclawConfig() {
        return moved("OPENCLAW_CONFIG_PATH").orElse(openclaw().resolve("openclaw.json"));
    }

    /** Its working folder: the one that is set, the current one if it has been used there, else OpenClaw's workspace. */
    private Path clawhub() {
        return moved("CLAWHUB_WORKDIR")
                .orElse(
                        Files.isDirectory(project.resolve(".clawhub"))
                                ? project
                                : openclaw().resolve("workspace"));
    }

    private Path claude() {
        return moved("CLAUDE_CONFIG_DIR").orElse(home.resolve(".claude"));
    }

    private Path claudeConfig() {
        return moved("CLAUDE_CONFIG_DIR").orElse(home).resolve(".claude.json");
    }

    private Path codex() {
        return moved("CODEX_HOME").orElse(home.resolve(".codex"));
    }

    private Path opencode() {
        return moved("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("opencode");
    }

    private static Path opencodeConfig(Path folder) {
        Path commented = folder.resolve("opencode.jsonc");
        return Files.exists(commented) ? commented : folder.resolve("opencode.json");
    }

    private Path code() {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return home.resolve("Library/Application Support/Code");
        if (os.startsWith("windows"))
            return moved("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Code");
        return moved("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("Code");
    }

    private Optional<Path> moved(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value.strip()));
    }
}
