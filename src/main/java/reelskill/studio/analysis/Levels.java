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
        double[][] ears = new double[2][HOPS_PER_READ * FRAMES_PER_HOP];
        HighPass[] filters = {new HighPass(), new HighPass()};
        for (int first = 0; first < levels.length; first += HOPS_PER_READ) {
            sound.read((long) first * FRAMES_PER_HOP, samples);
            for (int ear = 0; ear < 2; ear++) {
                for (int i = 0; i < ears[ear].length; i++) ears[ear][i] = samples[2 * i + ear];
                filters[ear].filter(ears[ear]);
            }
            int count = Math.min(HOPS_PER_READ, levels.length - first);
            for (int hop = 0; hop < count; hop++) levels[first + hop] = level(ears, hop * FRAMES_PER_HOP);
        }
        return levels;
    }

    private static float level(double[][] ears, int from) {
        double[] left = ears[0];
        double[] right = ears[1];
        double power = 0;
        for (int i = from; i < from + FRAMES_PER_HOP; i++) power += left[i] * left[i] + right[i] * right[i];
        return (float) (10 * Math.log10(power / (FRAMES_PER_HOP * 2) + NOTHING));
    }
}
