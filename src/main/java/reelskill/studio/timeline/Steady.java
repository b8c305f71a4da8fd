package reelskill.studio.timeline;

/**
 * Takes the shake of the hand that held the camera out of the picture. What the shake would lay bare at the edges is cut
 * off: the rest is enlarged a little.
 *
 * @param most how much of each side may be cut off for it, 0.01 to 0.2
 */
public record Steady(double most) implements Effect {
    public static final Steady NORMAL = new Steady(0.08);

    public Steady {
        if (!(most >= 0.01 && most <= 0.2)) throw new IllegalArgumentException("steady by up to " + most);
    }

    @Override
    public Class<Steady> kind() {
        return Steady.class;
    }
}
