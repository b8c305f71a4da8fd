package reelskill.studio.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import reelskill.media.Resolution;
import reelskill.studio.render.TitleBlock.Alignment;
import reelskill.studio.timeline.TextStyle;

/**
 * Draws titles in any script, wrapped to the title-safe area, with a soft shadow that keeps them readable on any
 * picture. Safe for use by many threads.
 */
final class TitlePainter {
    /** The share of the canvas in each direction that every screen shows. */
    static final double TITLE_SAFE = 0.9;

    /** Players of upright videos lay their buttons over the lowest fifth and the highest tenth. */
    private static final double CAPTION_FOOT_UPRIGHT = 0.78;

    private static final double CAPTION_HEAD_UPRIGHT = 0.13;

    /** Of a line's height, around the words. */
    private static final float MARGIN = 0.35f;

    static final float SMALLER = 0.9f;
    /** Words stay readable down to here; what does not fit then goes beyond the title-safe area. */
    static final float SMALLEST = 10;

    private static final Map<RenderingHints.Key, Object> SMOOTH = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);

    /** Returns {@code text} as it stands on {@code canvas} once it is all there. */
    TitlePicture paint(String text, TextStyle style, Resolution canvas) {
        return layers(text, style, canvas).whole();
    }

    /** Returns the same in layers. Letters are smaller than asked where they would not fit. */
    PaintedTitle layers(String text, TextStyle style, Resolution canvas) {
        return switch (style.position()) {
            case LOWER_THIRD -> LowerThird.of(style, canvas).painted(text, size(style, canvas));
            case CARD -> TitleCard.of(style, canvas).painted(text, size(style, canvas));
            default -> {
                Fitted fitted = fitted(text, style, canvas);
                yield painted(fitted.block, fitted.margin(), style, canvas);
            }
        };
    }

    /** Returns where the letters of {@link #paint} stand; draws nothing. */
    TextArea area(String text, TextStyle style, Resolution canvas) {
        return switch (style.position()) {
            case LOWER_THIRD -> LowerThird.of(style, canvas).area(text, size(style, canvas));
            case CARD -> TitleCard.of(style, canvas).area(text, size(style, canvas));
            default -> {
                Fitted fitted = fitted(text, style, canvas);
                int margin = fitted.margin();
                int width = (int) Math.ceil(fitted.block.width());
                int height = (int) Math.ceil(fitted.block.height());
                Corner corner = corner(style, width + 2 * margin, height + 2 * margin, canvas);
                yield new TextArea(corner.x() + margin, corner.y() + margin, width, height);
            }
        };
    }

    private record Fitted(TitleBlock block, float size) {
        int margin() {
            return Math.round(size * MARGIN);
        }
    }

    /** A share of the height would be huge on an upright canvas, so the shorter side counts there. */
    private static float size(TextStyle style, Resolution canvas) {
        return (float) (style.size() * Math.min(canvas.width(), canvas.height()));
    }

    private static Fitted fitted(String text, TextStyle style, Resolution canvas) {
        TitleFonts fonts = TitleFonts.of(style.face());
        float size = size(style, canvas);
        TitleBlock block = block(text, fonts, size, canvas);
        while (block.height() > canvas.height() * TITLE_SAFE && size > SMALLEST) {
            size *= SMALLER;
            block = block(text, fonts, size, canvas);
        }
        return new Fitted(block, size);
    }

    private static TitleBlock block(String text, TitleFonts fonts, float size, Resolution canvas) {
        return TitleBlock.of(text, fonts, size, (float) (canvas.width() * TITLE_SAFE - size * 0.7));
    }

    /** The margin around the words holds their shadow, or the edge of their box. */
    private static PaintedTitle painted(TitleBlock block, int margin, TextStyle style, Resolution canvas) {
        int width = (int) Math.ceil(block.width()) + 2 * margin;
        int height = (int) Math.ceil(block.height()) + 2 * margin;
        BufferedImage words = picture(width, height);
        Graphics2D graphics = smooth(words);
        graphics.setColor(new Color(TitleInk.on(style)));
        block.draw(graphics, margin, margin, alignment(style.position()));
        graphics.dispose();
        words = TitleRim.around(words, style, margin / MARGIN);
        BufferedImage box = picture(width, height);
        if (style.box()) fill(box, TitleInk.box(style.plate().getAsInt()), margin);
        Corner corner = corner(style, width, height, canvas);
        return new PaintedTitle(
                box,
                style.box() ? words : shadowed(words, margin),
                block.reveals(margin, margin, alignment(style.position()), margin),
                corner.x(),
                corner.y());
    }

    private static void fill(BufferedImage box, Color colour, int round) {
        Graphics2D graphics = smooth(box);
        graphics.setColor(colour);
        graphics.fillRoundRect(0, 0, box.getWidth(), box.getHeight(), round, round);
        graphics.dispose();
    }

    private static BufferedImage shadowed(BufferedImage words, int margin) {
        BufferedImage picture = picture(words.getWidth(), words.getHeight());
        Graphics2D graphics = smooth(picture);
        graphics.drawImage(TitleShadow.of(words, Math.max(1, margin / 4)), 0, margin / 8, null);
        graphics.drawImage(words, 0, 0, null);
        graphics.dispose();
        return picture;
    }

    static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    static Graphics2D smooth(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHints(SMOOTH);
        return graphics;
    }

    static Alignment alignment(TextStyle.Position position) {
        return switch (position) {
            case TOP, CENTER, BOTTOM, CARD, CAPTION, CAPTION_TOP -> Alignment.CENTER;
            case LOWER_THIRD, TOP_LEFT, BOTTOM_LEFT -> Alignment.LEFT;
            case TOP_RIGHT, BOTTOM_RIGHT -> Alignment.RIGHT;
        };
    }

    record Corner(int x, int y) {}

    static Corner corner(TextStyle style, int width, int height, Resolution canvas) {
        TextStyle.Position position = style.position();
        double edge = (1 - TITLE_SAFE) / 2;
        double across =
                switch (alignment(position)) {
                    case LEFT -> canvas.width() * edge;
                    case CENTER -> (canvas.width() - width) / 2.0;
                    case RIGHT -> canvas.width() * (1 - edge) - width;
                };
        boolean upright = canvas.height() > canvas.width();
        double down =
                switch (position) {
                    case TOP, TOP_LEFT, TOP_RIGHT -> canvas.height() * edge;
                    case CENTER, CARD -> (canvas.height() - height) / 2.0;
                    case BOTTOM, BOTTOM_LEFT, BOTTOM_RIGHT -> canvas.height() * (1 - edge) - height;
                    case CAPTION -> canvas.height() * (upright ? CAPTION_FOOT_UPRIGHT : 1 - edge) - height;
                    case CAPTION_TOP -> canvas.height() * (upright ? CAPTION_HEAD_UPRIGHT : edge);
                    case LOWER_THIRD ->
                        upright
                                ? canvas.height() * CAPTION_FOOT_UPRIGHT - height
                                : Math.min(
                                        canvas.height() * 5 / 6.0 - height / 2.0,
                                        canvas.height() * (1 - edge) - height);
                };
        double risen = style.rise() == 0
                ? down
                : Math.max(
                        canvas.height() * edge,
                        Math.min(canvas.height() * (1 - edge) - height, down - style.rise() * canvas.height()));
        return new Corner((int) Math.round(across), (int) Math.round(Math.max(0, risen)));
    }
}
