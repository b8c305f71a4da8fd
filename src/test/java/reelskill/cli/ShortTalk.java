package reelskill.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;

/** Three small seconds of the talk, cut once for all tests of a class. */
abstract class ShortTalk {
    static final Path CACHE = Path.of("target", "cache");

    @TempDir
    static Path shared;

    @BeforeAll
    static void cutAClip() {
        List<String> arguments =
                List.of("-nostdin", "-y", "-i", Shell.TALK.toString(), "-t", "3", "-s", "320x180", clip().toString());
        Ffmpeg.locate(Optional.empty(), CACHE).run(arguments, FfmpegJob.unwatched());
    }

    static Path clip() {
        return shared.resolve("talk.mp4");
    }
}
