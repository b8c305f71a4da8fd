package reelskill.studio.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reelskill.media.Resolution;
import reelskill.studio.check.Finding.Kind;
import reelskill.studio.render.TextArea;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Whether the texts of a timeline can be read: none covers another, none stands where it is covered. Looks at no picture
 * and costs milliseconds. Pure.
 */
public final class TextCheck {
    private static final double MARGIN = 0.035;
    /** Players of upright videos lay their buttons over the lowest fifth and the highest tenth. */
    private static final double UPRIGHT_FOOT = 0.8;

    private static final double UPRIGHT_HEAD = 0.1;
    private static final int MOST_TOLD = 5;

    private final Timeline timeline;
    private final List<Placed> texts;
    private final List<Finding> found = new ArrayList<>();

    private TextCheck(Timeline timeline) {
        this.timeline = timeline;
        this.texts = Stream.concat(timeline.texts().stream(), timeline.captions().stream())
                .map(text -> new Placed(text, TextArea.of(text, timeline.canvas())))
                .toList();
    }

    private record Placed(TextSegment text, TextArea area) {}

    /** Returns what {@code after} has and {@code before} had not, each thing once. */
    public static List<Finding> between(Timeline before, Timeline after) {
        if (texts(before).equals(texts(after)) && before.canvas().equals(after.canvas())) return List.of();
        List<String> known = of(before).stream().map(Finding::english).toList();
        return of(after).stream()
                .filter(finding -> !known.contains(finding.english()))
                .limit(MOST_TOLD)
                .toList();
    }

    private static List<TextSegment> texts(Timeline timeline) {
        return Stream.concat(timeline.texts().stream(), timeline.captions().stream())
                .toList();
    }

    static List<Finding> of(Timeline timeline) {
        TextCheck check = new TextCheck(timeline);
        check.safeArea();
        check.overlaps();
        return List.copyOf(check.found);
    }

    private void safeArea() {
        Resolution canvas = timeline.canvas();
        boolean upright = canvas.height() > canvas.width();
        for (Placed placed : texts) {
            boolean caption = placed.text.isCaption();
            boolean told = caption && found.stream().anyMatch(finding -> finding.kind() == Kind.TEXT_OUTSIDE_SAFE_AREA);
            if (isCut(placed.area, canvas) && !told) cut(placed);
            else if (upright && !caption) covered(placed, canvas);
        }
    }

    private static boolean isCut(TextArea area, Resolution canvas) {
        double across = canvas.width() * MARGIN;
        double down = canvas.height() * MARGIN;
        return area.left() < across
                || area.top() < down
                || area.right() > canvas.width() - across
                || area.bottom() > canvas.height() - down;
    }

    private void cut(Placed placed) {
        add(
                Kind.TEXT_OUTSIDE_SAFE_AREA,
                placed.text.start(),
                placed.text.end(),
                "\"%s\" (%s) reaches over the edge that every screen shows; make it smaller or shorter.",
                "“%s”（%s）超出了安全区域；请缩小或缩短文字。",
                words(placed.text),
                range(placed.text.start(), placed.text.end()));
    }

    private void covered(Placed placed, Resolution canvas) {
        boolean low = placed.area.bottom() > canvas.height() * UPRIGHT_FOOT;
        boolean high = placed.area.top() < canvas.height() * UPRIGHT_HEAD;
        if (!low && !high) return;
        add(
                Kind.TEXT_OUTSIDE_SAFE_AREA,
                placed.text.start(),
                placed.text.end(),
                low
                        ? "\"%s\" (%s) stands so low that players of upright videos cover it with their buttons; move it to the"
                                + " middle."
                        : "\"%s\" (%s) stands so high that players of upright videos cover it with their buttons; move it to"
                                + " the middle.",
                low ? "“%s”（%s）位置太低，会被竖屏播放器的按钮遮住；可移到中间。" : "“%s”（%s）位置太高，会被竖屏播放器的按钮遮住；可移到中间。",
                words(placed.text),
                range(placed.text.start(), placed.text.end()));
    }

    private void overlaps() {
        for (int i = 0; i < texts.size(); i++) {
            boolean told = false;
            for (int j = i + 1; j < texts.size() && !told; j++) told = overlap(texts.get(i), texts.get(j));
        }
    }

    private boolean overlap(Placed one, Placed other) {
        long from = Math.max(one.text.start(), other.text.start());
        long to = Math.min(one.text.end(), other.text.end());
        if (from >= to || !one.area.covers(other.area)) return false;
        add(
                Kind.TEXTS_OVERLAP,
                from,
                to,
                "\"%s\" and \"%s\" stand over each other (%s); move one of them, for example to the top.",
                "“%s”与“%s”重叠（%s）；可以把其中一个移到顶部。",
                words(one.text),
                words(other.text),
                range(from, to));
        return true;
    }

    private void add(Kind kind, long from, long to, String english, String chinese, Object... arguments) {
        found.add(Finding.of(kind, millis(from), millis(to), english, chinese, arguments));
    }

    private String range(long from, long to) {
        return Finding.clock(millis(from)) + "-" + Finding.clock(millis(to));
    }

    private long millis(long frame) {
        return Math.round(timeline.rate().seconds(frame) * 1000);
    }

    private static String words(TextSegment text) {
        String line = text.text().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
