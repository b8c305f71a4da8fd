package reelskill.studio.matte;

/**
 * How the light of a background and that of the people before it come together.
 *
 * @param wrap how much of the background's light lies on the edges of people, 0 to 1
 * @param match how far the background takes over the light of the room that it replaces: 0 not at all, 1 a little
 */
public record Light(double wrap, double match) {
    public static final Light NORMAL = new Light(0, 1);

    public Light {
        if (wrap < 0 || wrap > 1 || match < 0) throw new IllegalArgumentException(wrap + ", " + match);
    }
}
