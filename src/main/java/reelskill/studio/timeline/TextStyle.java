package reelskill.studio.timeline;

/**
 * How words look.
 *
 * @param size the height of a capital's line as a share of the picture's height, 0.02 to 0.3
 * @param rgb the colour, 0xRRGGBB
 * @param box whether a dark translucent box stands behind the words
 */
public record TextStyle(Position position, double size, int rgb, boolean box) {
    /** The common title: large, white, in the middle. */
    public static final TextStyle TITLE = new TextStyle(Position.CENTER, 0.09, 0xFFFFFF, false);

    public TextStyle {
        if (!(size >= 0.02 && size <= 0.3)) {
            throw new IllegalArgumentException("text size must be 0.02 to 0.3 of the picture's height: " + size);
        }
    }

    /** Where the words stand, inside the title-safe area. */
    public enum Position {
        TOP,
        CENTER,
        BOTTOM,
        LOWER_THIRD,
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT,
        /** Where captions of speech stand: low in the middle; higher on an upright picture, whose players cover its foot. */
        CAPTION,
        /** Where captions stand that would cover something below. */
        CAPTION_TOP;

        public boolean isForCaptions() {
            return this == CAPTION || this == CAPTION_TOP;
        }
    }
}
