package reelskill.studio.render;

import java.awt.Color;
import reelskill.studio.timeline.TextStyle;

/** Colours that can be read on what is behind them. */
final class TitleInk {
    private static final int WHITE = 0xFFFFFF;
    private static final int DARK = 0x14171F;
    private static final double LIGHT = 0.6;
    /** A dark box lets the picture through, a coloured one has to be seen as its colour. */
    private static final int DARK_BOX = 150;

    private static final int COLOURED_BOX = 230;

    private TitleInk() {}

    /** Returns the colour of the words: white ones turn dark on a light box. */
    static int on(TextStyle style) {
        boolean lost = style.rgb() == WHITE && isLight(style.plate().orElse(TextStyle.DARK));
        return lost ? DARK : style.rgb();
    }

    /** Returns the same of words on a panel of another colour where the style names none. */
    static Color on(int panel) {
        return new Color(isLight(panel) ? DARK : WHITE);
    }

    static Color box(int rgb) {
        return translucent(rgb, rgb == TextStyle.DARK ? DARK_BOX : COLOURED_BOX);
    }

    static Color translucent(int rgb, int alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }

    /** Returns the colour of what stands out: the words' own, where it is not white. */
    static Color accent(TextStyle style, int otherwise) {
        return new Color(style.rgb() == WHITE ? otherwise : style.rgb());
    }

    private static boolean isLight(int rgb) {
        return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255 > LIGHT;
    }
}
