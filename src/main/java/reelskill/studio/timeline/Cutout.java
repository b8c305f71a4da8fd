package reelskill.studio.timeline;

/**
 * How people are cut out of the picture, where something else stands behind them. Without one: nearly as well as can be,
 * in a fraction of the time.
 */
public record Cutout(Care care) implements Effect {
    /** What may be spent on the edges. */
    public enum Care {
        /** Half the time, coarser edges. */
        FAST,
        /** Several times as long, for hair and hands. */
        FINE
    }

    @Override
    public Class<Cutout> kind() {
        return Cutout.class;
    }
}
