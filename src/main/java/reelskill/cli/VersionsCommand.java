package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reelskill.tools.Folders;

/** Lists what the timeline was. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = {
            "Lists every version of the last session's timeline, the newest last; or tells how two differ.",
            "Give a version a name in words: reelskill edit \"call this version 'rough cut'\"."
        })
final class VersionsCommand extends ToolCommand {
    @Option(names = "--compare", paramLabel = "N|NAME", description = "A version: its number, its name, or 'first'.")
    private @Nullable String compare;

    @Option(names = "--with", paramLabel = "N|NAME", description = "The other version. Default: the current one.")
    private @Nullable String with;

    VersionsCommand(Desk desk) {
        super(desk, "list_versions");
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        if (compare != null) arguments.put("compare", compare);
        if (with != null) arguments.put("compare_with", with);
    }
}
