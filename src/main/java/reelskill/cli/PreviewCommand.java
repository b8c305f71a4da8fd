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
        description = "Makes a contact sheet of the last session's newest export, or of a file, and says where it is.")
final class PreviewCommand extends ToolCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A media file to look at instead.")
    private @Nullable Path file;

    @Option(names = "--waveform", description = "Also draw the sound.")
    private boolean waveform;

    PreviewCommand(Desk desk) {
        super(desk, "preview_video");
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        arguments.put("waveform", waveform);
        if (file == null) return;
        folders.allowNamed(file);
        arguments.put("file_path", file.toAbsolutePath().toString());
    }
}
