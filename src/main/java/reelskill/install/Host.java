package reelskill.install;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An agent host that the skill can be installed into. */
public enum Host {
    OPENCLAW("openclaw", "OpenClaw"),
    CLAWHUB("clawhub", "ClawHub"),
    CURSOR("cursor", "Cursor"),
    CLAUDE_CODE("claude-code", "Claude Code"),
    CODEX("codex", "Codex"),
    VSCODE("vscode", "VS Code"),
    GEMINI_CLI("gemini-cli", "Gemini CLI"),
    OPENCODE("opencode", "opencode"),
    COPILOT("copilot", "Copilot CLI");

    private final String id;
    private final String title;

    Host(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Returns the host of this id; an unknown one is refused with those that there are. */
    public static Host of(String id) {
        Optional<Host> host = Arrays.stream(values())
                .filter(known -> known.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
        return host.orElseThrow(() -> InstallException.of(
                "There is no host '%s'. Hosts: %s.",
                "没有名为“%s”的宿主。可选：%s。", id, Arrays.stream(values()).map(Host::id).collect(Collectors.joining(", "))));
    }

    public String id() {
        return id;
    }

    /** Returns what the host calls itself. */
    public String title() {
        return title;
    }

    /** Returns the platform that the attribution headers name: {@code SKILL_SOURCE} of its MCP entry. */
    public String source() {
        return this == COPILOT ? "github-copilot" : id;
    }
}
