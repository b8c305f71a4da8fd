package reelskill.studio.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.ffmpeg.Ffmpeg;

/**
 * What a file that we made really holds, counted packet by packet.
 *
 * @param soundSeconds how long the sound plays; 0 without sound
 */
record MadeFile(long frames, double pictureSeconds, double soundSeconds) {
    static MadeFile read(Path file, Ffmpeg ffmpeg) {
        MadeFile made = new MadeFile(0, 0, 0);
        List<String> lines = new ArrayList<>();
        ffmpeg.probeLines(
                List.of(
                        "-count_packets",
                        "-show_entries",
                        "stream=codec_type,duration,nb_read_packets:stream_tags=DURATION",
                        "-of",
                        "csv=p=0",
                        "file:" + file.toAbsolutePath()),
                lines::add);
        for (String line : lines) made = made.with(line.split(",", -1));
        return made;
    }

    private MadeFile with(String[] stream) {
        if (stream.length < 3) return this;
        // Matroska and WebM write a stream's length as a tag, and nowhere else.
        double seconds = stream[1].equals("N/A") ? tagged(stream[stream.length - 1]) : Double.parseDouble(stream[1]);
        return stream[0].equals("video")
                ? new MadeFile(Long.parseLong(stream[2]), seconds, soundSeconds)
                : new MadeFile(frames, pictureSeconds, seconds);
    }

    /** Returns the seconds of {@code 00:01:02.500000000}; 0 for anything else. */
    private static double tagged(String clock) {
        String[] parts = clock.split(":", -1);
        return parts.length == 3
                ? Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + Double.parseDouble(parts[2])
                : 0;
    }

    boolean hasSound() {
        return soundSeconds > 0;
    }
}
