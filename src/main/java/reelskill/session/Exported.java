package reelskill.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;

/**
 * A finished export: the file, and what its own boxes say of it.
 *
 * @param duration as the file says; as the timeline says where the format is not made of boxes
 * @param size empty for sound, and where the file does not say
 * @param said what the service says should be known of it
 * @param instead what was asked for, where the file is of another kind
 * @param takes how many bytes the platform takes that the file is for; 0 where that is not known
 * @param link opens the project in a browser, for a week and for whoever has it; empty where the backend is this machine
 *     or gave none
 */
public record Exported(
        String renderId,
        Path file,
        Optional<String> said,
        Optional<Another> instead,
        long bytes,
        long takes,
        Duration duration,
        Optional<Resolution> size,
        Optional<URI> link) {
    Exported insteadOf(Another wanted) {
        return new Exported(renderId, file, said, Optional.of(wanted), bytes, takes, duration, size, link);
    }

    Exported saying(Optional<String> note) {
        return new Exported(renderId, file, note, instead, bytes, takes, duration, size, link);
    }

    /** Returns what a person should know of the file: that it is of another kind than was asked for, or too large, or a doubt. */
    public Optional<String> note(Language language) {
        List<String> notes = Stream.of(another(language), tooLarge(language), said)
                .flatMap(Optional::stream)
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    private Optional<String> another(Language language) {
        return ExportFormat.ofName(file).flatMap(made -> instead.map(another -> another.note(made, language)));
    }

    private Optional<String> tooLarge(Language language) {
        if (takes == 0 || bytes <= takes) return Optional.empty();
        long most = takes / 1_000_000;
        return Optional.of(language.say(
                "It has %.0f MB, and the platform takes at most %d MB: export it for there \"under %2$d MB\", or shorten it.",
                "文件大小为%.0f MB，而平台最多接受%d MB：可以说“导出到该平台，不超过%2$dMB”，或缩短视频。", bytes / 1e6, most));
    }
}
