package reelskill.studio.plan;

import reelskill.studio.timeline.Placement.Inset;

/** What a report calls the place and the kind of an inset. */
final class InsetWords {
    private static final String[][] ENGLISH = {
        {"top left", "at the top", "top right"},
        {"left", "in the middle", "right"},
        {"bottom left", "at the bottom", "bottom right"}
    };
    private static final String[][] CHINESE = {{"左上角", "顶部", "右上角"}, {"左侧", "中央", "右侧"}, {"左下角", "底部", "右下角"}};

    private InsetWords() {}

    static String place(Scene scene, Inset inset) {
        int column = third(inset.x());
        int row = third(inset.y());
        return scene.language().pick(ENGLISH[row][column], CHINESE[row][column]);
    }

    private static int third(double share) {
        return (int) Math.min(2, Math.floor(share * 3));
    }

    static String kind(Scene scene, InsetRef.Kind kind) {
        return kind == InsetRef.Kind.CAMERA ? scene.say("Picture in picture", "画中画") : scene.say("Logo", "标志");
    }
}
