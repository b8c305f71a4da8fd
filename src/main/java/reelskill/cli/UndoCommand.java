package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reelskill.tools.Folders;

/** Takes edits back. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Takes back the last edit of the last session, or goes back to a version.")
final class UndoCommand extends ToolCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many edits. Default: ${DEFAULT-VALUE}.")
    private int steps = 1;

    @Option(names = "--to", paramLabel = "N|NAME", description = "The version to have again, as 'versions' lists them.")
    private @Nullable String version;

    UndoCommand(Desk desk) {
        super(desk, "undo_edit");
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        if (version != null) arguments.put("to_version", version);
        else arguments.put("steps", steps);
    }
}
