package reelskill.skill;

import java.util.List;
import java.util.Map;

/**
 * The hosts that are known, as the manifest lists them.
 *
 * @param official path parts of the protocol's own rule, first match wins
 * @param extended whether what follows may be used; the protocol itself ends with {@code unknown} after the official rule
 * @param originFiles files inside a skill folder, relative, that name their host exactly
 * @param paths path parts of further hosts
 * @param clients MCP client names; compared without case
 * @param environment conditions {@code NAME} (set) or {@code NAME=value}, all of one line to hold
 */
public record PlatformTable(
        List<Rule> official,
        boolean extended,
        Map<String, String> originFiles,
        List<Rule> paths,
        Map<String, String> clients,
        List<Condition> environment) {
    public PlatformTable {
        official = List.copyOf(official);
        originFiles = Map.copyOf(originFiles);
        paths = List.copyOf(paths);
        clients = Map.copyOf(clients);
        environment = List.copyOf(environment);
    }

    /** A path that contains {@code part} belongs to {@code platform}. */
    public record Rule(String part, String platform) {}

    /** A process whose environment holds all of {@code variables} runs on {@code platform}. */
    public record Condition(List<String> variables, String platform) {
        public Condition {
            variables = List.copyOf(variables);
        }

        boolean holds(Map<String, String> environment) {
            return variables.stream().allMatch(variable -> {
                String[] parts = variable.split("=", 2);
                String value = environment.getOrDefault(parts[0], "");
                return parts.length == 2 ? value.equals(parts[1]) : !value.isEmpty();
            });
        }
    }
}
