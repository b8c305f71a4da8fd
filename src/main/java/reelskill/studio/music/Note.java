package reelskill.studio.music;

/**
 * One note of a part.
 *
 * @param start in seconds
 * @param length until the key is let go, in seconds
 * @param pitch as MIDI counts, 60 the middle C; a drum's number for drums
 * @param velocity how hard, 0 to 1
 */
record Note(double start, double length, int pitch, double velocity) {
    double hertz() {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }
}
