package reelskill.studio.analysis;

import java.util.Arrays;

/**
 * When the packets of one stream are shown, in seconds: what a file holds, where its header is missing, absurd or cut
 * off.
 */
final class PacketTable {
    private static final double SAME_MOMENT = 0.002;

    private double[] starts = new double[1024];
    private int count;
    private double end;
    private boolean finished;
    private double beat;

    /** Adds a packet as ffprobe writes it; one without a stamp is never shown. */
    void add(String stamp, String duration) {
        if (isNumber(stamp)) add(Double.parseDouble(stamp), isNumber(duration) ? Double.parseDouble(duration) : 0);
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns when the first packet is shown; 0 if there is none. */
    double start() {
        return isEmpty() ? 0 : starts()[0];
    }

    /**
     * Returns when the last packet has played. Its own word for how long that is counts unless it is less than half the
     * beat: some files say so of packets that play as long as the others.
     */
    double end() {
        double lastShown = starts()[count - 1];
        return end - lastShown < beat() / 2 ? lastShown + beat() : end;
    }

    /** Returns packets a second where they keep their beat, so that dropped ones do not count; 0 for fewer than two. */
    double rate() {
        double[] kept = Arrays.stream(gaps()).filter(this::isOnBeat).toArray();
        double span = Arrays.stream(kept).sum();
        return span <= 0 ? 0 : kept.length / span;
    }

    /** True if one packet in twenty is off the beat that most of them keep. */
    boolean isUneven() {
        double[] gaps = gaps();
        long off = Arrays.stream(gaps).filter(gap -> !isOnBeat(gap)).count();
        return off * 20 > gaps.length;
    }

    /** A fifth of the beat is allowed, and what rounding to milliseconds does. */
    private boolean isOnBeat(double gap) {
        return Math.abs(gap - beat()) <= Math.max(0.0015, beat() / 5);
    }

    private double beat() {
        if (!finished) finish();
        return beat;
    }

    private double[] gaps() {
        double[] starts = starts();
        double[] gaps = new double[Math.max(0, count - 1)];
        for (int i = 0; i < gaps.length; i++) gaps[i] = starts[i + 1] - starts[i];
        return gaps;
    }

    private double[] starts() {
        if (!finished) finish();
        return starts;
    }

    /** Puts packets into the order in which they are shown, without those that are never shown: VP9 has such. */
    private void finish() {
        finished = true;
        Arrays.sort(starts, 0, count);
        int kept = Math.min(1, count);
        for (int i = 1; i < count; i++) {
            if (starts[i] - starts[kept - 1] >= SAME_MOMENT) starts[kept++] = starts[i];
        }
        count = kept;
        double[] gaps = gaps();
        Arrays.sort(gaps);
        beat = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    private void add(double start, double duration) {
        if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
        starts[count++] = start;
        end = count == 1 ? start + duration : Math.max(end, start + duration);
        finished = false;
    }

    private static boolean isNumber(String field) {
        return field.matches("-?\\d+(\\.\\d+)?");
    }
}
