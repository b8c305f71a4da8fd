package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** Lines of any script in the fonts that titles have: those of the machine are never asked. Safe for use by many threads. */
public final class SmallPrint {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private SmallPrint() {}

    /** Draws {@code line} in the graphics' colour, its baseline beginning at {@code x}, {@code y}; cut to {@code width}. */
    public static void draw(Graphics2D graphics, String line, float size, float x, float y, float width) {
        if (!line.isBlank()) layout(fitting(line, size, width), size).draw(graphics, x, y);
    }

    /** Returns how wide {@code line} is when it is drawn, in pixels. */
    public static float width(String line, float size) {
        return line.isBlank() ? 0 : layout(line, size).getAdvance();
    }

    private static String fitting(String line, float size, float width) {
        String shown = line;
        while (shown.length() > 2 && width(shown, size) > width) shown = shown.substring(0, shown.length() - 2) + "…";
        return shown;
    }

    private static TextLayout layout(String line, float size) {
        return new TextLayout(TitleText.of(line, TitleFonts.load(), size), SMOOTH);
    }
}
