package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import reelskill.host.PromptCatalog.Entry;
import reelskill.host.PromptCatalog.Prompt;

/** Our core with what the MCP conformance suite expects to find: {@code stdio} or {@code http PORT}. Tests only. */
final class FixtureServer {
    private FixtureServer() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("http")) {
            HttpServer server =
                    HttpServer.start(offer(new FixtureTools()), HttpSettings.loopback(Integer.parseInt(args[1])));
            new FileOutputStream(FileDescriptor.out).write((server.url() + "\n").getBytes("UTF-8"));
            Thread.currentThread().join();
        }
        try (StdioServer server = new StdioServer(
                offer(new FixtureTools()),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out))) {
            server.serve();
        }
    }

    static Offer offer(ToolCatalog tools) {
        return Offer.of("fixture", "Fixture", "1.0", tools)
                .withInstructions("For tests.")
                .withResources(new FixtureResources())
                .withPrompts(new FixturePrompts())
                .withSkills(skill())
                .withCompletions((subject, argument, typed) -> List.of(typed + "ing"))
                .withLogging();
    }

    static SkillCatalog skill() {
        ObjectNode frontmatter = Json.object()
                .put("name", "fixture-skill")
                .put("description", "A skill that the tests read through the server.")
                .put("version", "1.2");
        return new SkillFolder(Path.of("src/test/resources/reelskill/host/skill"), frontmatter, path -> true);
    }

    /** Resources of the suite; {@link #change} tells those who watch. */
    static final class FixtureResources implements ResourceCatalog {
        private final Map<Runnable, String> watches = new ConcurrentHashMap<>();
        /** Opened when somebody stops watching. */
        final CountDownLatch unwatched = new CountDownLatch(1);

        @Override
        public ArrayNode resources(CallContext context) {
            ArrayNode all = Json.array();
            for (String name : new String[] {"static-text", "static-binary", "watched-resource"})
                all.addObject().put("uri", "test://" + name).put("name", name).put("mimeType", "text/plain");
            return all;
        }

        @Override
        public ArrayNode templates() {
            ArrayNode all = Json.array();
            all.addObject().put("uriTemplate", "test://template/{id}/data").put("name", "data");
            return all;
        }

        @Override
        public List<ResourceContents> read(String uri, CallContext context) {
            return switch (uri) {
                case "test://static-text" ->
                    List.of(ResourceContents.text(
                            uri, "text/plain", "This is the content of the static text resource."));
                case "test://static-binary" -> List.of(ResourceContents.blob(uri, "image/png", FixtureTools.PIXEL));
                case "test://watched-resource" -> List.of(ResourceContents.text(uri, "text/plain", "watched"));
                default -> template(uri);
            };
        }

        private static List<ResourceContents> template(String uri) {
            if (!uri.matches("test://template/[^/]+/data")) throw HostException.resourceNotFound(uri);
            String id = uri.split("/")[3];
            String text = "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}";
            return List.of(ResourceContents.text(uri, "application/json", text));
        }

        @Override
        public boolean canWatch() {
            return true;
        }

        @Override
        public AutoCloseable watch(String uri, Runnable changed) {
            if (!uri.equals("test://watched-resource")) throw HostException.resourceNotFound(uri);
            watches.put(changed, uri);
            return () -> {
                watches.remove(changed);
                unwatched.countDown();
            };
        }

        void change() {
            watches.keySet().forEach(Runnable::run);
        }

        int watchers() {
            return watches.size();
        }
    }

    /** Prompts of the suite. */
    static final class FixturePrompts implements PromptCatalog {
        @Override
        public ArrayNode descriptors() {
            ArrayNode all = Json.array();
            describe(all, "test_simple_prompt");
            describe(all, "test_prompt_with_arguments", "arg1", "arg2");
            describe(all, "test_prompt_with_embedded_resource", "resourceUri");
            describe(all, "test_prompt_with_image");
            describe(all, "test_input_required_result_prompt");
            return all;
        }

        private static void describe(ArrayNode all, String name, String... arguments) {
            ObjectNode prompt = all.addObject().put("name", name).put("description", "Fixture");
            ArrayNode list = prompt.putArray("arguments");
            for (String argument : arguments)
                list.addObject()
                        .put("name", argument)
                        .put("description", "Fixture")
                        .put("required", true);
        }

        @Override
        public Prompt get(String name, Map<String, String> arguments, CallContext context) {
            return new Prompt("Fixture", messages(name, arguments, context));
        }

        private static List<Entry> messages(String name, Map<String, String> arguments, CallContext context) {
            return switch (name) {
                case "test_prompt_with_arguments" ->
                    List.of(said("Prompt with arguments: arg1='" + arguments.get("arg1") + "', arg2='"
                            + arguments.get("arg2") + "'"));
                case "test_prompt_with_embedded_resource" ->
                    List.of(
                            Entry.user(new Content.Embedded(ResourceContents.text(
                                    arguments.get("resourceUri"),
                                    "text/plain",
                                    "Embedded resource content for testing."))),
                            said("Please process the embedded resource above."));
                case "test_prompt_with_image" ->
                    List.of(
                            Entry.user(Content.Image.of(FixtureTools.PIXEL, "image/png")),
                            said("Please analyze the image above."));
                case "test_input_required_result_prompt" ->
                    List.of(said(context.ask(Map.of(
                                    "user_context",
                                    InputRequest.form("What context should the prompt use?", CONTEXT.deepCopy())))
                            .get("user_context")
                            .path("content")
                            .path("context")
                            .asText()));
                default -> List.of(said("This is a simple prompt for testing."));
            };
        }

        private static final ObjectNode CONTEXT = FixtureTools.read("""
                {"type":"object","properties":{"context":{"type":"string"}},"required":["context"]}""");

        private static Entry said(String text) {
            return Entry.user(new Content.Text(text));
        }
    }
}
