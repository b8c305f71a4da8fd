package reelskill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reelskill.session.Conversation;

/** Renders the timeline as it is. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Renders the timeline of the last session into a file. Costs no credits.",
            "An export of the same timeline to the same place that was interrupted is finished, not begun again."
        })
final class ExportCommand extends SessionCommand {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the result goes. Without it, a free name in this folder.")
    private @Nullable Path output;

    ExportCommand(Desk desk) {
        super(desk);
    }

    @Override
    void run(Conversation conversation, Report report) {
        String first = conversation.session().media().stream().findFirst().orElse("video");
        report.timeline(conversation.draft());
        report.exported(conversation.export(
                output != null
                        ? output
                        : freeNameBeside(Path.of("").resolve(Path.of(first).getFileName()))));
    }

    /** Returns {@code talk-edited.mp4} for {@code talk.mov}, or the first number that is free. */
    static Path freeNameBeside(Path clip) {
        String stem = String.valueOf(clip.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path name = clip.resolveSibling(stem + "-edited.mp4");
        for (int number = 2; Files.exists(name); number++) {
            name = clip.resolveSibling(stem + "-edited-" + number + ".mp4");
        }
        return name;
    }
}
