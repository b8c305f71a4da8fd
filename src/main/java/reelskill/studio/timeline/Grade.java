package reelskill.studio.timeline;

/**
 * Light and colour of the picture. All zero changes nothing. What is brightened or given contrast keeps its white.
 *
 * @param brightness from -1, black, to 1, white
 * @param contrast from -1, flat grey, to 1, twice the contrast of the middle tones
 * @param saturation from -1, black and white, to 1, twice the colour
 * @param warmth from -1, bluish, to 1, orange
 */
public record Grade(double brightness, double contrast, double saturation, double warmth) implements Effect {
    public static final Grade NONE = new Grade(0, 0, 0, 0);

    public Grade {
        for (double share : new double[] {brightness, contrast, saturation, warmth}) {
            if (!(share >= -1 && share <= 1)) throw new IllegalArgumentException("a grade of " + share);
        }
    }

    @Override
    public Class<Grade> kind() {
        return Grade.class;
    }
}
