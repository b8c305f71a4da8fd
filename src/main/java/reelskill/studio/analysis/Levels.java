package reelskill.studio.analysis;

/** How loud a sound is in each hop, in dB below full scale, without its hum. */
final class Levels {
    private static final int FRAMES_PER_HOP = Sound.RATE * Span.MILLIS_PER_HOP / 1000;
    private static final int SAMPLES_PER_HOP = 2 * FRAMES_PER_HOP;
    private static final int HOPS_PER_READ = 100;
    /** What digital silence is given, since it has no level. */
    private static final double NOTHING = 1e-10;

    private Levels() {}

    /** Returns the levels of the first {@code hops}, or of as many as the sound has. */
    static float[] of(Sound sound, int hops) {
        float[] levels = new float[(int) Math.min(hops, sound.frames() / FRAMES_PER_HOP)];
        float[] samples = new float[HOPS_PER_READ * SAMPLES_PER_HOP];
        HighPass filter = new HighPass();
        for (int first = 0; first < levels.length; first += HOPS_PER_READ) {
            sound.read((long) first * FRAMES_PER_HOP, samples);
            int count = Math.min(HOPS_PER_READ, levels.length - first);
            for (int hop = 0; hop < count; hop++) {
                int from = hop * SAMPLES_PER_HOP;
                levels[first + hop] = level(filter.power(samples, from, from + SAMPLES_PER_HOP));
            }
        }
        return levels;
    }

    private static float level(double power) {
        return (float) (10 * Math.log10(power / SAMPLES_PER_HOP + NOTHING));
    }
}
