package reelskill.studio.analysis;

import java.nio.file.Path;
import java.util.Optional;
import reelskill.studio.ffmpeg.Ffmpeg;

/** Real media by others, beside the checkout; tests of it carry the tag {@code shared-media}. */
final class SharedMedia {
    static final Ffmpeg FFMPEG = Ffmpeg.locate(Optional.empty(), Path.of("target", "cache"));

    private SharedMedia() {}

    static Path file(String name) {
        return Path.of(System.getProperty("shared.media", "../shared/media")).resolve(name);
    }
}
