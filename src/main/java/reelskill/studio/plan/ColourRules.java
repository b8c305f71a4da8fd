package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;

/** "make it warmer", "more contrast", "black and white", "a cinematic look", "a bit less", "亮一点", "恢复原来的颜色". */
final class ColourRules {
    private static final Set<String> WORDS = Clause.concepts(
            "WARMTH LIGHT BRIGHTNESS CONTRAST SATURATION LOOK MORE LESS LOUDER QUIETER SLIGHTLY STRONG MUCH PERCENT CLIPREF CLIP"
                    + " VIDEO SPAN ALL EVERYTHING CHANGE ADD FROM TO AT FOR SHAPE PICTURE COLORWORD STYLE RESIZE FILTER PUT ADJECTIVE BETWEEN GRADE");
    private static final Set<String> RESET = Clause.concepts(
            "REMOVE NOT RESTORE UNDO ORIGINAL OFF FILTER LOOK COLORWORD CLIPREF CLIP VIDEO ALL TO CHANGE BACK FROM FINISH");
    private static final Set<String> FOLLOW = Clause.concepts("MORE LESS SLIGHTLY STRONG MUCH CHANGE");
    private static final double STEP = 0.3;
    private static final double LIGHT_STEP = 0.12;
    private static final double SMALL = 0.5;
    private static final double MUCH = 1.7;

    private ColourRules() {}

    static Optional<Reading> reset(Clause clause) {
        boolean colours =
                clause.hasAny("FILTER", "LOOK") || (clause.has("COLORWORD") && clause.hasAny("ORIGINAL", "RESTORE"));
        boolean back = clause.hasAny("REMOVE", "RESTORE", "UNDO", "OFF", "ORIGINAL")
                || (clause.has("NOT") && clause.language() == Language.CHINESE);
        Target target = Target.of(clause);
        // 黑白去掉，换成复古: the second is what it is to be.
        if (clause.count("LOOK") > 1) return Optional.empty();
        // 第二段换成黑白，不要第一段: the look is wanted.
        boolean spared = clause.has("CHANGE") && clause.has(Token.SOFT) && clause.count(Token.CLIPREF) > 1;
        if (spared && !clause.hasAny("ORIGINAL", "RESTORE")) return Optional.empty();
        if (!colours || !back || !target.isClear() || !clause.isMadeOf(RESET)) return Optional.empty();
        return Optional.of(change(new ChangeColours.AsFilmed(), target));
    }

    static Optional<Reading> look(Clause clause) {
        Target target = Target.of(clause);
        if (clause.count("LOOK") == 2 && !clause.has(Token.SOFT)) return oldFilm(clause);
        boolean only = clause.count("LOOK") == 1 && !named(clause);
        // "make the colours pop a bit more" than they were filmed.
        boolean first = clause.text("LOOK").filter("vivid"::equals).isPresent()
                && clause.now().clips().stream()
                        .noneMatch(clip -> clip.effects().get(Look.class).isPresent());
        boolean more = clause.has("MORE") && !first;
        // "make it louder and sepia" are two wishes.
        if (clause.has(Token.SOFT) && clause.hasAny("LOUDER", "QUIETER")) return Optional.empty();
        if (!only || !target.isClear() || !clause.isMadeOf(WORDS) || more || clause.has("LESS"))
            return Optional.empty();
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        if (percent.filter(share -> share <= 0.01 || share > 1).isPresent()) return Optional.empty();
        double strength = percent.orElse(clause.has("SLIGHTLY") ? SMALL : 1.0);
        Look.Style style = Look.Style.valueOf(clause.text("LOOK").orElseThrow().toUpperCase(Locale.ROOT));
        return Optional.of(change(new ChangeColours.Style(new Look(style, strength)), target));
    }

    /** 黑白的老电影风格: of the two looks, the one that shows more; the other is told. */
    private static Optional<Reading> oldFilm(Clause clause) {
        List<String> looks = clause.all("LOOK", String.class);
        if (!looks.contains("black_and_white") || looks.get(0).equals(looks.get(1))) return Optional.empty();
        Clause first = clause.with(clause.tokens().stream()
                .filter(token -> !token.is("LOOK") || token.value().equals("black_and_white"))
                .toList());
        return look(first)
                .filter(Reading::asksForSomething)
                .map(reading -> reading.telling(clause.say(
                        "One look at a time: this is black and white, without the other one.",
                        "一次只能用一种风格：现在是黑白，没有叠加另一种。")));
    }

    static Optional<Reading> adjust(Clause clause) {
        Target target = Target.of(clause);
        int things = clause.count("WARMTH")
                + clause.count("LIGHT")
                + clause.count("BRIGHTNESS")
                + clause.count("CONTRAST")
                + clause.count("SATURATION");
        // "tone the colours down": how much of them there is.
        boolean ofColours = things == 0 && clause.has("COLORWORD") && way(clause) != 0 && !clause.hasAny("ADD", "PUT");
        boolean made = clause.isMadeOf(WORDS)
                || (clause.has(Token.PERCENT) && clause.without("REMOVE").isMadeOf(WORDS));
        if ((things != 1 && !ofColours) || clause.has("LOOK") || !target.isClear() || !made) return Optional.empty();
        int way = way(clause);
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        if (percent.isPresent() && isLevel(clause)) return level(clause, target, percent.get() - 1, way);
        if (way == 0) return ask(clause, target);
        if (percent.filter(share -> share <= 0 || share > 1).isPresent() || clause.count(Token.PERCENT) > 1)
            return Optional.empty();
        boolean light = clause.hasAny("LIGHT", "BRIGHTNESS");
        double size = light ? LIGHT_STEP : STEP;
        if (clause.has("SLIGHTLY")) size *= SMALL;
        if (clause.hasAny("STRONG", "MUCH")) size *= MUCH;
        return Optional.of(adjusted(clause, target, way * percent.orElse(size)));
    }

    private static Reading adjusted(Clause clause, Target target, double by) {
        boolean named = named(clause);
        Grade grade = new Grade(
                clause.hasAny("LIGHT", "BRIGHTNESS") ? by : 0,
                clause.has("CONTRAST") ? by : 0,
                clause.has("SATURATION") || !named ? by : 0,
                clause.has("WARMTH") ? by : 0);
        return change(new ChangeColours.Adjust(grade), target.equals(Target.ALL) ? meant(clause, grade) : target);
    }

    /** 第一段调亮一点 // 再亮一点: more of what was just changed is meant where that was. */
    private static Target meant(Clause clause, Grade grade) {
        if (clause.hasAny("VIDEO", "ALL", "EVERYTHING", "PICTURE")) return Target.ALL;
        return clause.last().get().stream()
                .filter(one -> one instanceof ChangeColours colours
                        && colours.change() instanceof ChangeColours.Adjust adjust
                        && qualities(adjust.by()).equals(qualities(grade)))
                .map(one -> ((ChangeColours) one).target())
                .reduce((one, other) -> one.equals(other) ? one : Target.ALL)
                .orElse(Target.ALL);
    }

    private static List<Boolean> qualities(Grade grade) {
        return List.of(grade.brightness() != 0, grade.contrast() != 0, grade.saturation() != 0, grade.warmth() != 0);
    }

    /** "saturation to 80%" names what is left of it, and no change by 80 %. */
    private static boolean isLevel(Clause clause) {
        // Of more than there is, nothing else can be said without "more": "contrast 120%", 亮度调到110%.
        boolean beyond = way(clause) == 0
                && clause.one(Token.PERCENT, Double.class)
                        .filter(share -> share > 1)
                        .isPresent();
        boolean told = clause.language() == Language.ENGLISH && clause.hasAny("TO", "AT") && !signed(clause);
        return (told || beyond) && clause.hasAny("CONTRAST", "SATURATION", "BRIGHTNESS");
    }

    /** "set the brightness to +10" counts from how it was filmed. */
    private static boolean signed(Clause clause) {
        return clause.tokens().stream()
                .anyMatch(token -> (token.is("LOUDER") || token.is("QUIETER")) && token.to() - token.from() == 1);
    }

    private static Optional<Reading> level(Clause clause, Target target, double by, int way) {
        boolean contradicts = way != 0 && Math.signum(by) != way;
        boolean beyond = by == 0 || by < -1 || by > 1 || clause.count(Token.PERCENT) > 1;
        return contradicts || beyond ? Optional.empty() : Optional.of(adjusted(clause, target, by));
    }

    /** "warmer" 1, "less warm" -1, "more contrast" 1, "the contrast" 0: not said. */
    private static int way(Clause clause) {
        boolean up = clause.hasAny("MORE", "LOUDER");
        boolean dropped = clause.has("REMOVE") && clause.has(Token.PERCENT);
        boolean down = clause.hasAny("LESS", "QUIETER") || dropped;
        if (up && down) return 0;
        // "with strong contrast"
        if (!up && !down && clause.has("CONTRAST") && clause.has("STRONG")) return 1;
        // "add contrast", 饱和度加一点: there is some already.
        boolean bare = clause.hasAny("CONTRAST", "BRIGHTNESS")
                || clause.text("SATURATION").filter(""::equals).isPresent();
        if (!up && !down && clause.has("ADD") && bare) return 1;
        int sign = down ? -1 : 1;
        String told = clause.text("WARMTH").or(() -> clause.text("LIGHT")).orElse("");
        if (told.equals("up")) return sign;
        if (told.equals("down")) return -sign;
        String saturation = clause.text("SATURATION").orElse("");
        if (saturation.equals("up")) return sign;
        if (saturation.equals("down")) return -sign;
        return up || down ? sign : 0;
    }

    private static boolean named(Clause clause) {
        return clause.hasAny("WARMTH", "LIGHT", "BRIGHTNESS", "CONTRAST", "SATURATION");
    }

    private static Optional<Reading> ask(Clause clause, Target target) {
        if (!target.equals(Target.ALL) || !clause.hasAny("CHANGE", "ADD")) return Optional.empty();
        String what = clause.has("BRIGHTNESS")
                ? clause.say("brightness", "亮度")
                : clause.has("CONTRAST") ? clause.say("contrast", "对比度") : clause.say("saturation", "饱和度");
        return Optional.of(Reading.ask(
                clause.say("More or less of it? For example: more; 20%% less", "增加还是减少？例如：增加；减少20%%"),
                clause.say("%s %s", "%s%s", what, Question.BLANK)));
    }

    /** "a bit less", "stronger": of the colours, where they were changed and nothing else is named. */
    static Optional<Reading> follow(Clause clause) {
        boolean less = clause.has("LESS");
        if (less == clause.has("MORE") || !clause.isMadeOf(FOLLOW)) return Optional.empty();
        boolean changed = clause.now().clips().stream()
                .anyMatch(clip -> clip.effects().get(Grade.class).isPresent()
                        || clip.effects().get(Look.class).isPresent());
        if (!changed) return Optional.empty();
        double factor = clause.has("SLIGHTLY") ? (less ? 0.7 : 1.3) : less ? 0.5 : 1.6;
        return Optional.of(change(new ChangeColours.Scale(factor), Target.ALL));
    }

    /** "sepia on the first 10 seconds with some grain": the grain too is meant there. */
    static Reading there(Reading told, Reading other) {
        boolean one = told.operations().size() == 1 && told.operations().get(0) instanceof ChangeColours;
        Target target = one ? ((ChangeColours) told.operations().get(0)).target() : Target.ALL;
        return other.each(operation ->
                operation instanceof ChangeColours change && change.target().equals(Target.ALL)
                        ? change.on(target).stream()
                        : Stream.of(operation));
    }

    private static Reading change(ChangeColours.Change change, Target target) {
        return Reading.of(new ChangeColours(change, target));
    }
}
