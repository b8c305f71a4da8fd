package reelskill.studio.analysis;

/** How loud a sound is in each hop, in dB below full scale, without its hum. */
final class Levels {
    private static final int FRAMES_PER_HOP = Sound.RATE * Span.MILLIS_PER_HOP / 1000;
    private static final int SAMPLES_PER_HOP = 2 * FRAMES_PER_HOP;
    private static final int HOPS_PER_READ = 100;
    /** Mains hum, rumble and offset are lower. */
    private static final double HUM_HERTZ = 100;
    /** What digital silence is given, since it has no level. */
    private static final double NOTHING = 1e-10;

    private Levels() {}

    /** Returns the levels of the first {@code hops}, or of as many as the sound has. */
    static float[] of(Sound sound, int hops) {
        float[] levels = new float[(int) Math.min(hops, sound.frames() / FRAMES_PER_HOP)];
        float[] samples = new float[HOPS_PER_READ * SAMPLES_PER_HOP];
        double[] filtered = new double[samples.length];
        Biquad withoutHum = Biquad.highPass(HUM_HERTZ);
        for (int first = 0; first < levels.length; first += HOPS_PER_READ) {
            sound.read((long) first * FRAMES_PER_HOP, samples);
            for (int i = 0; i < samples.length; i++) filtered[i] = samples[i];
            withoutHum.filter(filtered);
            int count = Math.min(HOPS_PER_READ, levels.length - first);
            for (int hop = 0; hop < count; hop++) levels[first + hop] = level(filtered, hop * SAMPLES_PER_HOP);
        }
        return levels;
    }

    private static float level(double[] samples, int from) {
        double power = 0;
        for (int i = from; i < from + SAMPLES_PER_HOP; i += 2) {
            power += samples[i] * samples[i] + samples[i + 1] * samples[i + 1];
        }
        return (float) (10 * Math.log10(power / SAMPLES_PER_HOP + NOTHING));
    }
}
