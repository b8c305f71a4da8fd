package reelskill.media;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known about a media file after looking into it.
 *
 * @param duration how long it plays; zero for a still picture, a text and a table
 */
public record MediaFacts(Kind kind, Duration duration, Optional<Video> video, Optional<Audio> audio) {
    /** What a person would call the file. A video may or may not have sound. */
    public enum Kind {
        VIDEO,
        AUDIO,
        IMAGE,
        /** Subtitles, or the words that are said: nothing that plays. */
        TEXT,
        /** What colours become, by a user's own table. */
        TABLE
    }

    /**
     * The picture of a file.
     *
     * @param size the size it is seen at: rotated, with square pixels
     * @param rate the constant rate that fits best where the source's varies
     * @param rotation degrees clockwise that a player turns the stored picture: 0, 90, 180 or 270
     */
    public record Video(
            String codec,
            Resolution size,
            FrameRate rate,
            boolean variableRate,
            int rotation,
            String pixelFormat,
            boolean hdr) {}

    /** The sound of a file. */
    public record Audio(String codec, int sampleRate, int channels) {}
}
