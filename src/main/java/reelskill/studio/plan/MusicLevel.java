package reelskill.studio.plan;

import java.util.Optional;

/**
 * How loud music is to be.
 *
 * @param share of the file's own level; empty for a level that suits the sound of the pictures
 * @param decibels above that level
 */
public record MusicLevel(Optional<Double> share, double decibels) {
    public static final MusicLevel FITTING = new MusicLevel(Optional.empty(), 0);

    static final double STEP = 6;
    static final double SMALL_STEP = 3;
}
