package reelskill.studio.timeline;

import java.util.OptionalInt;

/**
 * How words look, and how they come and go.
 *
 * @param size the height of a capital's line as a share of the picture's shorter side, 0.02 to 0.3
 * @param rgb the colour, 0xRRGGBB
 * @param plate the colour of the translucent box behind the words; empty for none
 */
public record TextStyle(Position position, double size, int rgb, OptionalInt plate, Face face, Motion motion) {
    /** The common title: large, white, in the middle. */
    public static final TextStyle TITLE = new TextStyle(Position.CENTER, 0.09, 0xFFFFFF, false);
    /** What a box is where no colour is told. */
    public static final int DARK = 0x000000;

    public TextStyle {
        if (!(size >= 0.02 && size <= 0.3)) {
            throw new IllegalArgumentException("text size must be 0.02 to 0.3 of the picture's height: " + size);
        }
    }

    /** The common letters, fading in and out, with a dark box or none. */
    public TextStyle(Position position, double size, int rgb, boolean box) {
        this(position, size, rgb, box ? OptionalInt.of(DARK) : OptionalInt.empty(), Face.SANS, Motion.FADE);
    }

    /** Returns whether a box stands behind the words. */
    public boolean box() {
        return plate.isPresent();
    }

    public TextStyle at(Position newPosition) {
        return new TextStyle(newPosition, size, rgb, plate, face, motion);
    }

    public TextStyle sized(double newSize) {
        return new TextStyle(position, newSize, rgb, plate, face, motion);
    }

    public TextStyle coloured(int newRgb) {
        return new TextStyle(position, size, newRgb, plate, face, motion);
    }

    public TextStyle on(OptionalInt newPlate) {
        return new TextStyle(position, size, rgb, newPlate, face, motion);
    }

    public TextStyle in(Face newFace) {
        return new TextStyle(position, size, rgb, plate, newFace, motion);
    }

    public TextStyle moving(Motion newMotion) {
        return new TextStyle(position, size, rgb, plate, face, newMotion);
    }

    /** Where the words stand, inside the title-safe area. */
    public enum Position {
        TOP,
        CENTER,
        BOTTOM,
        /** A name and, smaller below it, what it does, on a bar at the left. */
        LOWER_THIRD,
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT,
        /** Over the whole picture, which is darkened: the first line large, the last as a button where there are more. */
        CARD,
        /** Where captions of speech stand: low in the middle; higher on an upright picture, whose players cover its foot. */
        CAPTION,
        /** Where captions stand that would cover something below. */
        CAPTION_TOP;

        public boolean isForCaptions() {
            return this == CAPTION || this == CAPTION_TOP;
        }
    }

    /** What the letters look like. */
    public enum Face {
        /** Bold, without serifs. */
        SANS,
        /** The same, slanted. */
        ITALIC,
        /** With serifs, in a font of the machine; {@link #SANS} where it has none. */
        SERIF
    }

    /** How the words come; all but the last two go as they came. */
    public enum Motion {
        FADE,
        /** From beyond the nearest edge of the picture. */
        SLIDE,
        /** Letter by letter; they fade when they go. */
        TYPE,
        /** At once. */
        CUT
    }
}
