package reelskill.studio.plan;

import reelskill.studio.timeline.TextStyle.Face;

/** What a report says about letters that cannot be drawn as they were asked for. */
final class Letterforms {
    private Letterforms() {}

    /** Returns {@code result} with a sentence for each thing about {@code text} that cannot be drawn. */
    static EditResult noted(Scene scene, EditResult result, String text, Face face) {
        String missing = scene.supplies().undrawable(text);
        EditResult noted = missing.isEmpty()
                ? result
                : result.but(
                        scene.say("No font here has %s: a box stands for each of them.", "没有字体包含%s，会显示为方框。", missing));
        return scene.supplies().hasLetters(face)
                ? noted
                : noted.but(scene.say(
                        "This machine has no font with serifs, so the letters stay without; italic works everywhere.",
                        "本机没有衬线字体，仍使用常规字体；斜体随处可用。"));
    }
}
