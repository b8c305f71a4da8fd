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

    /** A change since the key frame that only noise makes, and one that motion cannot be followed through. */
    private static final double REST = 1.2;

    private static final double HASTE = 11;

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

    /** Returns whether the next frame is a key frame. */
    boolean wantsKey(Pyramid key, Pyramid now) {
        sinceKey++;
        if (sinceKey >= mode.restfulDistance()) return true;
        double change = key.difference(now);
        if (sinceKey >= mode.distance()) return change > REST;
        return sinceKey >= 2 && change > HASTE;
    }
}
