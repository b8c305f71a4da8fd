package reelskill.studio.music;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.Score.Lead;

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
        List<Line> lines) {
    /** What can give way to another instrument: what sings or moves. Basses, drums and what is held below stay. */
    private static final Set<Instrument> MOVING = EnumSet.of(
            Instrument.PIANO,
            Instrument.ELECTRIC_PIANO,
            Instrument.BELL,
            Instrument.MARIMBA,
            Instrument.GUITAR,
            Instrument.UKULELE,
            Instrument.MUTED_GUITAR,
            Instrument.SPICCATO,
            Instrument.LEAD);

    /** Returns the style with {@code lead} playing the tune and what moves below it. */
    Style ledBy(Lead lead) {
        Instrument sings = sings(lead);
        Instrument moves = lead == Lead.STRINGS ? Instrument.SPICCATO : sings;
        return new Style(
                slowest,
                fastest,
                minor,
                notes,
                swing,
                room,
                gain,
                verses,
                choruses,
                cadence,
                tune.playedBy(sings),
                busy,
                lines.stream()
                        .map(line -> MOVING.contains(line.instrument()) ? line.playedBy(moves) : line)
                        .toList());
    }

    private static Instrument sings(Lead lead) {
        return switch (lead) {
            case PIANO -> Instrument.PIANO;
            case GUITAR -> Instrument.GUITAR;
            case UKULELE -> Instrument.UKULELE;
            case STRINGS -> Instrument.STRINGS;
            case MARIMBA -> Instrument.MARIMBA;
            case BELLS -> Instrument.BELL;
        };
    }
}
