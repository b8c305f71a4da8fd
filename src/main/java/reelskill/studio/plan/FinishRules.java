package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.studio.timeline.Finish;

/** "add a vignette", "a little film grain", "no grain", "more vignette", "加暗角", "加点胶片颗粒". */
final class FinishRules {
    private static final Set<String> WORDS = Clause.concepts(
            "FINISH ADD CHANGE PUT REMOVE OFF NOT SLIGHTLY STRONG MUCH MORE LESS PERCENT CLIPREF CLIP VIDEO SPAN ALL EVERYTHING"
                    + " PICTURE TO AT FOR FROM ADJECTIVE FILTER STYLE STRENGTH QUIETER LOUDER GENTLE MOREBIT LESSBIT");
    private static final double COMMON = 0.5;
    private static final double SLIGHT = 0.25;
    private static final double STRONG = 0.85;
    private static final double STEP = 1.6;

    private FinishRules() {}

    /** Returns the finish that {@code clause} asks for; empty where it says more, or of two things different degrees. */
    static Optional<Reading> read(Clause clause) {
        Target target = Target.of(clause);
        Set<String> things = Set.copyOf(clause.all("FINISH", String.class));
        if (things.isEmpty() || !target.isClear() || !clause.isMadeOf(WORDS)) return Optional.empty();
        boolean less = clause.hasAny("LESS", "QUIETER", "LESSBIT");
        boolean more = clause.hasAny("MORE", "LOUDER", "MOREBIT");
        boolean degreed =
                less || more || clause.hasAny("SLIGHTLY", "STRONG", "MUCH", Token.PERCENT, "REMOVE", "OFF", "NOT");
        // "a strong vignette and a little grain" are two wishes.
        if ((things.size() > 1 && degreed) || (less && more)) return Optional.empty();
        boolean gone = clause.hasAny("REMOVE", "OFF", "NOT");
        if (gone && things.stream().noneMatch(thing -> isThere(clause, thing))) return Optional.of(asFilmed(clause));
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        if (clause.count(Token.PERCENT) > 1
                || percent.filter(share -> share <= 0 || share > 1).isPresent()) return Optional.empty();
        return Optional.of(Reading.of(new ChangeColours(
                new ChangeColours.Finished(
                        share(clause, things.contains("vignette"), Finish::vignette, percent),
                        share(clause, things.contains("grain"), Finish::grain, percent)),
                target)));
    }

    private static boolean isThere(Clause clause, String thing) {
        return clause.now().clips().stream()
                .flatMap(clip -> clip.effects().get(Finish.class).stream())
                .anyMatch(finish -> (thing.equals("grain") ? finish.grain() : finish.vignette()) > 0);
    }

    private static Reading asFilmed(Clause clause) {
        return Reading.notAvailable(clause.say(
                "No vignette or grain was added here, and I cannot take out what was filmed; \"undo\" or \"remove the look\" works for the rest.",
                "这里没有添加过暗角或颗粒，拍摄时就有的无法去除；其他效果可以说“撤销”或“去掉滤镜”。"));
    }

    private interface Part {
        double of(Finish finish);
    }

    private static OptionalDouble share(Clause clause, boolean meant, Part part, Optional<Double> percent) {
        if (!meant) return OptionalDouble.empty();
        if (clause.hasAny("REMOVE", "OFF", "NOT")) return OptionalDouble.of(0);
        if (percent.isPresent()) return OptionalDouble.of(percent.get());
        OptionalDouble now = clause.now().clips().stream()
                .flatMap(clip -> clip.effects().get(Finish.class).stream())
                .mapToDouble(part::of)
                .filter(share -> share > 0)
                .findFirst();
        boolean bit = clause.hasAny("SLIGHTLY", "MOREBIT", "LESSBIT");
        if (now.isPresent() && clause.hasAny("MORE", "LOUDER", "MOREBIT"))
            return OptionalDouble.of(Math.min(1, rounded(now.getAsDouble() * (bit ? 1.3 : STEP))));
        if (now.isPresent() && clause.hasAny("LESS", "QUIETER", "LESSBIT"))
            return OptionalDouble.of(rounded(now.getAsDouble() / (bit ? 1.3 : STEP)));
        if (clause.hasAny("STRONG", "MUCH")) return OptionalDouble.of(STRONG);
        return OptionalDouble.of(bit || clause.hasAny("LESS", "GENTLE", "QUIETER") ? SLIGHT : COMMON);
    }

    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }
}
