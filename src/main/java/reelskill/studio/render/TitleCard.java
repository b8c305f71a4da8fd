package reelskill.studio.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import reelskill.media.Resolution;
import reelskill.studio.render.TitleBlock.Alignment;
import reelskill.studio.timeline.TextStyle;

/**
 * Draws words over the whole darkened picture: the first line large, what follows smaller, the last as a button.
 *
 * <pre>
 *   +----------------------+
 *   | Thanks for watching  |
 *   |     see you soon     |
 *   |      (Subscribe)     |
 *   +----------------------+
 * </pre>
 */
record TitleCard(TitleFonts fonts, TextStyle style, Resolution canvas) {
    private static final double WIDEST = 0.8;
    private static final double HIGHEST = 0.8;
    private static final float SMALLER = 0.5f;
    private static final int SCRIM = 0x0A0C11;
    private static final int SCRIM_ALPHA = 214;
    private static final int FAINT = 215;
    private static final int BUTTON = 0xE5322D;

    static TitleCard of(TextStyle style, Resolution canvas) {
        return new TitleCard(TitleFonts.of(style.face()), style, canvas);
    }

    /** Lines as they fit, the first in letters of {@code size}. */
    private record Fitted(List<TitleBlock> blocks, float size) {}

    /** Returns where the words stand. */
    TextArea area(String text, float wanted) {
        Fitted fitted = fitted(text, wanted);
        float width = (float)
                fitted.blocks.stream().mapToDouble(TitleBlock::width).max().orElse(0);
        float height = height(fitted.blocks, fitted.size);
        return new TextArea(
                Math.round((canvas.width() - width) / 2),
                Math.round((canvas.height() - height) / 2),
                (int) Math.ceil(width),
                (int) Math.ceil(height));
    }

    private Fitted fitted(String text, float wanted) {
        List<String> paragraphs =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        float size = wanted;
        while (height(blocks(paragraphs, size), size) > canvas.height() * HIGHEST && size > TitlePainter.SMALLEST)
            size *= TitlePainter.SMALLER;
        return new Fitted(blocks(paragraphs, size), size);
    }

    PaintedTitle painted(String text, float wanted) {
        Fitted fitted = fitted(text, wanted);
        int rgb = style.plate().orElse(TextStyle.DARK) == TextStyle.DARK
                ? SCRIM
                : style.plate().getAsInt();
        BufferedImage back = TitlePainter.picture(canvas.width(), canvas.height());
        Graphics2D scrim = back.createGraphics();
        scrim.setColor(TitleInk.translucent(rgb, SCRIM_ALPHA));
        scrim.fillRect(0, 0, canvas.width(), canvas.height());
        scrim.dispose();
        BufferedImage front = TitlePainter.picture(canvas.width(), canvas.height());
        draw(front, fitted.blocks, fitted.size, TitleInk.on(rgb));
        // As large as the canvas: too large to be typed.
        return new PaintedTitle(back, front, List.of(), 0, 0);
    }

    private List<TitleBlock> blocks(List<String> paragraphs, float size) {
        float width = (float) (canvas.width() * WIDEST);
        List<TitleBlock> blocks = new ArrayList<>();
        for (String paragraph : paragraphs)
            blocks.add(TitleBlock.of(paragraph, fonts, blocks.isEmpty() ? size : size * SMALLER, width));
        return blocks;
    }

    private static float height(List<TitleBlock> blocks, float size) {
        float words = (float) blocks.stream().mapToDouble(TitleBlock::height).sum();
        return words + gap(size) * (blocks.size() - 1) + (blocks.size() > 1 ? 2 * padding(size) : 0);
    }

    private static float gap(float size) {
        return size * 0.35f;
    }

    private static float padding(float size) {
        return size * 0.2f;
    }

    private void draw(BufferedImage picture, List<TitleBlock> blocks, float size, Color ink) {
        Graphics2D graphics = TitlePainter.smooth(picture);
        float top = (canvas.height() - height(blocks, size)) / 2;
        for (int i = 0; i < blocks.size(); i++) {
            TitleBlock block = blocks.get(i);
            float left = (canvas.width() - block.width()) / 2;
            boolean button = i > 0 && i == blocks.size() - 1;
            if (button) top += button(graphics, block, left, top, size);
            graphics.setColor(button ? Color.WHITE : i == 0 ? ink : TitleInk.translucent(ink.getRGB(), FAINT));
            block.draw(graphics, left, top, Alignment.CENTER);
            top += block.height() + gap(size);
        }
        graphics.dispose();
    }

    /** Returns how far below its top edge the words of the button begin. */
    private float button(Graphics2D graphics, TitleBlock block, float left, float top, float size) {
        float beside = size * 0.5f;
        int high = Math.round(block.height() + 2 * padding(size));
        graphics.setColor(TitleInk.accent(style, BUTTON));
        graphics.fillRoundRect(
                Math.round(left - beside), Math.round(top), Math.round(block.width() + 2 * beside), high, high, high);
        return padding(size);
    }
}
