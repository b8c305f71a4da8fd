package reelskill.studio.render;

import reelskill.media.Resolution;
import reelskill.studio.timeline.TextSegment;

/** Where a text's letters stand on a canvas, in pixels; its shadow and the edge of its box reach a little further. */
public record TextArea(int left, int top, int width, int height) {
    private static final TitlePainter PAINTER = new TitlePainter();

    /** Returns the area of {@code text}; draws nothing. Safe for use by many threads. */
    public static TextArea of(TextSegment text, Resolution canvas) {
        return PAINTER.area(text.text(), text.style(), canvas);
    }

    /** Returns the first row below. */
    public int bottom() {
        return top + height;
    }

    /** Returns the first column beside it. */
    public int right() {
        return left + width;
    }

    /** Returns whether some of the two stands at the same place. */
    public boolean covers(TextArea other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }
}
