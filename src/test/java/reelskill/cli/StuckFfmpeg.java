package reelskill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An ffmpeg that looks at media as the real one does, and never gets anywhere once it is to encode a film. Not on Windows. */
final class StuckFfmpeg {
    private StuckFfmpeg() {}

    /** Returns the environment of a program that uses one, which is put in {@code folder}. */
    static Map<String, String> in(Path folder) throws IOException {
        Path stuck = Files.createDirectories(folder.resolve("stuck"));
        for (String name : List.of("ffmpeg", "ffprobe")) {
            Path script = Files.writeString(stuck.resolve(name), """
                    #!/bin/sh
                    case "$*" in *libx264*) exec sleep 600 ;; esac
                    exec '%s' "$@"
                    """.formatted(real().resolve(name)));
            if (!script.toFile().setExecutable(true)) throw new IOException("cannot make a program of " + script);
        }
        return Map.of("REELSKILL_FFMPEG", stuck.toString());
    }

    private static Path real() throws IOException {
        Looked.FFMPEG.version();
        try (Stream<Path> unpacked = Files.list(Path.of("target", "cache"))) {
            return unpacked.map(Path::toAbsolutePath)
                    .filter(folder -> Files.isExecutable(folder.resolve("ffprobe")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
