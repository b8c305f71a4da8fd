package reelskill.studio.analysis;

/** How loud a sound is in each hop, in dB below full scale, without its hum. */
final class Levels {
    private static final int FRAMES_PER_HOP = Sound.RATE * Span.MILLIS_PER_HOP / 1000;
    private static final int HOPS_PER_READ = 100;
    /** What digital silence is given, since it has no level. */
    private static final double NOTHING = 1e-10;

    private Levels() {}

    /** Returns the levels of the first {@code hops}, or of as many as the sound has. */
    static float[] of(Sound sound, int hops) {
        float[] levels = new float[(int) Math.min(hops, sound.frames() / FRAMES_PER_HOP)];
        float[] samples = new float[HOPS_PER_READ * FRAMES_PER_HOP * 2];
        HighPass left = new HighPass();
        HighPass right = new HighPass();
        for (int hop = 0; hop < levels.length; hop++) {
            int inRead = hop % HOPS_PER_READ;
            if (inRead == 0) sound.read((long) hop * FRAMES_PER_HOP, samples);
            levels[hop] = level(samples, inRead * FRAMES_PER_HOP * 2, left, right);
        }
        return levels;
    }

    private static float level(float[] samples, int from, HighPass left, HighPass right) {
        double power = 0;
        for (int i = from; i < from + FRAMES_PER_HOP * 2; i += 2) {
            double l = left.next(samples[i]);
            double r = right.next(samples[i + 1]);
            power += l * l + r * r;
        }
        return (float) (10 * Math.log10(power / (FRAMES_PER_HOP * 2) + NOTHING));
    }
}
