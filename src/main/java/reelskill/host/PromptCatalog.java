package reelskill.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The prompts of a server. Implementations serve many calls at once. */
public interface PromptCatalog {
    /** Returns the descriptors: name, title, description, arguments (name, description, required). */
    ArrayNode descriptors();

    /**
     * Returns the messages of a prompt. All required arguments are there; the name is one of the descriptors'.
     *
     * @throws InputRequired let through from {@link CallContext#ask}
     */
    Prompt get(String name, Map<String, String> arguments, CallContext context);

    /** What a prompt expands to. */
    record Prompt(String description, List<Entry> messages) {
        public Prompt {
            messages = List.copyOf(messages);
        }

        ObjectNode toJson() {
            ObjectNode prompt = Json.object().put("description", description);
            ArrayNode array = prompt.putArray("messages");
            for (Entry message : messages) {
                ObjectNode entry = array.addObject().put("role", message.role);
                entry.set("content", message.content.toJson());
            }
            return prompt;
        }
    }

    /** One message; the role is {@code user} or {@code assistant}. */
    record Entry(String role, Content content) {
        public static Entry user(Content content) {
            return new Entry("user", content);
        }
    }
}
