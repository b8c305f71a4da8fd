package reelskill.studio.music;

import java.util.Random;

/** A struck skin, plate or hand: a sine that falls in pitch, and noise through a band pass. Not thread-safe. */
final class Drum implements Tone {
    /**
     * How a drum sounds.
     *
     * @param high the pitch in hertz at the stroke, {@code low} the one it falls to, over {@code bend} seconds
     * @param ring seconds until the skin is silent, {@code rattle} until the noise is
     * @param noise how loud the noise is against the skin
     * @param centre the noise's middle in hertz, {@code width} how wide it is: 1 is wide
     * @param attack seconds
     */
    record Kind(
            double high,
            double low,
            double bend,
            double ring,
            double skin,
            double noise,
            double rattle,
            double centre,
            double width,
            double attack) {}

    static final Kind KICK = new Kind(140, 46, 0.09, 0.34, 1, 0.10, 0.02, 1800, 1, 0.001);
    static final Kind SOFT_KICK = new Kind(95, 48, 0.08, 0.30, 0.9, 0.03, 0.02, 900, 1, 0.003);
    static final Kind SNARE = new Kind(240, 180, 0.04, 0.14, 0.5, 0.55, 0.17, 2400, 1.3, 0.001);
    static final Kind BRUSH = new Kind(210, 180, 0.04, 0.08, 0.15, 0.45, 0.16, 2900, 0.9, 0.008);
    static final Kind CLAP = new Kind(200, 200, 0.1, 0.01, 0, 0.8, 0.16, 1500, 0.5, 0.004);
    static final Kind SNAP = new Kind(200, 200, 0.1, 0.01, 0, 0.7, 0.05, 2600, 0.25, 0.001);
    static final Kind HAT = new Kind(200, 200, 0.1, 0.01, 0, 0.45, 0.05, 9500, 0.7, 0.001);
    static final Kind OPEN_HAT = new Kind(200, 200, 0.1, 0.01, 0, 0.35, 0.24, 9000, 0.7, 0.002);
    static final Kind SHAKER = new Kind(200, 200, 0.1, 0.01, 0, 0.30, 0.07, 6800, 0.6, 0.018);
    static final Kind TAIKO = new Kind(110, 62, 0.12, 0.9, 1, 0.22, 0.05, 420, 1, 0.002);
    static final Kind BOOM = new Kind(70, 36, 0.2, 2.6, 1, 0.12, 0.5, 180, 1, 0.003);
    static final Kind TICK = new Kind(200, 200, 0.1, 0.01, 0, 0.4, 0.018, 5200, 0.2, 0.0005);

    private final Kind kind;
    private final Random random;
    private final double bend;
    private final double ring;
    private final double rattle;
    private final double attack;
    private final double velocity;
    private double phase;
    private double pitch;
    private double skin;
    private double noise;
    private double rise;
    private double low;
    private double band;

    Drum(Kind kind, double velocity, Random random) {
        this.kind = kind;
        this.random = random;
        this.velocity = velocity;
        bend = Envelope.rate(kind.bend() * 2);
        ring = Envelope.rate(kind.ring());
        rattle = Envelope.rate(kind.rattle() * 1.6);
        attack = 1 / Math.max(1, kind.attack() * Band.RATE);
        pitch = 1;
        skin = kind.skin();
        noise = kind.noise();
    }

    @Override
    public double next() {
        rise = Math.min(1, rise + attack);
        pitch *= bend;
        skin *= ring;
        noise *= rattle;
        phase += (kind.low() + (kind.high() - kind.low()) * pitch * velocity) / Band.RATE;
        if (phase >= 1) phase -= 1;
        return rise * velocity * (skin * sine(phase) + noise * hiss());
    }

    /** A sine out of two parabolas, with its third harmonic taken back. */
    private static double sine(double phase) {
        double x = 2 * phase - 1;
        double parabola = -4 * x * (1 - Math.abs(x));
        return parabola * (0.775 + 0.225 * Math.abs(parabola));
    }

    private double hiss() {
        double f = Math.min(1.4, 2 * 3.14159 * kind.centre() / Band.RATE);
        double sample = 2 * random.nextDouble() - 1;
        low += f * band;
        band += f * (sample - low - kind.width() * band);
        return band;
    }

    @Override
    public boolean isOver() {
        return skin < 2e-4 && noise < 2e-4;
    }
}
