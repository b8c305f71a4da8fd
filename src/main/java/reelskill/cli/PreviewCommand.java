package reelskill.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reelskill.tools.Folders;

/** Makes pictures of a video. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Looks over the last session's newest export, or a file, and makes contact sheets of it.",
            "One of the whole and one of each cut and title, and what should be looked at: black or frozen stretches, clipped words, covered titles, loudness and peaks."
        })
final class PreviewCommand extends ToolCommand {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A media file to look at instead.")
    private @Nullable Path file;

    @Option(names = "--waveform", description = "Also draw the sound.")
    private boolean waveform;

    @Option(
            names = "--compare",
            paramLabel = "N|NAME",
            description = "A version, as 'versions' lists them: its frames beside those of the timeline as it is now.")
    private @Nullable String compare;

    PreviewCommand(Desk desk) {
        super(desk, "preview_video");
        this.desk = desk;
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        arguments.put("waveform", waveform);
        if (compare != null) arguments.put("compare_with", compare);
        if (file == null) {
            // Whoever runs the command said where the exports go.
            desk.journal().exports().forEach(export -> folders.allowNamed(Path.of(export.target())));
            return;
        }
        folders.allowNamed(file);
        arguments.put("file_path", file.toAbsolutePath().toString());
    }
}
