package reelskill.studio.matte;

/** How much work goes into a matte. */
public enum MatteMode {
    /** The small network on every frame, its edges drawn to those of the picture. */
    FAST(0, 1, 1, 4),
    /** The portrait network on every few frames, motion carries its mattes to those between. */
    DEFAULT(130_000, 7, 12, 1),
    /** The portrait network on every frame, with a finer grid. */
    FINE(260_000, 1, 1, 3);

    private final int pixels;
    private final int distance;
    private final int restfulDistance;

    private final int patience;

    MatteMode(int pixels, int distance, int restfulDistance, int patience) {
        this.pixels = pixels;
        this.distance = distance;
        this.restfulDistance = restfulDistance;
        this.patience = patience;
    }

    /** Returns the most places that the network's grid has. */
    int pixels() {
        return pixels;
    }

    /** Returns how many frames on the next key frame is, when things move. */
    int distance() {
        return distance;
    }

    /** Returns how many frames on the next key frame is, when nothing moves. */
    int restfulDistance() {
        return restfulDistance;
    }

    /** Returns for how many key frames one look at the whole picture tells where people are. */
    int patience() {
        return patience;
    }
}
