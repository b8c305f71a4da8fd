package reelskill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import reelskill.draft.Draft;
import reelskill.media.ExportFormat;
import reelskill.session.Assignment;
import reelskill.session.Conversation;
import reelskill.session.SessionRecord;

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

    @Option(
            names = "--format",
            paramLabel = "KIND",
            converter = FormatWord.class,
            description = {
                "mp4, mov, webm, gif, png, jpg, zip, mp3, m4a or wav, where -o does not say it. Default: as the timeline says.",
                "png and jpg are one picture, of the start. zip holds a PNG of each frame.",
                "For other editors: otio, fcpxml, edl or mlt. The captions alone: srt or vtt.",
                "What is transparent: webm, mov (ProRes 4444), png or zip."
            })
    private @Nullable ExportFormat format;

    @Option(
            names = "--of",
            paramLabel = "N|NAME",
            description = "An earlier version to render, as 'versions' lists them.")
    private @Nullable String version;

    static final class FormatWord implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String word) {
            return ExportFormat.of(word)
                    .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of " + ExportFormat.list()));
        }
    }

    ExportCommand(Desk desk) {
        super(desk);
    }

    @Override
    void run(Conversation conversation, Report report) {
        if (format != null) new Assignment(List.of(), Optional.ofNullable(output)).requireKind(format);
        Draft draft =
                version == null ? conversation.draft() : conversation.history().require(version);
        report.timeline(draft);
        ExportFormat kind = format != null ? format : draft.format();
        Path target = output != null ? saying(output, kind) : freeName(conversation.session(), kind);
        report.exported(conversation.export(draft, target));
    }

    /** Returns a name whose ending says what the file is: the one that was given, and where it says nothing the format's too. */
    static Path saying(Path named, ExportFormat format) {
        return ExportFormat.ofName(named).isPresent()
                ? named
                : named.resolveSibling(named.getFileName() + "." + format.word());
    }

    /** Returns a free name in the working folder, after the session's first clip. */
    static Path freeName(SessionRecord session, ExportFormat format) {
        String first = session.media().stream().findFirst().orElse("video");
        return freeNameBeside(Path.of("").resolve(Path.of(first).getFileName()), format);
    }

    /** Returns {@code talk-edited.mp4} for {@code talk.mov}, or the first number that is free. */
    static Path freeNameBeside(Path clip, ExportFormat format) {
        String stem = String.valueOf(clip.getFileName()).replaceFirst("\\.[^.]*$", "");
        return free(clip.resolveSibling(stem + "-edited." + format.word()));
    }

    /** Returns {@code wanted}, or the same with the first number that is free. */
    static Path free(Path wanted) {
        String file = String.valueOf(wanted.getFileName());
        int dot = file.lastIndexOf('.');
        Path name = wanted;
        for (int number = 2; Files.exists(name); number++) {
            name = wanted.resolveSibling(file.substring(0, dot) + "-" + number + file.substring(dot));
        }
        return name;
    }
}
