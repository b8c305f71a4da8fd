package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Backdrop.Place;
import reelskill.studio.timeline.Backdrop.Strength;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.Lighting;

/** "replace the background with a clean office", "blur my background", "背景换成白色", "恢复原来的背景". */
final class BackgroundRules {
    /** Where and when: told of any backdrop. */
    private static final Set<String> WHERE = Clause.concepts("SPAN PART VIDEO CLIP ALL CLIPREF ORDINAL FOR");

    private static final Set<String> RESTORE = Clause.union(
            WHERE,
            Clause.concepts("RESTORE REDO UNDO REMOVE OFF ORIGINAL BACKGROUND BLUR MOVE BACK ADD TO CHANGE STEP"));
    private static final Set<String> REPLACE = Clause.union(
            WHERE,
            Clause.concepts(
                    "BACKGROUND TRANSPARENT ROOM COLOR COLORWORD BLUR STRONG GENTLE SLIGHTLY ADJECTIVE PLAIN ORIGINAL"
                            + " REMOVE CHANGE PUT MOVE ADD TO BEFORE CARE WRAP MATCH"));
    private static final Set<String> CARE = Clause.union(WHERE, Clause.concepts("CARE BACKGROUND CHANGE ADD"));
    private static final Set<String> LIGHT = Clause.union(WHERE, Clause.concepts("WRAP MATCH BACKGROUND CHANGE ADD"));
    private static final Set<String> ASK =
            Clause.union(WHERE, Clause.concepts("BACKGROUND REMOVE CHANGE SWAP ADD ORIGINAL"));

    private BackgroundRules() {}

    static Optional<Reading> restore(Clause clause) {
        if (!clause.isMadeOf(RESTORE)) return Optional.empty();
        boolean background = clause.has("BACKGROUND")
                && (clause.hasAny("RESTORE", "REDO", "UNDO") || (clause.has("ORIGINAL") && !clause.has("REMOVE")));
        boolean blurOff = clause.has("BLUR") && clause.hasAny("REMOVE", "OFF") && !clause.has(Token.SOFT);
        return background || blurOff ? Optional.of(each(clause, Optional.empty())) : Optional.empty();
    }

    static Optional<Reading> replace(Clause clause) {
        if (!clause.isMadeOf(REPLACE) || removesTime(clause)) return Optional.empty();
        int named = clause.count("ROOM")
                + clause.count("COLOR")
                + (clause.has("BLUR") ? 1 : 0)
                + (clause.has("TRANSPARENT") ? 1 : 0);
        // "an office for the first clip": a room is nothing else, and a blur for a clip means what is behind.
        boolean forClip = !clause.has("COLOR")
                && !targets(clause).get(0).clips().isEmpty()
                && (clause.has("FOR") || clause.has("ROOM"));
        boolean cutOut = named == 0
                && clause.all("BACKGROUND", String.class).equals(List.of("cutout"))
                && !clause.hasAny("CHANGE", "ADD", "PUT");
        if (cutOut) return Optional.of(withCare(clause, each(clause, Optional.of(new Backdrop.Transparent()))));
        boolean wanted = clause.has("BACKGROUND") || forClip || (clause.has("ROOM") && clause.hasAny("PUT", "CHANGE"));
        return named == 1 && wanted
                ? backdrop(clause)
                        .map(backdrop -> withLight(clause, withCare(clause, each(clause, Optional.of(backdrop)))))
                : Optional.empty();
    }

    /** "fine edges", "精细抠像": of a background that is there. */
    static Optional<Reading> care(Clause clause) {
        return clause.isMadeOf(CARE) && clause.count("CARE") == 1
                ? Optional.of(withCare(clause, Reading.of(List.of())))
                : Optional.empty();
    }

    /** "soften the edges with light wrap", "match the colours", "柔化边缘": of a background that is there. */
    static Optional<Reading> light(Clause clause) {
        boolean said = clause.isMadeOf(LIGHT)
                && clause.count("WRAP") <= 1
                && clause.count("MATCH") <= 1
                && clause.hasAny("WRAP", "MATCH");
        // "use office.jpg as my background and match the light" are two wishes.
        boolean another = clause.has(Token.SOFT) && clause.has(Token.CLIPREF) && clause.hasAny("CHANGE", "ADD");
        return said && !another ? Optional.of(withLight(clause, Reading.of(List.of()))) : Optional.empty();
    }

    private static Reading withLight(Clause clause, Reading reading) {
        Optional<Lighting.Wrap> wrap =
                clause.text("WRAP").map(word -> Lighting.Wrap.valueOf(word.toUpperCase(Locale.ROOT)));
        Optional<Lighting.Match> match =
                clause.text("MATCH").map(word -> Lighting.Match.valueOf(word.toUpperCase(Locale.ROOT)));
        if (wrap.isEmpty() && match.isEmpty()) return reading;
        return Reading.of(Stream.concat(
                        reading.operations().stream(),
                        targets(clause).stream().map(target -> new SetLighting(wrap, match, target)))
                .toList());
    }

    private static Reading withCare(Clause clause, Reading reading) {
        return clause.text("CARE")
                .map(word -> Cutout.Care.valueOf(word.toUpperCase(Locale.ROOT)))
                .map(care -> Reading.of(Stream.concat(
                                reading.operations().stream()
                                        .map(operation -> operation instanceof ReplaceBackground replaced
                                                ? replaced.withCareSaid()
                                                : operation),
                                targets(clause).stream().map(scope -> new SetCare(care, scope)))
                        .toList()))
                .orElse(reading);
    }

    static Optional<Reading> ask(Clause clause) {
        // Two clips would have theirs change places.
        boolean swap = clause.has("SWAP") && clause.clips().size() < 2;
        boolean wants = clause.has("BACKGROUND") && (swap || clause.hasAny("REMOVE", "CHANGE"));
        if (!wants || !clause.isMadeOf(ASK) || removesTime(clause)) return Optional.empty();
        return Optional.of(Reading.ask(
                clause.say(
                        "What should stand behind the person? For example: a clean office, white, a blur, or nothing (transparent)",
                        "换成什么背景？例如：干净的办公室、白色、虚化，或透明"),
                clause.say("%s, replace it with %s", "%s，换成%s", Question.SAID, Question.BLANK)));
    }

    private static Optional<Backdrop> backdrop(Clause clause) {
        if (clause.has("BLUR")) return Optional.of(new Backdrop.Blur(strength(clause)));
        if (clause.has("TRANSPARENT")) return Optional.of(new Backdrop.Transparent());
        if (clause.has("ROOM"))
            return clause.text("ROOM").map(room -> new Backdrop.Room(Place.valueOf(room.toUpperCase(Locale.ROOT))));
        return clause.text("COLOR").map(rgb -> new Backdrop.Colour(Integer.parseInt(rgb, 16)));
    }

    private static Strength strength(Clause clause) {
        if (clause.has("STRONG")) return Strength.STRONG;
        return clause.hasAny("GENTLE", "SLIGHTLY", "ADJECTIVE") ? Strength.LIGHT : Strength.MEDIUM;
    }

    /** "blur the background and remove the first 5 seconds" removes them; "from 0:05 on, remove the background" does not. */
    private static boolean removesTime(Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("REMOVE")) continue;
            boolean background = i + 1 < tokens.size() && tokens.get(i + 1).is("BACKGROUND");
            boolean after = i + 1 < tokens.size() && tokens.get(i + 1).is(Token.SPAN);
            boolean before = i > 0 && tokens.get(i - 1).is(Token.SPAN);
            if (!background && (after || before)) return true;
        }
        return false;
    }

    /** Returns whether the background is called a green or blue screen. */
    static boolean isScreen(Clause clause) {
        return clause.all("BACKGROUND", String.class).contains("screen");
    }

    private static Reading each(Clause clause, Optional<Backdrop> backdrop) {
        return Reading.of(targets(clause).stream()
                .map(target -> new ReplaceBackground(backdrop, "", target, isScreen(clause)))
                .toList());
    }

    /** Returns what is meant: at least one, all of the video where nothing is said. */
    private static List<Target> targets(Clause clause) {
        List<ClipRef> clips = clause.clips();
        if (clips.isEmpty() && clause.has("FOR"))
            clips = clause.all("ORDINAL", String.class).stream()
                    .map(number -> ClipRef.number(Integer.parseInt(number)))
                    .toList();
        if (clips.isEmpty()) return List.of(new Target(List.of(), clause.spans()));
        return clips.stream()
                .map(clip -> new Target(List.of(clip), clause.spans()))
                .toList();
    }
}
