package reelskill.studio.matte;

/** Decides which frames a network looks at. Told the frames in their order; not thread-safe. */
final class Shot {
    /** A mean change of luma that only a cut makes (measured: matting.md, 6). */
    private static final double CUT = 30;
    /** A smaller one is a cut when it is this many times the usual and more than noise: speech is full of jump cuts. */
    private static final double JUMP = 5;

    private static final double NOISE = 3;
    private static final double LEAST_USUAL = 0.4;
    private static final double MEMORY = 0.8;

    /** A change since the key frame that only noise makes. */
    private static final double REST = 1.2;

    /** One where people are that motion cannot be followed through; what moves behind them does not count. */
    private static final double HASTE = 20;

    private final MatteMode mode;
    private int sinceKey;
    private double usual = LEAST_USUAL;

    Shot(MatteMode mode) {
        this.mode = mode;
    }

    /** Returns whether a frame belongs to another shot than the one before it. */
    boolean isCut(Pyramid before, Pyramid now) {
        double change = before.difference(now);
        boolean jump = change > NOISE && change > JUMP * usual;
        usual = Math.max(LEAST_USUAL, MEMORY * usual + (1 - MEMORY) * change);
        return change > CUT || jump;
    }

    void keyTaken() {
        sinceKey = 0;
    }

    /**
     * Returns whether the next frame is a key frame.
     *
     * @param people where they were in the last key frame
     */
    boolean wantsKey(Pyramid key, Region people, Pyramid now) {
        sinceKey++;
        if (sinceKey >= mode.restfulDistance()) return true;
        if (sinceKey >= mode.distance()) return key.difference(now) > REST;
        return sinceKey >= 2 && key.difference(now, people) > HASTE;
    }
}
