package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reelskill.tools.Folders;

/** Takes edits back. */
@Command(name = "undo", mixinStandardHelpOptions = true, description = "Takes back the last edit of the last session.")
final class UndoCommand extends ToolCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many edits. Default: ${DEFAULT-VALUE}.")
    private int steps = 1;

    UndoCommand(Desk desk) {
        super(desk, "undo_edit");
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        arguments.put("steps", steps);
    }
}
