package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Takes captions off the picture: those that stand for the most part in the part that is meant.
 *
 * <pre>
 *   | a b c | d e |       | a b c |
 *   |      A      |   →   |      A      |
 * </pre>
 */
public record RemoveCaptions(Target part) implements EditOperation {
    /** Takes all of them off. */
    public RemoveCaptions() {
        this(Target.ALL);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<TextSegment> captions = timeline.captions();
        if (captions.isEmpty()) return scene.unchanged("There are no captions on the video.", "视频上没有字幕。");
        if (part.equals(Target.ALL))
            return scene.done(
                    timeline.withCaptions(List.of()), "Removed all %d captions", "已删除全部%d条字幕", captions.size());
        Ranges places = part.places(scene);
        List<TextSegment> left = captions.stream()
                .filter(caption -> places.inside().stream().noneMatch(range -> isIn(caption, range)))
                .toList();
        EditResult result = left.size() == captions.size()
                ? scene.unchanged("There are no captions there.", "那里没有字幕。")
                : scene.done(
                        timeline.withCaptions(left),
                        "Removed %d of %d captions",
                        "已删除%d条字幕（共%d条）",
                        captions.size() - left.size(),
                        captions.size());
        return result.but(places.notes());
    }

    private static boolean isIn(TextSegment caption, FrameRange range) {
        long middle = caption.start() + caption.duration() / 2;
        return range.in() <= middle && middle < range.out();
    }
}
