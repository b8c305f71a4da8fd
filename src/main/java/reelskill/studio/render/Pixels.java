package reelskill.studio.render;

/** Whether pictures can be seen through. */
enum Pixels {
    OPAQUE("yuv420p"),
    /** With alpha, not premultiplied. */
    CLEAR("yuva420p");

    private final String format;

    Pixels(String format) {
        this.format = format;
    }

    /** Returns what ffmpeg calls it. */
    String format() {
        return format;
    }
}
