package reelskill.studio.plan;

import java.util.List;
import java.util.stream.LongStream;
import reelskill.studio.timeline.MediaSegment;

/**
 * What a report says about how people were told from what is behind them.
 *
 * @param people the segments that have them
 * @param screenSaid whether the person spoke of a screen
 * @param careSaid whether the person says how people are to be cut out
 */
record CutNotes(Scene scene, List<MediaSegment> people, boolean screenSaid, boolean careSaid) {
    private static final int MOST_MOMENTS = 5;

    EditResult addTo(EditResult result) {
        boolean all = people.stream().allMatch(this::isKeyed);
        boolean any = people.stream().anyMatch(this::isKeyed);
        EditResult told = any ? result.then(EditResult.done(result.after(), keyed())) : result;
        if (screenSaid && !all)
            told = told.but(scene.say(
                    "I see no green or blue screen in %s; people are cut out by their shape.",
                    "%s里没有绿幕或蓝幕，已按人物轮廓抠像。", names()));
        return unsure(told);
    }

    private boolean isKeyed(MediaSegment piece) {
        return scene.footage().screen(piece.mediaId()).isPresent();
    }

    private String keyed() {
        return scene.say(
                "There is a green or blue screen behind, so people are cut out by its colour", "检测到绿幕或蓝幕，已按颜色抠像");
    }

    private String names() {
        return scene.language()
                .list(people.stream()
                        .filter(piece -> !isKeyed(piece))
                        .map(MediaSegment::name)
                        .distinct()
                        .toList());
    }

    /** Told only when it is so: the edge of most people is clear. */
    private EditResult unsure(EditResult result) {
        List<MediaSegment> shapes =
                people.stream().filter(piece -> !isKeyed(piece)).toList();
        List<String> moments = shapes.stream()
                .flatMapToLong(this::unsureFrames)
                .sorted()
                .limit(MOST_MOMENTS)
                .mapToObj(frame -> Figures.moment(scene, frame))
                .toList();
        EditResult chosen = careSaid ? result : new CareChoice(scene, shapes, !moments.isEmpty()).addTo(result);
        return moments.isEmpty()
                ? chosen
                : chosen.but(scene.say(
                        "The edge of the person is hard to tell around %s: solid or high-contrast clothing and more light help.",
                        "在%s附近人物边缘难以分辨：穿纯色或与背景对比明显的衣服、光线充足会更好。", String.join(scene.say(", ", "、"), moments)));
    }

    /** Returns the frames of the timeline that show such moments of the piece's media. */
    private LongStream unsureFrames(MediaSegment piece) {
        return scene.footage().unsureMoments(piece.mediaId()).stream()
                .mapToLong(scene::frames)
                .filter(frame -> frame >= piece.in() && frame < piece.out())
                .map(frame -> piece.start() + frame - piece.in());
    }
}
