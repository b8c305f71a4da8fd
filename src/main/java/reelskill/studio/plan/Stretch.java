package reelskill.studio.plan;

import reelskill.media.TimeRange;

/**
 * A part of a file that a cut leaves whole or takes away whole: it begins and ends where nobody speaks.
 *
 * @param time in the media's own time
 * @param speech the share of it in which somebody speaks
 * @param loudness against the file's own usual level: 0 is 12 dB below it and less, 0.5 the same, 1 is 12 dB above it
 * @param change how much the picture changes: 0 stands still, 0.5 is somebody who gestures, towards 1 everything moves
 */
public record Stretch(TimeRange time, double speech, double loudness, double change) {
    /** Returns 0 to 1: half for what is said, a quarter each for what is loud and for what moves. */
    double interest() {
        return 0.5 * speech + 0.25 * loudness + 0.25 * change;
    }

    boolean isSpoken() {
        return speech > 0;
    }
}
