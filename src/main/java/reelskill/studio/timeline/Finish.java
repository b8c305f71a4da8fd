package reelskill.studio.timeline;

/**
 * What a lens and film add to a picture as it is shown, after all colours. Both zero changes nothing.
 *
 * @param vignette from 0 to 1, almost black corners
 * @param grain from 0 to 1, coarse
 */
public record Finish(double vignette, double grain) implements Effect {
    public static final Finish NONE = new Finish(0, 0);

    public Finish {
        for (double share : new double[] {vignette, grain}) {
            if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("a finish of " + share);
        }
    }

    @Override
    public Class<Finish> kind() {
        return Finish.class;
    }
}
