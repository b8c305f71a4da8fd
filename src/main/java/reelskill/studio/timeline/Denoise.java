package reelskill.studio.timeline;

/**
 * Takes steady noise out of what is heard: a fan, hiss, hum.
 *
 * @param floor how loud the noise was measured to be where nothing else is heard, in dB below full scale, -80 to -20
 * @param reduction by how many dB it goes down, at most; 1 to 60
 */
public record Denoise(double floor, double reduction) implements Effect {
    public static final double QUIETEST = -80;
    public static final double LOUDEST = -20;

    public Denoise {
        boolean possible = floor >= QUIETEST && floor <= LOUDEST && reduction >= 1 && reduction <= 60;
        if (!possible) throw new IllegalArgumentException("noise of " + floor + " dB down by " + reduction);
    }

    @Override
    public boolean isSeen() {
        return false;
    }

    @Override
    public Class<Denoise> kind() {
        return Denoise.class;
    }
}
