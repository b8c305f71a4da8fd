package reelskill.studio.music;

/**
 * An instrument of a style, and when it plays.
 *
 * @param least the least energy at which it plays, 0 to 3
 */
record Line(Instrument instrument, double gain, double pan, double room, int least, Pattern pattern) {
    Line playedBy(Instrument other) {
        return new Line(other, gain, pan, room, least, pattern);
    }
}
