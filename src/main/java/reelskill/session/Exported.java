package reelskill.session;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import reelskill.media.Resolution;

/**
 * A finished export: the file, and what its own boxes say of it.
 *
 * @param duration as the file says; as the timeline says where the format is not made of boxes
 * @param size empty for sound, and where the file does not say
 *
 * @param link opens the project in a browser, for a week and for whoever has it; empty where the backend is this machine
 *     or gave none
 */
public record Exported(
        String renderId, Path file, long bytes, Duration duration, Optional<Resolution> size, Optional<URI> link) {}
