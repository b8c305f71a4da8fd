package reelskill.studio.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reelskill.media.Resolution;
import reelskill.studio.render.TitleBlock.Alignment;
import reelskill.studio.timeline.TextStyle;

/**
 * Draws a name and, smaller below it, what it does, on a panel with a bar.
 *
 * <pre>
 *   +-+--------------+
 *   |#| Anna Li      |
 *   |#| CEO          |
 *   +-+--------------+
 * </pre>
 *
 * What it does is what follows the first line break, dash, bar or comma.
 */
record LowerThird(TitleFonts fonts, TextStyle style, Resolution canvas) {
    private static final Pattern PARTS = Pattern.compile("\\s*(?:\\R|[|｜]|\\s[-–—]\\s|——|[,，、])\\s*");
    private static final double WIDEST = 0.72;
    private static final double HIGHEST = 0.4;
    private static final float ROLE = 0.58f;
    private static final int PANEL = 0x10141C;
    private static final int PANEL_ALPHA = 225;
    private static final int BAR = 0xFFB020;
    private static final int ROLE_ALPHA = 205;

    static LowerThird of(TextStyle style, Resolution canvas) {
        return new LowerThird(TitleFonts.of(style.face()), style, canvas);
    }

    /** Name and role as they fit. */
    private record Fitted(List<TitleBlock> blocks, float size) {
        int bar() {
            return Math.max(4, Math.round(size * 0.16f));
        }

        float left() {
            return bar() + size * 0.5f;
        }

        int width() {
            float words = Math.max(blocks.get(0).width(), blocks.get(1).width());
            return (int) Math.ceil(left() + words + size * 0.65f);
        }

        float padding() {
            return size * 0.3f;
        }

        int height() {
            return (int) Math.ceil(blocks.get(0).height() + blocks.get(1).height() + 2 * padding());
        }
    }

    /** Returns where the panel stands. */
    TextArea area(String text, float wanted) {
        Fitted fitted = fitted(text, wanted);
        TitlePainter.Corner corner = TitlePainter.corner(style, fitted.width(), fitted.height(), canvas);
        return new TextArea(corner.x(), corner.y(), fitted.width(), fitted.height());
    }

    private Fitted fitted(String text, float wanted) {
        String words = text.strip();
        Matcher parts = PARTS.matcher(words);
        boolean two = parts.find() && parts.start() > 0 && parts.end() < words.length();
        String name = two ? words.substring(0, parts.start()) : words;
        String role = two ? words.substring(parts.end()) : "";
        Fitted fitted = new Fitted(blocks(name, role, wanted), wanted);
        while (fitted.height() > canvas.height() * HIGHEST && fitted.size() > TitlePainter.SMALLEST) {
            float smaller = fitted.size() * TitlePainter.SMALLER;
            fitted = new Fitted(blocks(name, role, smaller), smaller);
        }
        return fitted;
    }

    private List<TitleBlock> blocks(String name, String role, float size) {
        float width = (float) (canvas.width() * WIDEST);
        return List.of(TitleBlock.of(name, fonts, size, width), TitleBlock.of(role, fonts, size * ROLE, width));
    }

    PaintedTitle painted(String text, float wanted) {
        Fitted fitted = fitted(text, wanted);
        List<TitleBlock> blocks = fitted.blocks();
        int bar = fitted.bar();
        int width = fitted.width();
        int height = fitted.height();
        int panel = style.plate().orElse(TextStyle.DARK) == TextStyle.DARK
                ? PANEL
                : style.plate().getAsInt();
        BufferedImage back = TitlePainter.picture(width, height);
        Graphics2D graphics = TitlePainter.smooth(back);
        graphics.setColor(TitleInk.translucent(panel, PANEL_ALPHA));
        graphics.fillRect(bar, 0, width - bar, height);
        graphics.setColor(TitleInk.accent(style, BAR));
        graphics.fillRect(0, 0, bar, height);
        graphics.dispose();
        BufferedImage front = TitlePainter.picture(width, height);
        float left = fitted.left();
        float top = fitted.padding();
        List<Shape> name = drawn(front, blocks.get(0), left, top, TitleInk.on(panel));
        Color faint = TitleInk.translucent(TitleInk.on(panel).getRGB(), ROLE_ALPHA);
        List<Shape> role = drawn(front, blocks.get(1), left, top + blocks.get(0).height(), faint);
        TitlePainter.Corner corner = TitlePainter.corner(style, width, height, canvas);
        return new PaintedTitle(
                back,
                TitleRim.around(front, style, fitted.size()),
                PaintedTitle.joined(name, role),
                corner.x(),
                corner.y());
    }

    private static List<Shape> drawn(BufferedImage picture, TitleBlock block, float x, float y, Color colour) {
        Graphics2D graphics = TitlePainter.smooth(picture);
        graphics.setColor(colour);
        block.draw(graphics, x, y, Alignment.LEFT);
        graphics.dispose();
        return block.reveals(x, y, Alignment.LEFT, 0);
    }
}
