package reelskill.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.AiServices;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One declaration, every host: what is packed, what LangChain4j sees and what runs are the same tools. */
class DescriptorsTest {
    private static final Path PACKED = Path.of("src/main/resources/reelskill/tools/tools.json");

    static Stream<JsonNode> tools() throws IOException {
        return Descriptors.packed().valueStream();
    }

    static Stream<Method> methods() {
        return Descriptors.methods().values().stream();
    }

    @Test
    void packedListIsTheOneOfTheDeclarations() throws IOException {
        if (Boolean.getBoolean("golden.update")) Files.writeString(PACKED, Descriptors.generate());
        assertThat(Files.readString(PACKED)).isEqualTo(Descriptors.generate());
    }

    @Test
    void everyDeclaredToolIsListed() {
        assertThat(Descriptors.methods().keySet()).containsExactlyInAnyOrderElementsOf(Descriptors.ORDER);
    }

    @Test
    void aiServicesShowsAModelTheSameTools() throws IOException {
        List<ToolSpecification> seen = new ArrayList<>();
        ScriptedModel model = new ScriptedModel(List.of(request -> {
            seen.addAll(request.toolSpecifications());
            return ScriptedModel.text("seen");
        }));
        try (Toolbox toolbox = toolbox()) {
            AiServices.builder(ScriptedModel.Editor.class)
                    .chatModel(model)
                    .tools(toolbox.tools())
                    .build()
                    .chat("hello");
        }
        for (JsonNode tool : Descriptors.packed()) {
            ToolSpecification same = seen.stream()
                    .filter(one -> one.name().equals(tool.path("name").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.description()).isEqualTo(tool.path("description").asText());
            assertThat(Descriptors.input(same)).isEqualTo(tool.path("inputSchema"));
        }
        assertThat(seen).hasSize(Descriptors.packed().size());
    }

    @Test
    void registryRunsExactlyTheListedTools() throws IOException {
        try (Toolbox toolbox = toolbox()) {
            assertThat(toolbox.names())
                    .containsExactlyInAnyOrderElementsOf(Descriptors.packed().findValuesAsText("name").stream()
                            .filter(Descriptors.ORDER::contains)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void nameIsSnakeCaseAndShort(JsonNode tool) {
        assertThat(tool.path("name").asText()).matches("[a-z]+(_[a-z]+)*").hasSizeLessThan(48);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void descriptionHoldsWordsOfBothLanguages(JsonNode tool) {
        assertThat(tool.path("description").asText())
                .matches("(?s).*\\p{IsHan}{2}.*")
                .hasSizeBetween(80, 1000);
        assertThat(tool.path("title").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void readOnlyToolIsNotDestructive(JsonNode tool) {
        JsonNode hints = tool.path("annotations");
        assertThat(hints.size()).isEqualTo(4);
        assertThat(hints.path("readOnlyHint").asBoolean()
                        && hints.path("destructiveHint").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyParameterIsNamedAndDescribed(Method method) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getType() == InvocationParameters.class) continue;
            P declared = parameter.getAnnotation(P.class);
            assertThat(declared.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(declared.value()).hasSizeGreaterThan(15);
        }
    }

    @Test
    void specificationsAreValidForLangChain4j() {
        ToolSpecifications.validateSpecifications(
                methods().map(ToolSpecifications::toolSpecificationFrom).toList());
    }

    private static Toolbox toolbox() {
        return new Toolbox(
                caller -> {
                    throw new IllegalStateException("nothing is called");
                },
                Folders.of(List.of()),
                NoPictures.HERE,
                Duration.ZERO);
    }
}
