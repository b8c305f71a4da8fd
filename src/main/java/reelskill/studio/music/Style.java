package reelskill.studio.music;

import java.util.List;

/**
 * What music of a mood is made of.
 *
 * @param slowest beats a minute, to {@code fastest}
 * @param notes how many notes its chords have: 3, or 4 with the seventh
 * @param verses rows of four degrees, 0 the tonic, one digit a bar; {@code choruses} too
 * @param cadence the degree that leads home in the last bar but one
 * @param tune who plays the melody; its gain, room and least energy are as those of a {@link Line}
 * @param busy how many notes the melody has, 0 to 2
 */
record Style(
        int slowest,
        int fastest,
        boolean minor,
        int notes,
        double swing,
        double room,
        double gain,
        List<String> verses,
        List<String> choruses,
        int cadence,
        Line tune,
        int busy,
        List<Line> lines) {}
