package reelskill.install;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an installation or a removal would do; nothing of it has happened.
 *
 * @param config empty where the host keeps no MCP servers of this scope
 * @param record what will be known about it afterwards; null after a removal
 * @param entry the name of the MCP entry and of the skill
 */
public record Plan(
        Host host,
        String entry,
        FolderChange folder,
        Optional<ConfigChange> config,
        @Nullable InstallRecord record) {
    /** Says whether everything is already as it would be. */
    public boolean isEmpty() {
        return folder.isEmpty() && config.map(ConfigChange::isEmpty).orElse(true);
    }
}
