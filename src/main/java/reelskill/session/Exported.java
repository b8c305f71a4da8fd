package reelskill.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;

/**
 * A finished export: the file, and what its own boxes say of it.
 *
 * @param duration as the file says; as the timeline says where the format is not made of boxes
 * @param size empty for sound, and where the file does not say
 * @param instead the format that was asked for, where the service made another because that one cannot show everything
 * @param link opens the project in a browser, for a week and for whoever has it; empty where the backend is this machine
 *     or gave none
 */
public record Exported(
        String renderId,
        Path file,
        Optional<ExportFormat> instead,
        long bytes,
        Duration duration,
        Optional<Resolution> size,
        Optional<URI> link) {
    Exported insteadOf(ExportFormat wanted) {
        return new Exported(renderId, file, Optional.of(wanted), bytes, duration, size, link);
    }

    /** Returns why the file is of another kind than was asked for, for a person to read; empty if it is not. */
    public Optional<String> note(Language language) {
        return instead.map(wanted -> language.say(
                "%s cannot carry transparency, so this is a %s file. For other programs ask for ProRes or a PNG sequence.",
                "%s不支持透明，因此导出为%s。需要时可改为ProRes或PNG序列。",
                wanted,
                ExportFormat.ofName(file).orElse(wanted)));
    }
}
