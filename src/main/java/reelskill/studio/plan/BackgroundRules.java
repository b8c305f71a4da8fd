package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Backdrop.Place;
import reelskill.studio.timeline.Backdrop.Strength;

/** "replace the background with a clean office", "blur my background", "背景换成白色", "恢复原来的背景". */
final class BackgroundRules {
    private static final Set<String> RESTORE = Clause.concepts(
            "RESTORE REDO UNDO REMOVE OFF ORIGINAL BACKGROUND BLUR MOVE BACK ADD TO CHANGE STEP VIDEO CLIP ALL CLIPREF");
    private static final Set<String> REPLACE = Clause.concepts(
            "BACKGROUND ROOM COLOR COLORWORD BLUR STRONG GENTLE SLIGHTLY ADJECTIVE PLAIN ORIGINAL REMOVE"
                    + " CHANGE PUT MOVE ADD TO BEFORE VIDEO CLIP ALL CLIPREF");
    private static final Set<String> ASK =
            Clause.concepts("BACKGROUND REMOVE CHANGE ADD ORIGINAL VIDEO CLIP ALL CLIPREF");

    private BackgroundRules() {}

    static Optional<Reading> restore(Clause clause) {
        if (!clause.isMadeOf(RESTORE)) return Optional.empty();
        boolean background = clause.has("BACKGROUND")
                && (clause.hasAny("RESTORE", "REDO", "UNDO") || (clause.has("ORIGINAL") && !clause.has("REMOVE")));
        boolean blurOff = clause.has("BLUR") && clause.hasAny("REMOVE", "OFF") && !clause.has(Token.SOFT);
        return background || blurOff ? Optional.of(each(clause, Optional.empty())) : Optional.empty();
    }

    static Optional<Reading> replace(Clause clause) {
        if (!clause.isMadeOf(REPLACE)) return Optional.empty();
        int named = clause.count("ROOM") + clause.count("COLOR") + (clause.has("BLUR") ? 1 : 0);
        if (named == 0) return picture(clause);
        boolean wanted = clause.has("BACKGROUND") || (clause.has("ROOM") && clause.hasAny("PUT", "CHANGE"));
        return named == 1 && wanted
                ? backdrop(clause).map(backdrop -> each(clause, Optional.of(backdrop)))
                : Optional.empty();
    }

    static Optional<Reading> ask(Clause clause) {
        boolean wants = clause.has("BACKGROUND") && clause.hasAny("REMOVE", "CHANGE");
        if (!wants || !clause.isMadeOf(ASK)) return Optional.empty();
        return Optional.of(Reading.ask(
                clause.say(
                        "What should stand behind the person? For example: a clean office, white, or a blur",
                        "换成什么背景？例如：干净的办公室、白色，或虚化"),
                clause.say("replace the background with %s", "背景换成%s", Question.BLANK)));
    }

    private static Optional<Backdrop> backdrop(Clause clause) {
        if (clause.has("BLUR")) return Optional.of(new Backdrop.Blur(strength(clause)));
        if (clause.has("ROOM"))
            return clause.text("ROOM").map(room -> new Backdrop.Room(Place.valueOf(room.toUpperCase(Locale.ROOT))));
        return clause.text("COLOR").map(rgb -> new Backdrop.Colour(Integer.parseInt(rgb, 16)));
    }

    private static Strength strength(Clause clause) {
        if (clause.has("STRONG")) return Strength.STRONG;
        return clause.hasAny("GENTLE", "SLIGHTLY", "ADJECTIVE") ? Strength.LIGHT : Strength.MEDIUM;
    }

    /** "use beach.jpg as the background": the file is the background and not a clip that gets one. */
    private static Optional<Reading> picture(Clause clause) {
        boolean wanted = clause.has("BACKGROUND")
                && clause.hasAny("CHANGE", "ADD", "PUT")
                && clause.clips().size() == 1;
        if (!wanted) return Optional.empty();
        String name = clause.clips().get(0).name();
        return clause.library().stream()
                .filter(item -> item.name().equals(name) && item.facts().video().isPresent())
                .findFirst()
                .map(item -> Reading.of(
                        new ReplaceBackground(Optional.of(new Backdrop.Picture(item.id())), Optional.empty())));
    }

    private static Reading each(Clause clause, Optional<Backdrop> backdrop) {
        List<ClipRef> clips = clause.clips();
        if (clips.isEmpty()) return Reading.of(new ReplaceBackground(backdrop, Optional.empty()));
        return Reading.of(clips.stream()
                .map(clip -> new ReplaceBackground(backdrop, Optional.of(clip)))
                .toList());
    }
}
