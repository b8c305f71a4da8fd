package reelskill.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import reelskill.media.Resolution;

/** A finished export: the file, and what its own boxes say of it. */
public record Exported(String renderId, Path file, long bytes, Duration duration, Optional<Resolution> size) {}
