package reelskill.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which backend a command speaks to, and how it answers. The last of {@code --local} and {@code --cloud} counts. */
final class BackendOptions {
    static final String LOCAL = "local";
    static final String CLOUD = "cloud";

    private @Nullable String named;

    @Option(
            names = "--skill",
            paramLabel = "NAME|PATH",
            description = "The skill to act as: a shipped profile, or a folder with a SKILL.md.")
    @Nullable
    String skill;

    @Option(names = "--json", description = "Answer with one JSON object on standard output.")
    boolean json;

    @Option(names = "--local", description = "Work on this machine: no account, no network, nothing to pay.")
    void local(boolean wanted) {
        named = LOCAL;
    }

    @Option(
            names = "--cloud",
            description = "Work in the NemoVideo cloud: uploads what you name, editing costs credits.")
    void cloud(boolean wanted) {
        named = CLOUD;
    }

    /** Returns the backend that the command line names; empty if it leaves that to the settings. */
    Optional<String> named() {
        return Optional.ofNullable(named);
    }
}
