package reelskill.studio.ffmpeg;

import java.util.function.Consumer;

/** Turns the lines of {@code -progress} into shares of the expected duration that never fall and never pass 1. */
final class ProgressMeter implements Consumer<String> {
    private static final String KEY = "out_time_us=";

    private final FfmpegJob job;
    private double reached;

    ProgressMeter(FfmpegJob job) {
        this.job = job;
    }

    @Override
    public void accept(String line) {
        if (!line.startsWith(KEY) || job.expected().isZero()) return;
        try {
            report(Long.parseLong(line.substring(KEY.length()).strip())
                    * 1000.0
                    / job.expected().toNanos());
        } catch (NumberFormatException e) {
            // "N/A" until the first frame is out.
        }
    }

    void done() {
        report(1);
    }

    private void report(double share) {
        if (share <= reached) return;
        reached = Math.min(1, share);
        job.progress().accept(reached);
    }
}
