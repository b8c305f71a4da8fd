package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.plan.SplitScreen.Side;

/** "put the two clips side by side", "split screen with a.mp4 on top and b.mp4 below", "左右分屏". */
final class SplitScreenRules {
    private static final Set<String> MAKE =
            Clause.concepts("SPLITSCREEN PUT ADD CHANGE MOVE CLIPREF CLIP VIDEO POSITION SIDE HALF"
                    + " ALL NUMBER TOGETHER TO ATMOST LONGER PLAY OVER JOIN ORDINAL BETWEEN MINE");
    private static final Set<String> REMOVE = Clause.concepts("SPLITSCREEN REMOVE CUT NOT OFF UNDO VIDEO FROM RESTORE");
    private static final Set<String> LATER = Set.of("bottom", "right");

    private SplitScreenRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.has("SPLITSCREEN") && clause.hasAny("REMOVE", "NOT", "OFF", "UNDO");
        return gone && clause.isMadeOf(REMOVE) ? Optional.of(Reading.of(new RemoveSplitScreen())) : Optional.empty();
    }

    static Optional<Reading> make(Clause clause) {
        // 左边放a，右边放b says it without the word.
        boolean bySide = clause.clips().size() == 2
                && Set.copyOf(clause.all("SIDE", String.class)).size() == 2
                && clause.hasAny("PUT", "ADD");
        if ((!clause.has("SPLITSCREEN") && !bySide)
                || !clause.isMadeOf(MAKE)
                || clause.clips().size() > 2) return Optional.empty();
        if (clause.clips().size() == 1 && !isOnlyOther(clause)) return Optional.of(ask(clause));
        List<Side> sides =
                switch (clause.clips().size()) {
                    case 0 -> theTwo(clause);
                    case 1 -> withTheOther(clause);
                    default -> named(clause);
                };
        if (sides.isEmpty()) return Optional.of(ask(clause));
        return Optional.of(Reading.of(new SplitScreen(sides.get(0), sides.get(1), isStacked(clause))));
    }

    private static List<Side> named(Clause clause) {
        List<Side> sides = clause.clips().stream()
                .map(ref -> new Side(ref, BackgroundFiles.item(clause, ref)))
                .toList();
        return firstStandsLater(clause) ? List.of(sides.get(1), sides.get(0)) : sides;
    }

    /** "next to reaction.mp4" of a timeline of one clip, which is not that. */
    private static boolean isOnlyOther(Clause clause) {
        ClipRef named = clause.clips().get(0);
        return named.number() == 0
                && Clips.of(clause.now()).size() == 1
                && clause.now().clips().stream().noneMatch(clip -> clip.name().equals(named.name()));
    }

    private static List<Side> withTheOther(Clause clause) {
        ClipRef named = clause.clips().get(0);
        Side other = new Side(named, BackgroundFiles.item(clause, named));
        Side own = new Side(ClipRef.number(1), Optional.empty());
        return otherStandsFirst(clause) ? List.of(other, own) : List.of(own, other);
    }

    /** "with b.mp4 on the left", "mine on the right": a place is said behind what it is for. */
    private static boolean otherStandsFirst(Clause clause) {
        boolean own = true;
        for (Token token : clause.tokens()) {
            if (token.is(Token.CLIPREF)) own = false;
            if (token.is("VIDEO") || token.is("MINE")) own = true;
            if (token.is("POSITION") || token.is("SIDE")) return own == LATER.contains(token.text());
        }
        return false;
    }

    /** Returns the only two that there are: on the timeline, or among the files. */
    private static List<Side> theTwo(Clause clause) {
        if (Clips.of(clause.now()).size() == 2) {
            return List.of(
                    new Side(ClipRef.number(1), Optional.empty()), new Side(ClipRef.number(2), Optional.empty()));
        }
        List<LibraryItem> videos = clause.library().stream()
                .filter(item -> item.facts().kind() == MediaFacts.Kind.VIDEO)
                .toList();
        return videos.size() != 2
                ? List.of()
                : videos.stream()
                        .map(item -> new Side(ClipRef.named(item.name()), Optional.of(item)))
                        .toList();
    }

    private static boolean isStacked(Clause clause) {
        Set<String> upright = Set.of("top", "bottom");
        return clause.all("SPLITSCREEN", String.class).contains("stacked")
                || clause.all("POSITION", String.class).stream().anyMatch(upright::contains)
                || clause.hasAny("ATMOST", "LONGER");
    }

    /** "a.mp4 at the bottom and b.mp4 on top": a place is said behind the clip that it is for. */
    private static boolean firstStandsLater(Clause clause) {
        List<Token> tokens = clause.tokens();
        boolean inFirst = false;
        for (Token token : tokens) {
            if (token.is(Token.CLIPREF) && inFirst) return false;
            inFirst |= token.is(Token.CLIPREF);
            boolean place = token.is("POSITION") || token.is("SIDE");
            // 左边放a，右边放b: said before the clips, it is the first that counts.
            if (place && !inFirst && clause.language() == Language.CHINESE) return LATER.contains(token.text());
            if (inFirst && place) return LATER.contains(token.text());
        }
        return false;
    }

    private static Reading ask(Clause clause) {
        return Reading.ask(
                clause.say("Which two clips? For example: clip 1 and clip 2", "哪两个片段？例如：片段1和片段2"),
                isStacked(clause)
                        ? clause.say("put %s one above the other", "把%s上下分屏", Question.BLANK)
                        : clause.say("put %s side by side", "把%s左右分屏", Question.BLANK));
    }
}
