package reelskill.studio.render;

/** How much the picture may lose, against how long it takes and how large the file becomes. */
public enum Quality {
    /** For pictures that are encoded once more. */
    MASTER(8, "ultrafast"),
    /** To look at once: a third of the time of {@link #STANDARD}. */
    DRAFT(28, "ultrafast"),
    STANDARD(20, "veryfast"),
    /** Twice the time of {@link #STANDARD}. */
    HIGH(18, "medium");

    private final int crf;
    private final String preset;

    Quality(int crf, String preset) {
        this.crf = crf;
        this.preset = preset;
    }

    int crf() {
        return crf;
    }

    String preset() {
        return preset;
    }
}
