package reelskill.studio.music;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import reelskill.studio.timeline.Score;

/**
 * Writes music by the rules of harmony and plays it. Nothing in it comes from anywhere else, so that nobody has rights in
 * it. The same score and length are the same samples on every machine.
 */
public final class Composer {
    /** Samples a second of what is played, in stereo. */
    public static final int RATE = Band.RATE;

    /** Hears a piece block by block: left before right, each sample from -1 to 1. */
    public interface Listener {
        void hear(float[] interleaved) throws IOException;
    }

    private Composer() {}

    /** Plays the piece of {@code score} that lasts exactly {@code length} and ends like music. Memory stays flat. */
    public static void play(Score score, Duration length, Listener listener) throws IOException {
        long seed = 31L * score.seed() + 1_000_003L * score.mood().name().hashCode() + 17;
        new Band(write(score, length), seed).play(listener);
    }

    static Piece write(Score score, Duration length) {
        Random random = new Random(7919L * score.seed() + score.mood().name().hashCode());
        // The first numbers of neighbouring seeds are much alike.
        for (int i = 0; i < 20; i++) random.nextInt();
        Style usual = Styles.of(score.mood());
        Style style = score.lead().map(usual::ledBy).orElse(usual);
        Scale scale = new Scale(random.nextInt(12) - 5, style.minor());
        double seconds = length.toNanos() / 1e9;
        double wanted = style.slowest() + random.nextDouble() * (style.fastest() - style.slowest());
        int bars = (int) Math.max(2, Math.round(seconds * wanted / 240));
        List<Bar> written = bars(style, scale, Form.of(bars), seconds / (4 * bars), random);
        List<Part> parts = new ArrayList<>();
        for (Line line : style.lines()) parts.add(part(line, written));
        parts.add(tune(style, scale, written, Form.of(bars), random));
        return new Piece(seconds, style.room(), style.gain(), parts);
    }

    private static List<Bar> bars(Style style, Scale scale, Form form, double beat, Random random) {
        String verse = style.verses().get(random.nextInt(style.verses().size()));
        String chorus = style.choruses().get(random.nextInt(style.choruses().size()));
        List<Chord> chords = new ArrayList<>();
        for (int bar = 0; bar < form.bars(); bar++) {
            String row = form.choruses().get(bar) ? chorus : verse;
            int degree =
                    bar == form.bars() - 1 ? 0 : bar == form.bars() - 2 ? style.cadence() : row.charAt(bar % 4) - '0';
            chords.add(scale.chord(degree, style.notes()));
        }
        List<Bar> bars = new ArrayList<>();
        List<Integer> voicing = List.of();
        for (int bar = 0; bar < form.bars(); bar++) {
            voicing = chords.get(bar).voicedAfter(voicing);
            boolean last = bar == form.bars() - 1;
            bars.add(new Bar(
                    bar,
                    bar * 4 * beat,
                    beat,
                    style.swing(),
                    chords.get(bar),
                    voicing,
                    chords.get(last ? bar : bar + 1),
                    form.energies().get(bar),
                    form.fills().get(bar),
                    last,
                    random));
        }
        return bars;
    }

    private static Part part(Line line, List<Bar> bars) {
        List<Note> notes = new ArrayList<>();
        for (Bar bar : bars)
            if (bar.energy() >= line.least()) notes.addAll(line.pattern().play(bar));
        return new Part(line.instrument(), line.gain(), line.pan(), line.room(), notes);
    }

    private static Part tune(Style style, Scale scale, List<Bar> bars, Form form, Random random) {
        Line line = style.tune();
        Melody melody = new Melody(scale, style.busy(), 72 + random.nextInt(5), random);
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar + 2 < bars.size(); bar += 2) {
            Bar first = bars.get(bar);
            if (first.energy() < line.least()) continue;
            notes.addAll(melody.over(
                    first, bars.get(bar + 1), bar / 2, form.choruses().get(bar) ? 0.8 : 0.68));
        }
        if (!notes.isEmpty()) notes.add(melody.home(bars.get(bars.size() - 1), 0.65));
        return new Part(line.instrument(), line.gain(), line.pan(), line.room(), notes);
    }
}
