package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import reelskill.tools.Folders;

/** Lists what the timeline was. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = "Lists every version of the last session's timeline that was seen, the newest last.")
final class VersionsCommand extends ToolCommand {
    VersionsCommand(Desk desk) {
        super(desk, "list_versions");
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        // The session says it all.
    }
}
