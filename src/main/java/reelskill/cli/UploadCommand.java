package reelskill.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reelskill.session.Assignment;
import reelskill.tools.Folders;

/** Adds files to a session. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description = "Adds files to the last session; with --new, or where there is none, to a new one.")
final class UploadCommand extends ToolCommand {
    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "Media files, or addresses of media on the web.")
    private List<String> sources = List.of();

    @Option(names = "--new", description = "Begin a new session.")
    private boolean begins;

    UploadCommand(Desk desk) {
        super(desk, "upload_media");
        this.desk = desk;
    }

    @Override
    boolean goesOn() {
        return !begins;
    }

    @Override
    boolean needsSession() {
        return false;
    }

    @Override
    void fill(ObjectNode arguments, Folders folders) {
        arguments.put("language", desk.language().tag());
        ArrayNode named = arguments.putArray("sources");
        for (String source : sources) {
            boolean web = source.matches("(?i)https?://.*");
            if (!web) allow(Path.of(source).toAbsolutePath(), folders);
            named.add(web ? source : Path.of(source).toAbsolutePath().toString());
        }
    }

    private void allow(Path file, Folders folders) {
        new Assignment(List.of(file), Optional.empty()).require(desk.journal(), desk.maxUploadBytes());
        folders.allowNamed(file);
    }
}
