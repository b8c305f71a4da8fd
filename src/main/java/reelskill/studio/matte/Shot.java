package reelskill.studio.matte;

/** Decides which frames a network looks at. Told the frames in their order; not thread-safe. */
final class Shot {
    /** A mean change of luma that only a cut makes (measured: matting.md, 6). */
    private static final double CUT = 30;
    /** A change since the key frame that only noise makes, and one that motion cannot be followed through. */
    private static final double REST = 1.2;

    private static final double HASTE = 14;

    private final MatteMode mode;
    private int sinceKey;

    Shot(MatteMode mode) {
        this.mode = mode;
    }

    static boolean isCut(Pyramid before, Pyramid now) {
        return before.difference(now) > CUT;
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
