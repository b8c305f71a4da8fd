package reelskill.studio.analysis;

import static reelskill.studio.ffmpeg.Filter.named;

import reelskill.studio.timeline.Denoise;

/** ffmpeg's filters that take steady noise out of sound; what is left is heard at the same moments, to the sample. */
final class NoiseFilter {
    /** Measured at 48 kHz: so many samples the filter is late, however it is set. */
    private static final int LATE = 1200;
    /**
     * Bands of noise differ in level: told no more than the mean of all, the filter leaves what lies in the louder ones.
     * Measured with white, pink and brown noise under speech.
     */
    private static final double ABOVE_THE_MEAN = 11;

    private NoiseFilter() {}

    /** Returns them as one chain, to follow others that end in {@link Sound#RATE} samples a second. */
    static String of(Denoise denoise) {
        double floor = Math.min(Denoise.LOUDEST, denoise.floor() + ABOVE_THE_MEAN);
        return String.join(
                ",",
                named("apad").with("pad_len", LATE).toString(),
                named("afftdn")
                        .with("noise_floor", floor)
                        .with("noise_reduction", denoise.reduction())
                        .toString(),
                named("atrim").with("start_sample", LATE).toString(),
                named("asetpts").with("expr", "PTS-STARTPTS").toString());
    }
}
