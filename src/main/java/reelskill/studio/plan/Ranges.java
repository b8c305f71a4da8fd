package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.timeline.FrameRange;

/**
 * Spans looked up on a timeline.
 *
 * @param inside what of them lies on it
 * @param notes one sentence for each span that does not lie on it in full
 */
record Ranges(List<FrameRange> inside, List<String> notes) {
    /** Looks up {@code spans} in the {@code total} frames that begin at {@code from}. */
    static Ranges of(Scene scene, List<Span> spans, long from, long total) {
        List<FrameRange> inside = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Span span : spans) {
            long in = span.in().frame(scene.timeline(), total);
            long out = span.out().frame(scene.timeline(), total);
            long begin = Math.max(0, in);
            long end = Math.min(total, out);
            String length = Figures.length(scene, total);
            if (end <= begin) {
                notes.add(scene.say(
                        "%s lies outside: there are only %s.", "%s不在范围内：总长只有%s。", told(scene, in, out), length));
                continue;
            }
            if (in < 0 || out > total) {
                notes.add(scene.say(
                        "Only %s of what you named exists: there are only %s.",
                        "您说的范围只有%s存在：总长只有%s。", Figures.range(scene, begin, end), length));
            }
            inside.add(new FrameRange(from + begin, from + end));
        }
        return new Ranges(inside, notes);
    }

    String told(Scene scene) {
        return String.join(
                scene.say(", ", "、"),
                inside.stream()
                        .map(range -> Figures.range(scene, range.in(), range.out()))
                        .toList());
    }

    private static String told(Scene scene, long in, long out) {
        if (out <= in) return Figures.moment(scene, Math.max(0, in));
        return Figures.range(scene, Math.max(0, in), Math.max(0, out));
    }
}
