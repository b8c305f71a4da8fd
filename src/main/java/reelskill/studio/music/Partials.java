package reelskill.studio.music;

import java.util.Random;

/** Sines of a struck string or bar: each dies away at its own rate, the higher the sooner. Not thread-safe. */
final class Partials implements Tone {
    private static final double LOWEST_AUDIBLE = 2e-4;

    private final double[] re;
    private final double[] im;
    private final double[] cos;
    private final double[] sin;
    private final double[] falls;
    private final double attack;
    private final double damper;
    private long held;
    private double rise;
    private double damping = 1;
    private double loudest = 1;
    private long age;

    /**
     * @param ratios of each partial's frequency to the note's
     * @param levels of each partial
     * @param seconds until each partial is gone
     * @param damp seconds until it is gone after the key is let go
     */
    Partials(Note note, double[] ratios, double[] levels, double[] seconds, double attack, double damp, Random random) {
        int count = 0;
        while (count < ratios.length && ratios[count] * note.hertz() < 0.4 * Band.RATE) count++;
        re = new double[count];
        im = new double[count];
        cos = new double[count];
        sin = new double[count];
        falls = new double[count];
        for (int i = 0; i < count; i++) {
            double phase = 2 * StrictMath.PI * random.nextDouble();
            double step = 2 * StrictMath.PI * ratios[i] * note.hertz() / Band.RATE;
            re[i] = levels[i] * StrictMath.cos(phase);
            im[i] = levels[i] * StrictMath.sin(phase);
            falls[i] = Envelope.rate(seconds[i]);
            cos[i] = StrictMath.cos(step) * falls[i];
            sin[i] = StrictMath.sin(step) * falls[i];
        }
        this.attack = 1 / Math.max(1, attack * Band.RATE);
        this.damper = Envelope.rate(damp);
        this.held = Math.round(note.length() * Band.RATE);
    }

    @Override
    public double next() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            double r = re[i] * cos[i] - im[i] * sin[i];
            im[i] = re[i] * sin[i] + im[i] * cos[i];
            re[i] = r;
            sum += im[i];
        }
        if (held-- <= 0) damping *= damper;
        rise = Math.min(1, rise + attack);
        if ((++age & 1023) == 0) loudest = loudest();
        return sum * damping * rise;
    }

    private double loudest() {
        double most = 0;
        for (int i = 0; i < re.length; i++) most = Math.max(most, Math.abs(re[i]) + Math.abs(im[i]));
        return most;
    }

    @Override
    public boolean isOver() {
        return loudest * damping < LOWEST_AUDIBLE;
    }
}
