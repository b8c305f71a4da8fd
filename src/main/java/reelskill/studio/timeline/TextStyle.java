package reelskill.studio.timeline;

import java.util.OptionalInt;

/**
 * How words look, and how they come and go.
 *
 * @param size the height of a capital's line as a share of the picture's shorter side, 0.02 to 0.3
 * @param rgb the colour, 0xRRGGBB
 * @param plate the colour of the translucent box behind the words; empty for none
 * @param rim the colour of an outline around the letters; empty for none
 * @param rise how far above its position it stands, as a share of the picture's height, -0.9 to 0.9; below where negative. It
 *     stays inside the title-safe area all the same
 */
public record TextStyle(
        Position position,
        double size,
        int rgb,
        OptionalInt plate,
        Face face,
        Motion motion,
        OptionalInt rim,
        double rise) {
    /** The common title: large, white, in the middle. */
    public static final TextStyle TITLE = new TextStyle(Position.CENTER, 0.09, 0xFFFFFF, false);
    /** What a box is where no colour is told. */
    public static final int DARK = 0x000000;

    private static final double FARTHEST = 0.9;

    public TextStyle {
        if (!(size >= 0.02 && size <= 0.3)) {
            throw new IllegalArgumentException("text size must be 0.02 to 0.3 of the picture's height: " + size);
        }
        if (!(Math.abs(rise) <= FARTHEST)) throw new IllegalArgumentException("a text that rises by " + rise);
    }

    /** The common letters, fading in and out, with a dark box or none. */
    public TextStyle(Position position, double size, int rgb, boolean box) {
        this(
                position,
                size,
                rgb,
                box ? OptionalInt.of(DARK) : OptionalInt.empty(),
                Face.SANS,
                Motion.FADE,
                OptionalInt.empty(),
                0);
    }

    /** Returns whether a box stands behind the words. */
    public boolean box() {
        return plate.isPresent();
    }

    /** Returns the same at {@code newPosition}, and at its own height there. */
    public TextStyle at(Position newPosition) {
        return newPosition == position ? this : new TextStyle(newPosition, size, rgb, plate, face, motion, rim, 0);
    }

    /** Returns the same letters larger or smaller; refused beyond the range of {@code size}. */
    public TextStyle sized(double newSize) {
        return new TextStyle(position, newSize, rgb, plate, face, motion, rim, rise);
    }

    public TextStyle coloured(int newRgb) {
        return new TextStyle(position, size, newRgb, plate, face, motion, rim, rise);
    }

    public TextStyle on(OptionalInt newPlate) {
        return new TextStyle(position, size, rgb, newPlate, face, motion, rim, rise);
    }

    public TextStyle in(Face newFace) {
        return new TextStyle(position, size, rgb, plate, newFace, motion, rim, rise);
    }

    public TextStyle moving(Motion newMotion) {
        return new TextStyle(position, size, rgb, plate, face, newMotion, rim, rise);
    }

    public TextStyle outlined(OptionalInt newRim) {
        return new TextStyle(position, size, rgb, plate, face, motion, newRim, rise);
    }

    /** Returns the same as far above its position, to a thousandth, and no farther than it can be. */
    public TextStyle rising(double newRise) {
        double whole = Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(newRise * 1000) / 1000.0));
        return new TextStyle(position, size, rgb, plate, face, motion, rim, whole);
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
