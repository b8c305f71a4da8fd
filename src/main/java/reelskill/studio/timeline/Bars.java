package reelskill.studio.timeline;

/**
 * Black bars over the finished picture, which leave a window of another shape: above and below it where that is wider,
 * beside it where it is narrower.
 *
 * @param ratio the window's width to its height, 0.2 to 5
 */
public record Bars(double ratio) implements Effect {
    /** The shape of films in CinemaScope. */
    public static final Bars CINEMA = new Bars(2.39);

    public Bars {
        if (!(ratio >= 0.2 && ratio <= 5)) throw new IllegalArgumentException("bars to " + ratio);
    }

    @Override
    public Class<Bars> kind() {
        return Bars.class;
    }
}
