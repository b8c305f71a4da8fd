package reelskill.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A home with the configurations that people have, and a small skill to install into it. */
final class HostFiles {
    static final Map<Host, String> EXISTING = Map.of(
            Host.OPENCLAW, """
                    {
                      // my agent
                      agents: { defaults: { model: 'anthropic/some-model' } },
                      "mcp": {
                        "servers": {
                          "files": { "command": "npx", "args": ["-y", "files-server", "/home/me"] }, // keep this one
                        },
                      },
                      "meta": { "lastTouchedVersion": "2026.9.6" },
                    }
                    """,
            Host.CURSOR, """
                    {
                      "mcpServers": {
                        "github": {
                          "url": "https://example.org/mcp",
                          "headers": { "Authorization": "Bearer abcdefghijklmnopqrstuvwxyz123456" }
                        }
                      }
                    }
                    """,
            Host.CLAUDE_CODE, """
                    {
                      "numStartups": 214,
                      "projects": {
                        "/home/me/video": {"allowedTools": [], "mcpServers": {}}
                      },
                      "mcpServers": {},
                      "userID": "2cd827f76a672144f6fe7c74ce448ee7"
                    }""",
            Host.CODEX, """
                    # My Codex
                    model = "gpt-5-codex"
                    approval_policy = "on-request"

                    [mcp_servers.docs]
                    command = "npx"
                    args = ["-y", "docs-server"]  # [not a table]

                    [mcp_servers.docs.env]
                    API_KEY = "0123456789abcdef0123"

                    # the last words
                    [projects."/home/me/video"]
                    trust_level = "trusted"
                    """,
            Host.VSCODE, """
                    {
                    \t"inputs": [
                    \t\t{ "type": "promptString", "id": "key", "password": true }
                    \t],
                    \t"servers": {
                    \t\t/* from the marketplace */
                    \t\t"playwright": {
                    \t\t\t"type": "stdio",
                    \t\t\t"command": "npx"
                    \t\t} // the last one
                    \t}
                    }
                    """,
            Host.GEMINI_CLI, "{\r\n    \"theme\": \"GitHub\",\r\n    \"security\": {\"auth\": {}}\r\n}\r\n",
            Host.OPENCODE, """
                    {"$schema":"https://opencode.ai/config.json","mcp":{"docs":{"type":"remote","url":"https://example.org"}}}
                    """,
            Host.COPILOT, "{}");

    private HostFiles() {}

    static Places places(Path home) {
        return new Places(home, home.resolve("project"), Map.of(), "Linux");
    }

    static Path config(Path home, Host host) {
        return places(home).config(host, Scope.USER).orElseThrow().path();
    }

    static Path write(Path home, Host host, String text) {
        try {
            Path file = config(home, host);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A skill whose program says {@code words}. */
    static SkillPackage skill(String words) {
        return new SkillPackage(
                "reelskill",
                List.of(
                        SkillFile.of("SKILL.md", "---\nname: reelskill\n---\n".getBytes()),
                        SkillFile.of("reelskill", "#!/bin/sh\n".getBytes()).asProgram(),
                        SkillFile.of("reelskill.jar", words.getBytes()),
                        SkillFile.of("lib/heavy.jar", "jar".getBytes())),
                Path.of("somewhere"));
    }

    /** Returns every file below {@code folder} with what is in it. */
    static Map<String, String> everything(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }
}
