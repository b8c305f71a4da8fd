package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.studio.timeline.Steady;

/** "stabilize it", "remove the background noise", "make the colours look better", "防抖", "降噪", "自动调色". */
final class RepairRules {
    private static final Set<String> WHERE =
            Clause.concepts("CLIPREF CLIP VIDEO SPAN ALL PICTURE SHAPE FROM TO AT FOR BETWEEN PART IN");
    private static final Set<String> STEADY = Clause.union(
            WHERE,
            Clause.concepts(
                    "STEADY MORE LESS QUIETER REMOVE CHANGE ADD STRONG SLIGHTLY OFF UNDO RESTORE BETTER NOT GENTLE MUCH ADJECTIVE"));
    private static final Set<String> NOISE = Clause.union(
            WHERE,
            Clause.concepts(
                    "NOISE DENOISE REMOVE OFF CLEAN SOUND BACKGROUND QUIETER LESS ADD CHANGE STRONG MUCH SLIGHTLY"
                            + " BETTER UNDO RESTORE NOT ORIGINAL STILLNESS GENTLE CUT AGGRESSIVE EVERYTHING"));
    private static final Set<String> NONE = Clause.union(WHERE, Clause.concepts("NOT NOISE BACKGROUND SOUND"));
    private static final Set<String> COLOURS = Clause.union(
            WHERE,
            Clause.concepts(
                    "AUTOCOLOUR BETTER COLORWORD CHANGE ADJECTIVE ADD LIGHT BRIGHTNESS WHITEBALANCE AUTO MORE"));

    private static final Set<String> FLAWED = Clause.concepts("REMOVE CUT PART CLIP STEADY BLUR LIGHT ALL");

    private RepairRules() {}

    /** "remove the shaky parts", 删掉模糊的镜头: they themselves are to go, and not the shake or the blur. */
    static Optional<Reading> parts(Clause clause) {
        boolean gone = clause.hasAny("PART", "CLIP") && clause.hasAny("REMOVE", "CUT");
        boolean flawed = clause.text("STEADY").equals(Optional.of("shake")) || clause.hasAny("BLUR", "LIGHT");
        return gone && flawed && clause.isMadeOf(FLAWED)
                ? Optional.of(Reading.notAvailable(clause.say(
                        "I cannot find what is shaky, blurred or dark; say which it is, for example: remove 0:10 to 0:20, or remove clip 2.",
                        "无法自动找出抖动、模糊或太暗的部分；请说明是哪一段，例如：删除0:10到0:20，或删除第2段。")))
                : Optional.empty();
    }

    static Optional<Reading> steady(Clause clause) {
        Target target = Target.of(clause);
        if (!clause.has("STEADY") || !target.isClear() || !clause.isMadeOf(STEADY)) return Optional.empty();
        String word = clause.text("STEADY").orElse("");
        boolean shake = word.equals("shake");
        boolean off = clause.hasAny("UNDO", "RESTORE", "OFF", "NOT") || (clause.has("REMOVE") && !shake);
        // "more shaky" is nothing that anybody can want; "the shaking" alone says nothing.
        boolean odd =
                shake && !clause.hasAny("REMOVE", "LESS", "QUIETER", "CHANGE", "BETTER", "ADD") && !word.isEmpty();
        if (odd || (off && shake) || (clause.has("MORE") && shake)) return Optional.empty();
        double most =
                clause.hasAny("STRONG", "MUCH", "MORE") ? 0.14 : clause.has("GENTLE") ? 0.04 : Steady.NORMAL.most();
        return Optional.of(
                Reading.of(new SteadyPicture(off ? OptionalDouble.empty() : OptionalDouble.of(most), target)));
    }

    static Optional<Reading> noise(Clause clause) {
        Target target = Target.of(clause);
        boolean named = clause.has("NOISE");
        boolean deed = clause.has("DENOISE");
        if ((!named && !deed) || !target.isClear() || !clause.isMadeOf(NOISE)) return Optional.empty();
        // "denoise the picture": its grain is no sound.
        if (clause.has("PICTURE") && !clause.hasAny("SOUND", "BACKGROUND"))
            return Optional.of(Reading.notAvailable(clause.say(
                    "I can take noise out of the sound, and not out of the picture.", "只能去除声音里的噪音，不能去除画面的噪点。")));
        // "no background noise please" wants none of it, and not none taken out.
        boolean none = named && clause.has("NOT") && clause.isMadeOf(NONE);
        boolean undoes = clause.hasAny("UNDO", "RESTORE", "ORIGINAL");
        // "don't remove the noise" leaves an earlier cleaning as it is.
        if (clause.has("NOT") && !none && !undoes) return Optional.of(Reading.notAvailable(asItIs(clause)));
        boolean off = undoes || (deed && clause.hasAny("REMOVE", "OFF"));
        boolean wanted = deed
                || none
                || clause.hasAny("REMOVE", "CLEAN", "QUIETER", "LESS", "CUT", "OFF", "BETTER")
                || clause.all("NOISE", String.class).contains("much");
        if (!off && !wanted) return Optional.empty();
        double reduction = clause.hasAny("STRONG", "MUCH", "AGGRESSIVE")
                ? 35
                : clause.hasAny("SLIGHTLY", "GENTLE") ? 10 : CleanSound.NORMAL;
        return Optional.of(Reading.of(new CleanSound(off ? 0 : reduction, target)));
    }

    private static String asItIs(Clause clause) {
        return clause.say(
                "The noise stays as it is now. To take an earlier noise removal back, say \"turn off noise reduction\".",
                "噪音保持现在的样子。要撤掉之前的降噪，请说“取消降噪”。");
    }

    static Optional<Reading> colours(Clause clause) {
        Target target = Target.of(clause);
        boolean vague = clause.has("COLORWORD") && clause.hasAny("BETTER", "ADJECTIVE", "AUTO") && !clause.has("ADD");
        boolean cast = clause.has("WHITEBALANCE");
        boolean wanted = vague || cast || clause.has("AUTOCOLOUR");
        if (!wanted || !target.isClear() || !clause.isMadeOf(COLOURS)) return Optional.empty();
        return Optional.of(Reading.of(new BalanceColours(cast && !clause.has("AUTOCOLOUR"), target)));
    }
}
