package reelskill.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registry: every host's tools are these. {@link #tools} goes into {@code AiServices}; {@link #call} runs one by its
 * name for hosts that speak JSON. Safe for use by many threads.
 */
public final class Toolbox implements AutoCloseable {
    /** How long a start waits for its own job: hosts give up at 60 seconds (hosts.md, 5). */
    public static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Jobs jobs = new Jobs();
    private final Viewings viewings = new Viewings();
    private final List<Object> tools;
    private final Map<String, Entry> byName = new LinkedHashMap<>();
    // Records keep the order of their parts, so that the text tells the same thing first each time.
    private final ObjectMapper json = JsonMapper.builder()
            // 100 credits are written 100, not 1E+2.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private record Entry(Object tool, Method method) {}

    /** @param patience how long a start waits for its own job before it returns the id */
    public Toolbox(Workplaces workplaces, Folders folders, Pictures pictures, Duration patience) {
        Office office = new Office(workplaces, folders, jobs, patience);
        tools = List.of(
                new SessionTools(office),
                new VersionTools(office),
                new EditTools(office),
                new ExportTools(office),
                new PreviewTools(office, pictures, viewings));
        for (Object tool : tools) {
            for (Method method : tool.getClass().getDeclaredMethods()) {
                Tool declared = method.getAnnotation(Tool.class);
                if (declared != null) byName.put(declared.name(), new Entry(tool, method));
            }
        }
    }

    /** Returns the objects whose {@code @Tool} methods are the tools. */
    public List<Object> tools() {
        return tools;
    }

    /** Returns the names of the tools that {@link #call} runs. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Runs one tool.
     *
     * @param arguments fit the tool's schema
     * @throws ToolException with a sentence for the model if it could not be done
     * @throws java.util.concurrent.CancellationException if the caller left; what was begun goes on
     */
    public Told call(String name, ObjectNode arguments, Caller caller) {
        Entry entry = Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> ToolException.of("There is no tool '" + Plain.line(name) + "'."));
        InvocationParameters call = InvocationParameters.from(Caller.KEY, caller);
        try {
            return told((Answer) entry.method.invoke(entry.tool, values(entry.method, arguments, call)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object[] values(Method method, ObjectNode arguments, InvocationParameters call) {
        Parameter[] parameters = method.getParameters();
        Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            P declared = parameters[i].getAnnotation(P.class);
            if (declared == null) {
                values[i] = call;
            } else {
                values[i] = value(declared.name(), arguments.get(declared.name()), parameters[i]);
            }
        }
        return values;
    }

    private Object value(String name, @Nullable JsonNode given, Parameter parameter) {
        try {
            return json.convertValue(given, json.constructType(parameter.getParameterizedType()));
        } catch (IllegalArgumentException e) {
            throw ToolException.of(name + " has the wrong type.");
        }
    }

    private Told told(Answer answer) {
        ObjectNode data = json.valueToTree(answer);
        return new Told(Facts.of(data), data, PreviewTools.of(answer));
    }

    /** What a tool told: the same facts as text and as data, and pictures beside them. */
    public record Told(String text, ObjectNode data, List<Path> pictures) {}

    /** Takes no more work; what runs at the backend goes on there. */
    @Override
    public void close() {
        viewings.close();
        jobs.close();
    }
}
