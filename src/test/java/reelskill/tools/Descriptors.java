package reelskill.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the list of tools that the program is packed with from the declarations. */
final class Descriptors {
    static final ObjectMapper JSON = new ObjectMapper();

    /** As a person meets them; reflection has no order. */
    static final List<String> ORDER = List.of(
            "upload_media",
            "edit_video",
            "export_video",
            "wait_for",
            "show_timeline",
            "undo_edit",
            "list_versions",
            "preview_video",
            "export_status",
            "cancel_export",
            "check_credits",
            "start_session");

    private Descriptors() {}

    static Map<String, Method> methods() {
        return Stream.of(SessionTools.class, VersionTools.class, EditTools.class, ExportTools.class, PreviewTools.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Tool.class))
                .collect(Collectors.toMap(
                        method -> method.getAnnotation(Tool.class).name(), method -> method));
    }

    static String generate() {
        Map<String, Method> methods = methods();
        return ORDER.stream()
                .map(name -> descriptor(methods.get(name)).toString())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static ObjectNode descriptor(Method method) {
        ToolSpecification specification = ToolSpecifications.toolSpecificationFrom(method);
        Hints hints = method.getAnnotation(Hints.class);
        ObjectNode tool = JSON.createObjectNode()
                .put("name", specification.name())
                .put("title", hints.title())
                .put("description", specification.description());
        tool.set("inputSchema", input(specification));
        // A host drops the picture of a tool that has structured output too (hosts.md, 5).
        if (!method.getReturnType().equals(Answer.Preview.class)) {
            tool.set("outputSchema", schema(method.getReturnType()));
        }
        tool.putObject("annotations")
                .put("readOnlyHint", hints.readOnly())
                .put("destructiveHint", hints.destructive())
                .put("idempotentHint", hints.idempotent())
                .put("openWorldHint", hints.openWorld());
        return tool;
    }

    static ObjectNode input(ToolSpecification specification) {
        ObjectNode schema = specification.parameters() == null
                ? JSON.createObjectNode().put("type", "object")
                : JSON.valueToTree(JsonSchemaElementUtils.toMap(specification.parameters()));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType list) {
            ObjectNode schema = JSON.createObjectNode().put("type", "array");
            schema.set("items", schema(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() ? record(plain) : JSON.createObjectNode().put("type", primitive(plain));
    }

    private static ObjectNode record(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent part : type.getRecordComponents()) {
            String name = new SnakeCaseStrategy().translate(part.getName());
            properties.set(name, schema(part.getGenericType()));
            if (!isNullable(part)) required.add(name);
        }
        return schema.put("additionalProperties", false);
    }

    private static boolean isNullable(RecordComponent part) {
        return Stream.<AnnotatedElement>of(part.getAnnotatedType())
                .anyMatch(element -> element.isAnnotationPresent(Nullable.class));
    }

    private static String primitive(Class<?> type) {
        if (type == String.class) return "string";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        boolean whole = type == int.class || type == Integer.class || type == long.class;
        return whole ? "integer" : "number";
    }

    static JsonNode packed() throws java.io.IOException {
        return JSON.readTree(ToolList.json());
    }
}
