package reelskill.studio.music;

import java.util.Random;

/** A plucked string (Karplus-Strong): noise that runs round in a line as long as one wave and loses its edge. Not thread-safe. */
final class PluckedString implements Tone {
    private final double[] line;
    private final double stay;
    private final double fraction;
    private final double muted;
    private long held;
    private int place;
    private double last;
    private double allpass;
    private double damping = 1;
    private double heard = 1;
    private long age;

    /**
     * @param seconds how long it rings
     * @param softness 0 for a pick, up to 1 for the flesh of a thumb
     * @param mute seconds until it is gone after it is let go
     */
    PluckedString(Note note, double seconds, double softness, double mute, Random random) {
        double wave = Band.RATE / note.hertz() - 0.5;
        int length = Math.max(2, (int) (wave - 0.3));
        fraction = wave - length;
        line = new double[length];
        double smooth = 0;
        double soft = 0.25 + 0.7 * softness * (1.2 - note.velocity());
        for (int i = 0; i < length; i++) {
            smooth += (1 - Math.min(0.95, soft)) * (2 * random.nextDouble() - 1 - smooth);
            line[i] = smooth;
        }
        centre();
        stay = StrictMath.pow(0.001, 1 / (seconds * note.hertz()));
        muted = Envelope.rate(mute);
        held = Math.round(note.length() * Band.RATE);
    }

    private void centre() {
        double mean = 0;
        double size = 1e-9;
        for (double sample : line) mean += sample / line.length;
        for (double sample : line) size += (sample - mean) * (sample - mean) / line.length;
        for (int i = 0; i < line.length; i++) line[i] = (line[i] - mean) / StrictMath.sqrt(size) * 0.5;
    }

    @Override
    public double next() {
        double out = line[place];
        double averaged = stay * 0.5 * (out + last);
        last = out;
        // An allpass delays by the part of a sample that the line's length cannot have.
        double c = (1 - fraction) / (1 + fraction);
        double tuned = c * averaged + allpass;
        allpass = averaged - c * tuned;
        line[place] = tuned;
        place = (place + 1) % line.length;
        if (held-- <= 0) damping *= muted;
        heard = Math.max(Math.abs(out), heard * 0.9995);
        age++;
        return out * damping;
    }

    @Override
    public boolean isOver() {
        return age > line.length && heard * damping < 3e-4;
    }
}
