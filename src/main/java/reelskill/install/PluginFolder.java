package reelskill.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One folder that Claude Code, Copilot CLI, Cursor, OpenClaw, Codex and Gemini CLI each take as a plugin of theirs: the skill
 * and its MCP server. No skill folder, though: ClawHub refuses one with plugin manifests in it.
 *
 * @param options what follows {@code mcp} when a host starts the server
 */
public record PluginFolder(SkillPackage skill, String version, String description, List<String> options) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLAUDE_ROOT = "${CLAUDE_PLUGIN_ROOT}";
    private static final String GEMINI_ROOT = "${extensionPath}";

    public PluginFolder {
        options = List.copyOf(options);
    }

    /** Plans to write the plugin into {@code folder}. */
    public FolderChange into(Path folder) throws IOException {
        refuseForeign(folder);
        return FolderChange.to(folder, files(), List.of());
    }

    /** Does what {@link #into} planned. */
    public static void write(FolderChange change) throws IOException {
        change.apply();
    }

    private void refuseForeign(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(".claude-plugin/plugin.json"))) return;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> contents = Files.list(folder)) {
                if (contents.findAny().isEmpty()) return;
            }
        }
        throw InstallException.of(
                "'%s' exists and is no plugin folder, so nothing was written. Name a new folder.",
                "“%s”已存在且不是插件文件夹，未写入任何内容。请指定一个新文件夹。", folder.getFileName());
    }

    private List<SkillFile> files() {
        List<SkillFile> files = new ArrayList<>();
        files.add(json(".claude-plugin/plugin.json", manifest()));
        files.add(json(".claude-plugin/marketplace.json", marketplace()));
        files.add(json(".cursor-plugin/plugin.json", manifest()));
        files.add(json(".codex-plugin/plugin.json", manifest().put("mcpServers", "./codex.mcp.json")));
        files.add(json(".mcp.json", servers(shared())));
        files.add(json("codex.mcp.json", servers(codex())));
        files.add(json("gemini-extension.json", gemini()));
        files.add(SkillFile.of("README.md", readme().getBytes(StandardCharsets.UTF_8)));
        for (SkillFile file : skill.files()) {
            if (file.path().equals("LICENSE")) files.add(file);
            files.add(new SkillFile(at(file.path()), file.bytes(), file.isProgram(), file.content()));
        }
        return files;
    }

    private String at(String path) {
        return "skills/" + skill.name() + "/" + path;
    }

    private ObjectNode manifest() {
        ObjectNode manifest =
                object().put("name", skill.name()).put("version", version).put("description", description);
        manifest.putObject("author").put("name", "ReelSkill");
        return manifest.put("license", "MIT");
    }

    private ObjectNode marketplace() {
        ObjectNode market = object().put("name", "reelskill").put("description", description);
        market.putObject("owner").put("name", "ReelSkill");
        market.putArray("plugins")
                .addObject()
                .put("name", skill.name())
                .put("source", "./")
                .put("description", description);
        return market;
    }

    private ObjectNode servers(ObjectNode server) {
        ObjectNode all = object();
        all.putObject("mcpServers").set(skill.name(), server);
        return all;
    }

    /** Claude Code, Copilot CLI, Cursor and OpenClaw read one file, so that it can name none of them as the host. */
    private ObjectNode shared() {
        ServerEntry entry = entry(CLAUDE_ROOT, Host.CLAUDE_CODE);
        return Shape.CLAUDE.write(entry.ofAnyHost()).put("requestTimeoutMs", Shape.LONGEST_CALL_MILLIS);
    }

    /** Codex expands no variable, and starts the server in the plugin's folder where it is asked to. */
    private ObjectNode codex() {
        return Shape.CODEX.write(entry(".", Host.CODEX)).put("cwd", ".");
    }

    private ObjectNode gemini() {
        ObjectNode extension =
                object().put("name", skill.name()).put("version", version).put("description", description);
        extension.putObject("mcpServers").set(skill.name(), Shape.GEMINI.write(entry(GEMINI_ROOT, Host.GEMINI_CLI)));
        return extension;
    }

    private ServerEntry entry(String root, Host host) {
        return ServerEntry.of("java", root + "/skills/" + skill.name(), options, host);
    }

    private String readme() {
        return """
                # %1$s

                %2$s

                This folder is a plugin for agent hosts. It holds a skill (`skills/%1$s`) and an MCP server, which the host \
                starts with Java 17 or newer. Files are read and written in the working folder and in folders that you allow. \
                With `--local` everything happens on this machine and nothing is uploaded; otherwise the files that you name \
                and your words go to the NemoVideo cloud, where editing costs credits. `skills/%1$s/SKILL.md` says what is \
                stored where.

                - Claude Code: `claude plugin marketplace add <this folder>`, then `claude plugin install %1$s@reelskill`
                - OpenClaw: `openclaw plugins install <this folder>`
                - Copilot CLI: `copilot plugin marketplace add <this folder>`, then `copilot plugin install %1$s@reelskill`
                - Codex: `codex plugin marketplace add <this folder>`, then `codex plugin add %1$s@reelskill`
                - Gemini CLI: `gemini extensions install <this folder>`
                - Cursor: copy this folder to `~/.cursor/plugins/local/%1$s`
                """.formatted(skill.name(), description);
    }

    private static SkillFile json(String path, ObjectNode value) {
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
            return SkillFile.of(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
