package reelskill.studio.render;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextHitInfo;
import java.awt.font.TextLayout;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;

/** A title's lines, broken to a width and as even as they can be. */
record TitleBlock(List<TextLayout> lines) {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final float LINE_SPACING = 1.05f;

    /** How much of the free space stands before a line: 0 puts it at the left, 1 at the right. */
    enum Alignment {
        LEFT(0),
        CENTER(0.5f),
        RIGHT(1);

        private final float share;

        Alignment(float share) {
            this.share = share;
        }
    }

    /** Returns {@code text} in letters {@code size} pixels high, in lines at most {@code width} pixels wide. */
    static TitleBlock of(String text, TitleFonts fonts, float size, float width) {
        List<TextLayout> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .forEach(paragraph -> lines.addAll(evenLines(TitleText.of(paragraph, fonts, size), width)));
        return new TitleBlock(lines);
    }

    /** Returns as many lines as {@code width} needs, broken at the smallest width that needs no more. */
    private static List<TextLayout> evenLines(AttributedCharacterIterator paragraph, float width) {
        int count = lines(paragraph, width).size();
        float tooNarrow = width / (count + 1);
        float fits = width;
        while (count > 1 && fits - tooNarrow > 2) {
            float middle = (tooNarrow + fits) / 2;
            if (lines(paragraph, middle).size() > count) tooNarrow = middle;
            else fits = middle;
        }
        return lines(paragraph, fits);
    }

    private static List<TextLayout> lines(AttributedCharacterIterator paragraph, float width) {
        LineBreakMeasurer measurer = new LineBreakMeasurer(paragraph, SMOOTH);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < paragraph.getEndIndex()) {
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    float width() {
        return (float)
                lines.stream().mapToDouble(TextLayout::getVisibleAdvance).max().orElse(0);
    }

    float height() {
        return (float) lines.stream().mapToDouble(TitleBlock::height).sum();
    }

    /** Draws the lines in the graphics' colour, with the block's corner at {@code x}, {@code y}. */
    void draw(Graphics2D graphics, float x, float y, Alignment alignment) {
        float top = y;
        for (TextLayout line : lines) {
            float before = (width() - line.getVisibleAdvance()) * alignment.share;
            line.draw(graphics, x + before, top + line.getAscent());
            top += height(line);
        }
    }

    /**
     * Returns what is seen of the block, drawn at {@code x}, {@code y}, after each letter.
     *
     * @param rim how far letters and their shadow reach beyond their lines
     */
    List<Shape> reveals(float x, float y, Alignment alignment, float rim) {
        List<Shape> reveals = new ArrayList<>();
        Area before = new Area();
        float top = y;
        for (TextLayout line : lines) {
            float left = x + (width() - line.getVisibleAdvance()) * alignment.share;
            float above = top == y ? rim : 0;
            for (int letter = 1; letter <= line.getCharacterCount(); letter++) {
                float caret = line.getCaretInfo(TextHitInfo.beforeOffset(letter))[0];
                boolean forwards = line.isLeftToRight();
                float from = forwards ? left - rim : left + caret;
                float to = forwards ? left + caret : left + line.getAdvance() + rim;
                if (letter == line.getCharacterCount()) {
                    from = left - rim;
                    to = left + line.getAdvance() + rim;
                }
                Area seen = new Area(before);
                seen.add(new Area(new Rectangle2D.Float(from, top - above, to - from, height(line) + above + rim)));
                reveals.add(seen);
            }
            if (!reveals.isEmpty()) before = new Area(reveals.get(reveals.size() - 1));
            top += height(line);
        }
        return reveals;
    }

    private static float height(TextLayout line) {
        return (line.getAscent() + line.getDescent() + line.getLeading()) * LINE_SPACING;
    }
}
