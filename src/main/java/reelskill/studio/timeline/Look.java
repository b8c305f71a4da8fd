package reelskill.studio.timeline;

/**
 * A look with a name, after light and colour are set.
 *
 * @param strength 1 for all of it, down to 0 for nothing
 */
public record Look(Style style, double strength) implements Effect {
    public Look {
        if (!(strength > 0 && strength <= 1)) throw new IllegalArgumentException("a look of strength " + strength);
    }

    @Override
    public Class<Look> kind() {
        return Look.class;
    }

    /** The looks that the renderer knows. */
    public enum Style {
        BLACK_AND_WHITE,
        SEPIA,
        /** Shadows towards teal, lights towards orange, a little more contrast. */
        CINEMATIC,
        /** Faded: shadows lifted, colours pale and warm. */
        VINTAGE,
        VIVID
    }
}
