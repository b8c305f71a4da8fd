package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import reelskill.language.Language;

/** The tools of a server. Implementations serve many calls at once. */
public interface ToolCatalog {
    /**
     * Returns the JSON array of tool descriptors (name, description, inputSchema, …), in a stable order. It goes into
     * {@code tools/list} as it stands, before anything else is loaded: keep it ready as text.
     */
    String descriptors();

    /** Returns the language in which these arguments are refused if they do not fit. */
    default Language language(ObjectNode arguments) {
        return Language.ENGLISH;
    }

    /**
     * Runs one tool. The arguments fit its input schema. What fails for a reason that the caller can mend is a {@link
     * ToolResult#error}; anything else that is thrown becomes "The tool failed." and goes to the log.
     *
     * @throws InputRequired let through from {@link CallContext#ask}
     * @throws HostException if the request itself is wrong
     */
    ToolResult call(String name, ObjectNode arguments, CallContext context);
}
