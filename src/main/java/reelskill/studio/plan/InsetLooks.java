package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import reelskill.studio.plan.InsetRef.Kind;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Placement.Outline;
import reelskill.studio.timeline.Placement.Outline.Shape;

/** The place and the look of an inset, as a clause says them. */
final class InsetLooks {
    private static final double LOGO = 0.13;
    private static final double CAMERA = 0.3;
    /** What "small", "big" and "huge" do to the common size. */
    private static final double SMALL = 0.65;

    private static final double BIG = 1.5;
    private static final double HUGE = 2;

    private static final double LARGER = 1.4;
    private static final double BIT = 1.2;
    private static final int WHITE = 0xFFFFFF;

    private InsetLooks() {}

    /** Returns the look of a new one; what is not said is what people expect of its kind. */
    static Inset of(Clause clause, Kind kind) {
        boolean logo = kind == Kind.LOGO;
        Inset plain = logo ? new Inset(1, 0, LOGO, 1, Outline.NONE) : new Inset(1, 1, CAMERA, 1, Outline.CARD);
        Inset placed = plain.at(x(clause).orElse(plain.x()), y(clause).orElse(plain.y()));
        Inset sized = clause.one("SHARE", Double.class)
                .or(() -> size(clause).map(factor -> placed.size() * factor))
                .map(size -> placed.scaled(size / placed.size()))
                .orElse(placed);
        Outline outline = new Outline(
                shape(clause).orElse(sized.outline().shape()),
                clause.has("BORDER") ? OptionalInt.of(border(clause)) : OptionalInt.empty());
        OptionalDouble opacity = opacity(clause);
        return (opacity.isPresent() ? sized.withOpacity(opacity.getAsDouble()) : sized).with(outline);
    }

    /** Returns what becomes different of one that is there. */
    static List<InsetChange> changes(Clause clause) {
        List<InsetChange> changes = new ArrayList<>();
        Optional<Double> x = x(clause);
        Optional<Double> y = y(clause);
        if (x.isPresent() || y.isPresent()) changes.add(new InsetChange.Move(x, y));
        factor(clause).ifPresent(factor -> changes.add(new InsetChange.Scale(factor)));
        opacity(clause).ifPresent(opacity -> changes.add(new InsetChange.Opacity(opacity)));
        shape(clause).ifPresent(shape -> changes.add(new InsetChange.Corners(shape)));
        if (clause.has("BORDER")) {
            boolean gone = clause.hasAny("REMOVE", "NOT");
            changes.add(new InsetChange.Border(gone ? OptionalInt.empty() : OptionalInt.of(border(clause))));
        }
        return changes;
    }

    /** Returns whether a clause says two things of one kind. */
    static boolean contradicts(Clause clause) {
        return clause.count("POSITION") + clause.count("SIDE") > 2
                || clause.count("POSITION") > 1
                || clause.count("SIDE") > 1
                || clause.count("SIZE") + clause.count("SHARE") > 1
                || clause.count(Token.PERCENT) > 1
                || clause.count("COLOR") > 1
                || (clause.has("COLOR") && !clause.has("BORDER"))
                || (clause.has(Token.PERCENT) && opacity(clause).isEmpty());
    }

    /** Returns the request again with a blank for the file. */
    static String again(Clause clause) {
        Inset look = of(clause, clause.has("PIP") ? Kind.CAMERA : Kind.LOGO);
        String vertical = look.y() < 0.5 ? clause.say("top", "上") : clause.say("bottom", "下");
        String corner = look.x() < 0.5
                ? clause.say("%s left corner", "左%s角", vertical)
                : clause.say("%s right corner", "右%s角", vertical);
        return clause.has("PIP")
                ? clause.say("add %s as a picture in picture in the %s", "把%s作为画中画放在%s", Question.BLANK, corner)
                : clause.say("add %s as a logo in the %s", "把%s作为标志放在%s", Question.BLANK, corner);
    }

    private static Optional<Double> x(Clause clause) {
        return along(clause, "left", "right");
    }

    private static Optional<Double> y(Clause clause) {
        return along(clause, "top", "bottom");
    }

    private static Optional<Double> along(Clause clause, String zero, String one) {
        String place =
                clause.text("POSITION").orElse("") + " " + clause.text("SIDE").orElse("");
        if (place.contains(zero)) return Optional.of(0.0);
        if (place.contains(one)) return Optional.of(1.0);
        boolean middle = place.contains("center") || clause.has("MIDDLE");
        boolean column = place.strip().equals("top") || place.strip().equals("bottom");
        // "at the top" of a new one means its middle; of one that is there, the side it is on.
        boolean centred = column && zero.equals("left") && !clause.hasAny("MOVE", "CHANGE");
        return middle || centred ? Optional.of(0.5) : Optional.empty();
    }

    private static Optional<Double> size(Clause clause) {
        return clause.text("SIZE")
                .map(Double::parseDouble)
                .map(size -> size > 0.15 ? HUGE : size > 0.1 ? BIG : SMALL)
                .or(() -> clause.has("MOREBIT") ? Optional.of(BIT) : Optional.empty())
                .or(() -> clause.has("LESSBIT") ? Optional.of(1 / BIT) : Optional.empty());
    }

    private static Optional<Double> factor(Clause clause) {
        if (clause.has("DOUBLE")) return Optional.of(2.0);
        if (clause.has("HALVE")) return Optional.of(0.5);
        boolean bit = clause.has("SLIGHTLY");
        return clause.one("FACTOR", Double.class)
                .filter(factor -> factor > 0)
                .or(() -> clause.text("SCALE").map(Double::parseDouble).map(scale -> larger(scale > 1, bit)))
                .or(() -> clause.has("MOREBIT") ? Optional.of(BIT) : Optional.empty())
                .or(() -> clause.has("LESSBIT") ? Optional.of(1 / BIT) : Optional.empty())
                .or(() -> clause.text("SIZE").map(Double::parseDouble).map(size -> larger(size > 0.1, bit)));
    }

    private static double larger(boolean larger, boolean bit) {
        double factor = bit ? BIT : LARGER;
        return larger ? factor : 1 / factor;
    }

    /** "50% transparent" leaves the other half. */
    private static OptionalDouble opacity(Clause clause) {
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        boolean opaque = clause.has("OPACITY");
        boolean clear = clause.hasAny("TRANSPARENT", "SEETHROUGH");
        if (percent.isPresent() && opaque != clear) {
            double opacity = opaque ? percent.get() : 1 - percent.get();
            return opacity >= Inset.FAINTEST && opacity <= 1 ? OptionalDouble.of(opacity) : OptionalDouble.empty();
        }
        if (percent.isEmpty() && clear) return OptionalDouble.of(0.5);
        return clause.text("TRANSLUCENT")
                .map(word -> OptionalDouble.of(Double.parseDouble(word)))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Shape> shape(Clause clause) {
        if (clause.text("KIND").equals(Optional.of("circle_open"))) return Optional.of(Shape.CIRCLE);
        return clause.text("CORNERS").map(word -> Shape.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static int border(Clause clause) {
        return clause.text("COLOR").map(hex -> Integer.parseInt(hex, 16)).orElse(WHITE);
    }
}
