package reelskill.studio.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Placement.Outline;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Face;
import reelskill.studio.timeline.TextStyle.Motion;

/** The part of the notation that is about what stands over the video. */
final class OverlayNotation {
    private OverlayNotation() {}

    static Optional<String> of(EditOperation operation) {
        if (operation instanceof AddInset it) return Optional.of(added(it));
        if (operation instanceof ChangeInset it) {
            return Optional.of("reinset " + of(it.which())
                    + it.changes().stream().map(OverlayNotation::of).collect(Collectors.joining()));
        }
        if (operation instanceof RemoveInset it)
            return Optional.of("uninset " + of(it.which()) + (it.all() ? " all" : ""));
        if (operation instanceof SplitScreen it) {
            String sides = Notation.of(it.first().clip()) + " "
                    + Notation.of(it.second().clip());
            return Optional.of("splitscreen " + sides + (it.stacked() ? " stacked" : ""));
        }
        if (operation instanceof AddEndCard it) {
            String plate = it.style().box()
                    ? String.format(" on #%06x", it.style().plate().getAsInt())
                    : "";
            return Optional.of(
                    "endcard \"" + it.text().replace("\n", "/") + "\" " + Notation.seconds(it.length()) + plate);
        }
        if (operation instanceof AddCard it) return Optional.of(card(it));
        if (operation instanceof CutAway it) {
            String when =
                    Notation.of(it.when().in()) + ".." + Notation.of(it.when().out());
            return Optional.of("cutaway " + it.item().name() + " " + when);
        }
        if (operation instanceof RemoveCutAways gone)
            return Optional.of("nocutaways" + gone.name().map(" "::concat).orElse(""));
        if (operation instanceof RemoveCards gone)
            return Optional.of(
                    "nocards" + gone.text().map(text -> " \"" + text + "\"").orElse("")
                            + gone.place().map(place -> " " + place(place)).orElse(""));
        if (operation instanceof RemoveEndCard) return Optional.of("noendcard");
        return operation instanceof RemoveSplitScreen ? Optional.of("nosplitscreen") : Optional.empty();
    }

    private static String card(AddCard it) {
        String words = it.text().isEmpty()
                ? ""
                : String.format(" \"%s\" #%06x", it.text(), it.style().rgb());
        return String.format("card #%06x%s %s %s", it.rgb(), words, Notation.seconds(it.length()), place(it.place()));
    }

    private static String place(AddCard.Place place) {
        if (place instanceof AddCard.Place.Beside it)
            return (it.after() ? "after " : "before ") + it.clip().number();
        if (!(place instanceof AddCard.Place.At it)) return "cuts";
        return it.moment().equals(Moment.END)
                ? "at end"
                : "at " + Notation.seconds(it.moment().offset());
    }

    /** Returns what titles have beyond place, size and colour. */
    static String of(TextChange change) {
        return change.plate()
                        .map(rgb -> rgb.isEmpty() ? " nobox" : String.format(" on #%06x", rgb.getAsInt()))
                        .orElse("")
                + change.face()
                        .map(face -> " " + face.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                + change.motion()
                        .map(motion -> " " + motion.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    /** Returns the same of a new title, where it is not what most have. */
    static String of(TextStyle style) {
        String plate = style.plate().orElse(TextStyle.DARK) == TextStyle.DARK
                ? ""
                : String.format(" on #%06x", style.plate().getAsInt());
        String face = style.face() == Face.SANS ? "" : " " + style.face().name().toLowerCase(Locale.ROOT);
        boolean usual = style.motion() == Motion.FADE || style.position() == TextStyle.Position.LOWER_THIRD;
        String rim = style.rim().isEmpty()
                ? ""
                : String.format(" rim #%06x", style.rim().getAsInt());
        return plate + rim + face + (usual ? "" : " " + style.motion().name().toLowerCase(Locale.ROOT));
    }

    private static String added(AddInset it) {
        Inset look = it.look();
        String when = it.when().equals(Showing.WHOLE)
                ? ""
                : " " + Notation.of(it.when().in()) + ".."
                        + Notation.of(it.when().out());
        String faint = look.opacity() == 1 ? "" : " opacity " + Notation.number(look.opacity());
        return "inset " + it.item().name() + " " + at(look.x()) + "," + at(look.y()) + " "
                + Notation.number(look.size()) + faint + outline(look.outline()) + when;
    }

    private static String outline(Outline outline) {
        String shape = outline.shape() == Outline.Shape.PLAIN
                ? ""
                : " " + outline.shape().name().toLowerCase(Locale.ROOT);
        return shape
                + (outline.border().isPresent()
                        ? String.format(" border #%06x", outline.border().getAsInt())
                        : "");
    }

    private static String at(double share) {
        return Notation.number(share);
    }

    private static String of(InsetRef which) {
        return which.name()
                .map(name -> "\"" + name + "\"")
                .orElse(which.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String of(InsetChange change) {
        if (change instanceof InsetChange.Move it)
            return " to " + it.x().map(OverlayNotation::at).orElse("-") + ","
                    + it.y().map(OverlayNotation::at).orElse("-");
        if (change instanceof InsetChange.Scale it) return " x" + Notation.number(it.factor());
        if (change instanceof InsetChange.Opacity it) return " opacity " + Notation.number(it.opacity());
        if (change instanceof InsetChange.Corners it)
            return " " + it.shape().name().toLowerCase(Locale.ROOT);
        if (change instanceof InsetChange.Border it)
            return it.rgb().isEmpty()
                    ? " noborder"
                    : String.format(" border #%06x", it.rgb().getAsInt());
        return ((InsetChange.Sound) change).heard() ? " heard" : " silent";
    }
}
