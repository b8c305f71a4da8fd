package reelskill.studio.analysis;

import reelskill.studio.speech.MonoSound;

/** A {@link Sound} at a third of its rate and with one channel. Safe for use by many threads. */
final class SpeechSound implements MonoSound {
    private static final int STEP = Sound.RATE / MonoSound.RATE;
    private static final int TAPS = 16 * STEP + 1;
    /** Passes what 16 kHz can hold, but for the last tenth. */
    private static final float[] LOW_PASS = lowPass();

    private final Sound sound;

    SpeechSound(Sound sound) {
        this.sound = sound;
    }

    @Override
    public long length() {
        return sound.frames() / STEP;
    }

    @Override
    public void read(long first, float[] samples) {
        float[] mono = mono(first * STEP - TAPS / 2, samples.length * STEP + TAPS);
        for (int i = 0; i < samples.length; i++) {
            float sum = 0;
            for (int tap = 0; tap < TAPS; tap++) sum += LOW_PASS[tap] * mono[i * STEP + tap];
            samples[i] = sum;
        }
    }

    private float[] mono(long first, int frames) {
        float[] both = new float[frames * 2];
        sound.read(first, both);
        float[] mono = new float[frames];
        for (int i = 0; i < frames; i++) mono[i] = (both[2 * i] + both[2 * i + 1]) / 2;
        return mono;
    }

    /** Returns a Hann-windowed sinc with a sum of one. */
    private static float[] lowPass() {
        double corner = 0.9 / (2 * STEP);
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            double x = i - (TAPS - 1) / 2.0;
            double sinc = x == 0 ? 2 * corner : Math.sin(2 * Math.PI * corner * x) / (Math.PI * x);
            taps[i] = sinc * (0.5 + 0.5 * Math.cos(2 * Math.PI * x / TAPS));
            sum += taps[i];
        }
        float[] lowPass = new float[TAPS];
        for (int i = 0; i < TAPS; i++) lowPass[i] = (float) (taps[i] / sum);
        return lowPass;
    }
}
