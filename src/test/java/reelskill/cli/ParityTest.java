package reelskill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import reelskill.chat.Command;
import reelskill.tools.ToolList;

/** One declaration, every host: models, MCP clients, the chat and the command line have the same tools. */
class ParityTest {
    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        desk = new Desk(new Settings(home, home, Map.of()), nowhere, new Terminal(nowhere, false));
    }

    @Test
    void everyHostOffersTheSameTools() throws IOException {
        Set<String> listed = listed().keySet();
        assertThat(listed).hasSizeGreaterThanOrEqualTo(12);
        try (ChatTools tools = new ChatTools(desk, new BackendOptions(), BackendOptions.LOCAL, home, List.of())) {
            assertThat(tools.toolbox().names()).containsExactlyInAnyOrderElementsOf(listed);
            assertThat(specifications(tools).keySet()).containsExactlyInAnyOrderElementsOf(listed);
        }
        assertThat(Stream.of(Command.values())
                        .map(Command::tool)
                        .flatMap(Optional::stream)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void everyToolHasACommandOfTheCommandLine() {
        Set<String> commands =
                Main.commandLine(desk, System.err).getSubcommands().keySet();
        assertThat(Stream.of(Command.values())
                        .filter(command ->
                                command != Command.REDO && command.tool().isPresent())
                        .map(command -> command.onCommandLine().split(" ")[0]))
                .isSubsetOf(commands);
    }

    @Test
    void everyCommandIsLookedUpByTheNameThatItGivesItself() {
        assertThat(Main.commands(desk).keySet())
                .containsExactlyElementsOf(
                        Main.commandLine(desk, System.err).getSubcommands().keySet());
    }

    @Test
    void commandsOfToolsCallTheRegistry() {
        List<String> called = Main.commandLine(desk, System.err).getSubcommands().values().stream()
                .<Object>map(CommandLine::getCommand)
                .filter(ToolCommand.class::isInstance)
                .map(command -> ((ToolCommand) command).tool())
                .toList();
        assertThat(called).containsExactlyInAnyOrder("upload_media", "undo_edit", "list_versions", "preview_video");
    }

    @Test
    void namesAreShortSnakeCaseAndEveryParameterIsDescribed() throws IOException {
        listed().forEach((name, tool) -> {
            assertThat(name).matches("[a-z]+(_[a-z]+)*").hasSizeLessThan(48);
            for (Map.Entry<String, JsonNode> parameter :
                    tool.at("/inputSchema/properties").properties()) {
                assertThat(parameter.getKey()).matches("[a-z]+(_[a-z]+)*");
                assertThat(parameter.getValue().path("description").asText())
                        .as(name)
                        .hasSizeGreaterThan(15);
            }
        });
    }

    @Test
    void modelsSeeTheParametersThatMcpClientsSee() throws IOException {
        Map<String, JsonNode> listed = listed();
        try (ChatTools tools = new ChatTools(desk, new BackendOptions(), BackendOptions.LOCAL, home, List.of())) {
            specifications(tools).forEach((name, specification) -> assertThat(parameters(specification))
                    .isEqualTo(names(listed.get(name).at("/inputSchema/properties"))));
        }
    }

    private static Set<String> parameters(ToolSpecification specification) {
        return specification.parameters() == null
                ? Set.of()
                : new TreeSet<>(specification.parameters().properties().keySet());
    }

    private static Set<String> names(JsonNode properties) {
        return properties.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ToolSpecification> specifications(ChatTools tools) {
        return tools.toolbox().tools().stream()
                .flatMap(tool -> ToolSpecifications.toolSpecificationsFrom(tool).stream())
                .collect(Collectors.toMap(ToolSpecification::name, one -> one));
    }

    /** Returns what the MCP server lists. */
    private static Map<String, JsonNode> listed() throws IOException {
        return new ObjectMapper()
                .readTree(ToolList.json())
                .valueStream()
                .collect(Collectors.toMap(tool -> tool.path("name").asText(), tool -> tool));
    }
}
