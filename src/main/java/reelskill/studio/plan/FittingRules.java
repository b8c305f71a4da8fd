package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.Fitting.How;

/** "crop to 9:16 and keep me in the middle", "fill the screen", "add cinematic bars", "人物居中", "加电影黑边". */
final class FittingRules {
    private static final Set<String> WHERE =
            Clause.concepts("CLIPREF CLIP VIDEO SPAN ALL PICTURE SHAPE FROM TO AT FOR IN");
    private static final Set<String> FIT = Clause.union(
            WHERE,
            Clause.concepts(
                    "FITTING FOLLOW RATIO PRESET LINES CHANGE RESIZE REFRAME CROP ADD NOT REMOVE UNDO OFF MIDDLE POSITION"));
    private static final Set<String> BLURRED = Clause.union(FIT, Clause.concepts("BLUR BACKGROUND"));
    private static final Set<String> BLURRED_ONLY =
            Clause.union(WHERE, Clause.concepts("NOT CROP BLUR BACKGROUND SOFT ADD CHANGE RATIO"));
    private static final Set<String> BARS = Clause.union(
            WHERE,
            Clause.concepts("CINEBARS CROP ADD REMOVE OFF UNDO NOT RATIO PERCENT CHANGE PUT LOOK POSITION MUSIC"));

    /** Of a picture that is this wide at most, bars above and below leave no cinema. */
    private static final double LEAST_WIDE = 4 / 3.0;

    private FittingRules() {}

    /** Shape and way of fitting may come together: "crop to 9:16 and follow me". */
    static Optional<Reading> fit(Clause clause) {
        boolean crops = clause.hasAny("CROP", "REFRAME") && clause.hasAny("RATIO", "PRESET");
        boolean follows = clause.has("FOLLOW") || crops || clause.has("REFRAME");
        // In another shape, what is blurred is beside the picture; "and blur the background" is of the person's.
        boolean blurredSides = clause.hasAny("RATIO", "PRESET")
                && clause.has("BLUR")
                && clause.has("BACKGROUND")
                && !clause.has(Token.SOFT);
        // "no crop, blurred background": what is not cropped is what is filled up.
        blurredSides |= uncropped(clause);
        boolean named = clause.has("FITTING") || blurredSides;
        if (!(follows || named)
                || !clause.isMadeOf(blurredSides ? Clause.union(BLURRED, BLURRED_ONLY) : FIT)
                || (named && clause.has("FOLLOW"))) return Optional.empty();
        Target target = Target.of(clause);
        boolean off = clause.hasAny("NOT", "REMOVE", "UNDO", "OFF");
        // 第二段别裁，第一段裁成竖的 are two.
        if (off && clause.has("RATIO") && clause.clips().size() > 1) return Optional.empty();
        if (!target.isClear() || clause.count("FITTING") > 1) return Optional.empty();
        boolean single = crops
                && !clause.clips().isEmpty()
                && clause.now().clips().size() > clause.clips().size();
        if (single) return Optional.of(Reading.notAvailable(oneShape(clause)));
        List<EditOperation> operations = new ArrayList<>();
        Optional<SetCanvas> canvas = OutputRules.sized(clause);
        if (canvas.isEmpty() && clause.hasAny("RATIO", "PRESET", "LINES")) return Optional.empty();
        canvas.ifPresent(operations::add);
        String word = blurredSides ? "blur" : clause.text("FITTING").orElse("follow");
        boolean blurred = off || word.equals("blur");
        operations.add(new FitPicture(
                blurred ? Optional.empty() : Optional.of(How.valueOf(word.toUpperCase(Locale.ROOT))), target));
        return Optional.of(Reading.of(operations));
    }

    private static boolean uncropped(Clause clause) {
        return clause.has("NOT") && clause.has("CROP") && clause.has("BLUR") && clause.isMadeOf(BLURRED_ONLY);
    }

    private static String oneShape(Clause clause) {
        return clause.say(
                "All clips share one shape, so a clip cannot have its own; for the whole video say, for example: crop to a square.",
                "所有片段共用一个画幅，不能只改其中一段；要改整个视频可以说：裁成方形。");
    }

    static Optional<Reading> bars(Clause clause) {
        Target target = Target.of(clause);
        if (!clause.has("CINEBARS") || !target.isClear() || !clause.isMadeOf(BARS)) return Optional.empty();
        // "cinematic bars" are bars; "a cinematic look, and bars" is a look as well.
        if (leadsWithLook(clause)) return Optional.empty();
        Optional<Reading> beside = besides(clause, target);
        if (beside.isPresent()) return beside;
        boolean off = clause.hasAny("REMOVE", "OFF", "UNDO", "NOT", "CROP");
        Optional<Double> told = clause.one("RATIO", String.class).map(FittingRules::ratio);
        if (clause.count("RATIO") > 1 || clause.has(Token.PERCENT)) return Optional.empty();
        double ratio = told.orElse(Bars.CINEMA.ratio());
        return Optional.of(Reading.of(new SetBars(off ? OptionalDouble.empty() : OptionalDouble.of(ratio), target)));
    }

    /** "make it square with black bars": the shape changes, and the bars are beside the picture. */
    private static Optional<Reading> besides(Clause clause, Target target) {
        if (clause.language() == Language.CHINESE || clause.hasAny("REMOVE", "OFF", "UNDO", "NOT", "CROP"))
            return Optional.empty();
        FitPicture bars = new FitPicture(Optional.of(How.BARS), target);
        List<EditOperation> last = clause.last().get();
        boolean reshaped = !last.isEmpty() && last.get(last.size() - 1) instanceof SetCanvas;
        if (clause.isMadeOf(Set.of("CINEBARS"))) return reshaped ? Optional.of(Reading.of(bars)) : Optional.empty();
        boolean upright = clause.has("CHANGE")
                && clause.one("RATIO", String.class)
                        .filter(words -> ratio(words) <= LEAST_WIDE)
                        .isPresent();
        return upright && target.clips().isEmpty()
                ? OutputRules.sized(clause).map(canvas -> Reading.of(canvas, bars))
                : Optional.empty();
    }

    private static boolean leadsWithLook(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        boolean leads = said.contains(Token.SOFT) && said.indexOf("LOOK") < said.indexOf("CINEBARS");
        // "make it look cinematic with black bars", "black bars and a cinematic look"
        boolean apart = clause.hasAny(Token.SOFT, "CHANGE")
                || clause.tokens().stream()
                        .anyMatch(token -> token.is("LOOK") && token.to() - token.from() > "cinematic".length());
        return said.contains("LOOK") && (leads || (apart && clause.language() == Language.ENGLISH));
    }

    private static double ratio(String words) {
        String[] sides = words.split(":", -1);
        return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }
}
