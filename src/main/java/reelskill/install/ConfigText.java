package reelskill.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A host's configuration as somebody wrote it. A change touches one entry and leaves every other character, comments and
 * layout among them, as it was.
 */
sealed interface ConfigText permits JsonText, TomlText {
    /** Returns the entry of this name, whoever wrote it. */
    Optional<JsonNode> entry(String name);

    /** Returns the text with this entry: in place of the one of the same name, else as the last of its list. */
    String with(String name, ObjectNode entry);

    /**
     * Returns the text without this entry.
     *
     * @param emptied how many of the lists around it, innermost first, go too if nothing is left in them
     */
    String without(String name, int emptied);

    /** Returns how many of the lists around an entry are not there yet and come with the first entry. */
    int missingParents();

    /** Returns everything that the text says. */
    JsonNode tree();
}
