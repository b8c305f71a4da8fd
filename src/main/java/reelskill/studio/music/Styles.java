package reelskill.studio.music;

import static reelskill.studio.music.Pattern.bass;
import static reelskill.studio.music.Pattern.broken;
import static reelskill.studio.music.Pattern.chords;
import static reelskill.studio.music.Pattern.drum;
import static reelskill.studio.music.Pattern.filling;
import static reelskill.studio.music.Pattern.held;
import static reelskill.studio.music.Pattern.strummed;

import java.util.List;
import reelskill.studio.timeline.Score.Mood;

/** The style of each mood. */
final class Styles {
    private static final Pattern REST = bar -> List.of();

    private Styles() {}

    static Style of(Mood mood) {
        return switch (mood) {
            case CALM -> calm();
            case UPBEAT -> upbeat();
            case HAPPY -> happy();
            case CORPORATE -> corporate();
            case CINEMATIC -> cinematic();
            case LOFI -> lofi();
            case TENSE -> tense();
            case SAD -> sad();
        };
    }

    private static Line line(Instrument instrument, double gain, double pan, double room, int least, Pattern pattern) {
        return new Line(instrument, gain, pan, room, least, pattern);
    }

    private static Line drums(double gain, double pan, double room, int least, int drum, String sixteenths) {
        return line(Instrument.DRUMS, gain, pan, room, least, drum(drum, sixteenths));
    }

    private static Style calm() {
        return new Style(
                64,
                74,
                false,
                4,
                0,
                3.2,
                1.2,
                List.of("0304", "0534", "3014", "0233"),
                List.of("5304", "3425", "3054"),
                3,
                line(Instrument.BELL, 0.26, 0.25, 0.6, 2, REST),
                0,
                List.of(
                        line(Instrument.PAD, 0.20, -0.5, 0.5, 0, held(0.6)),
                        line(Instrument.PAD, 0.20, 0.5, 0.5, 0, held(0.6)),
                        line(Instrument.PIANO, 0.34, -0.1, 0.35, 0, broken(0.42, 0.5, 1.6, 0, 2, 3, 1, 4, 2, 3, 1)),
                        line(Instrument.UPRIGHT, 0.42, 0, 0.1, 1, bass(0.6, 3.6, "R......."))));
    }

    private static Style sad() {
        return new Style(
                58,
                68,
                true,
                3,
                0,
                3.4,
                1.05,
                List.of("0526", "0354", "0653"),
                List.of("5602", "3054"),
                4,
                line(Instrument.CELLO, 0.34, 0.15, 0.5, 2, REST),
                0,
                List.of(
                        line(Instrument.PIANO, 0.44, -0.15, 0.4, 0, broken(0.45, 0.5, 1.8, 0, 1, 2, 3, 2, 1, 2, 1)),
                        line(Instrument.STRINGS, 0.15, -0.5, 0.5, 1, held(0.5)),
                        line(Instrument.STRINGS, 0.15, 0.5, 0.5, 1, held(0.5)),
                        line(Instrument.CELLO, 0.26, 0, 0.3, 1, bass(0.5, 3.7, "R......."))));
    }

    private static Style corporate() {
        return new Style(
                102,
                114,
                false,
                3,
                0,
                1.8,
                1.2,
                List.of("0453", "5304", "0354"),
                List.of("3045", "3450", "0433"),
                4,
                line(Instrument.BELL, 0.20, 0.2, 0.45, 2, REST),
                1,
                List.of(
                        line(
                                Instrument.MUTED_GUITAR,
                                0.26,
                                -0.45,
                                0.3,
                                0,
                                broken(0.55, 0.5, 0.4, 0, 2, 1, 2, 3, 2, 1, 2)),
                        line(Instrument.PIANO, 0.30, 0.2, 0.3, 1, chords(0.5, 1.9, 0, 2)),
                        line(Instrument.PAD, 0.13, -0.6, 0.5, 0, held(0.5)),
                        line(Instrument.PAD, 0.13, 0.6, 0.5, 0, held(0.5)),
                        line(Instrument.BASS, 0.34, 0, 0.05, 1, bass(0.6, 0.45, "RRRRRRRA")),
                        drums(0.42, 0, 0.05, 2, Instrument.SOFT_KICK, "8...6...8...6.4."),
                        drums(0.26, 0.05, 0.3, 3, Instrument.CLAP, "....7.......7..."),
                        drums(0.20, 0.35, 0.15, 1, Instrument.SHAKER, "4.6.4.6.4.6.4.64")));
    }

    private static Style upbeat() {
        Pattern fill = drum(Instrument.SNARE, "....7.......7578");
        return new Style(
                116,
                126,
                false,
                3,
                0,
                1.3,
                0.9,
                List.of("0453", "0304", "5304"),
                List.of("3405", "0344", "3045"),
                4,
                line(Instrument.LEAD, 0.24, 0.1, 0.3, 3, REST),
                2,
                List.of(
                        line(Instrument.GUITAR, 0.24, -0.5, 0.2, 0, strummed(0.6, "D.DU.UDU")),
                        line(Instrument.ELECTRIC_PIANO, 0.30, 0.45, 0.2, 1, chords(0.55, 0.4, 0.5, 1.5, 2.5, 3.5)),
                        line(Instrument.MARIMBA, 0.24, 0.3, 0.25, 2, broken(0.5, 0.5, 0.4, 3, 2, 4, 2, 5, 2, 4, 2)),
                        line(Instrument.BASS, 0.40, 0, 0.04, 1, bass(0.65, 0.4, "R.RO.RRA")),
                        drums(0.52, 0, 0.03, 1, Instrument.KICK, "9...8...9...8..."),
                        line(
                                Instrument.DRUMS,
                                0.28,
                                0.05,
                                0.15,
                                2,
                                filling(drum(Instrument.CLAP, "....8.......8..."), fill)),
                        drums(0.24, 0.3, 0.05, 2, Instrument.OPEN_HAT, "..6...6...6...6."),
                        drums(0.20, 0.3, 0.05, 1, Instrument.HAT, "6.3.6.3.6.3.6.33")));
    }

    private static Style happy() {
        return new Style(
                106,
                118,
                false,
                3,
                0.25,
                1.2,
                0.95,
                List.of("0304", "0534", "0340"),
                List.of("3040", "3405", "5304"),
                4,
                line(Instrument.MARIMBA, 0.42, 0.2, 0.3, 1, REST),
                1,
                List.of(
                        line(Instrument.UKULELE, 0.30, -0.35, 0.2, 0, strummed(0.6, "D.DU.UDU")),
                        line(Instrument.BELL, 0.12, 0.45, 0.35, 2, broken(0.4, 1, 0.6, 3, 4, 5, 4)),
                        line(Instrument.UPRIGHT, 0.50, 0, 0.05, 1, bass(0.65, 0.8, "R...F...")),
                        drums(0.40, 0, 0.03, 1, Instrument.SOFT_KICK, "8.......8......."),
                        drums(0.34, 0.15, 0.25, 1, Instrument.SNAP, "....7.......7..."),
                        drums(0.18, -0.2, 0.1, 2, Instrument.SHAKER, "5.3.5.3.5.3.5.33")));
    }

    private static Style cinematic() {
        return new Style(
                84,
                94,
                true,
                3,
                0,
                3.0,
                1.05,
                List.of("0526", "0356", "0254"),
                List.of("5600", "0534", "5260"),
                4,
                line(Instrument.STRINGS, 0.26, 0.1, 0.5, 3, REST),
                0,
                List.of(
                        line(Instrument.STRINGS, 0.17, -0.55, 0.5, 0, held(0.6)),
                        line(Instrument.STRINGS, 0.17, 0.55, 0.5, 0, held(0.6)),
                        line(Instrument.SPICCATO, 0.30, -0.3, 0.35, 1, broken(0.55, 0.5, 0.4, 0, 0, 1, 0, 2, 0, 1, 0)),
                        line(Instrument.CELLO, 0.22, 0.1, 0.3, 1, bass(0.65, 3.7, "R.......")),
                        line(Instrument.PIANO, 0.30, 0.2, 0.5, 0, broken(0.45, 1, 2, 2, 3, 4, 3)),
                        drums(0.46, -0.15, 0.4, 2, Instrument.TAIKO, "9.....5.7...5.6."),
                        drums(0.30, 0, 0.4, 3, Instrument.BOOM, "9..............."),
                        line(
                                Instrument.DRUMS,
                                0.34,
                                0.25,
                                0.4,
                                2,
                                filling(REST, drum(Instrument.TAIKO, "........4.5.6789")))));
    }

    private static Style lofi() {
        return new Style(
                74,
                84,
                false,
                4,
                0.75,
                1.6,
                1.0,
                List.of("1405", "0514", "3210"),
                List.of("3251", "3425", "1400"),
                4,
                line(Instrument.BELL, 0.15, 0.3, 0.4, 2, REST),
                1,
                List.of(
                        line(Instrument.ELECTRIC_PIANO, 0.42, -0.2, 0.3, 0, chords(0.5, 1.7, 0, 1.5, 3)),
                        line(Instrument.PAD, 0.09, 0.4, 0.4, 1, held(0.5)),
                        line(Instrument.UPRIGHT, 0.55, 0, 0.05, 1, bass(0.62, 1.3, "R..R.F.A")),
                        drums(0.55, 0, 0.05, 1, Instrument.SOFT_KICK, "9......6..8....."),
                        drums(0.34, 0.05, 0.2, 1, Instrument.BRUSH, "....7.......7..2"),
                        drums(0.24, 0.25, 0.08, 1, Instrument.HAT, "5.4.5.4.5.4.5.43")));
    }

    private static Style tense() {
        return new Style(
                96,
                108,
                true,
                3,
                0,
                2.6,
                1.25,
                List.of("0054", "0034", "0504"),
                List.of("5504", "3504"),
                4,
                line(Instrument.PIANO, 0.34, 0.2, 0.6, 2, REST),
                0,
                List.of(
                        line(Instrument.BASS, 0.27, 0, 0.1, 0, bass(0.6, 0.35, "RRRRRRRR")),
                        line(Instrument.STRINGS, 0.13, -0.6, 0.5, 0, held(0.45)),
                        line(Instrument.STRINGS, 0.13, 0.6, 0.5, 1, held(0.45)),
                        line(Instrument.SPICCATO, 0.22, 0.3, 0.3, 2, broken(0.5, 0.25, 0.2, 0, 1, 2, 1)),
                        drums(0.30, 0.35, 0.3, 1, Instrument.TICK, "7.4.5.4.7.4.5.44"),
                        drums(0.36, -0.1, 0.4, 2, Instrument.TAIKO, "8..5....7.....4."),
                        drums(0.28, 0, 0.4, 1, Instrument.BOOM, "7...............")));
    }
}
