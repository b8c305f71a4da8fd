package reelskill.skill;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What tells on which host a skill runs.
 *
 * @param invoked the skill folder as it was named, before any link was followed
 * @param real the same folder with links followed
 * @param environment the variables of the process
 * @param clientName {@code clientInfo.name} of the MCP client, when this is an MCP server
 */
public record PlatformSignals(Path invoked, Path real, Map<String, String> environment, Optional<String> clientName) {
    public PlatformSignals {
        environment = Map.copyOf(environment);
    }
}
