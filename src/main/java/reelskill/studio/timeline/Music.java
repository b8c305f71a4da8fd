package reelskill.studio.timeline;

import java.time.Duration;
import java.util.Optional;

/**
 * Says that a segment is background music: it plays on when the pictures are cut, is laid anew when their length changes,
 * and goes down while somebody speaks.
 *
 * @param length how much of the media there is to play, in whole milliseconds; after that it begins again
 * @param ducking by how many dB it goes down under speech, 0 to 40; 0 for not at all
 * @param score what it was composed from; empty for a file that somebody brought
 */
public record Music(Duration length, double ducking, Optional<Score> score) implements Effect {
    /** As far as music goes down where nothing else is asked for: speech stays clear and the music is still heard. */
    public static final double DUCKING = 12;

    private static final double MOST_DUCKING = 40;

    public Music {
        boolean whole = length.toNanos() % 1_000_000 == 0;
        if (length.isNegative() || length.isZero() || !whole || !(ducking >= 0 && ducking <= MOST_DUCKING)) {
            throw new IllegalArgumentException("music of " + length + " that goes down by " + ducking + " dB");
        }
    }

    public Music withDucking(double decibels) {
        return new Music(length, decibels, score);
    }

    @Override
    public boolean isSeen() {
        return false;
    }

    @Override
    public Class<Music> kind() {
        return Music.class;
    }
}
