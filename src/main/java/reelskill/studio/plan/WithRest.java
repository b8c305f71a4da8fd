package reelskill.studio.plan;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** A clause that does the same to some clips and to the rest: "mute clip 2 and the rest", "mute clip 2, mute the others". Pure. */
final class WithRest {
    private static final Set<String> NAMING = Clause.concepts("CLIPREF CLIP EVERYTHING OTHERS CHANGE");
    private static final Set<String> LIMITING = Clause.concepts("EXCEPT KEEP NOT ONLY RESTGONE REMOVE CUT SPAN");

    private WithRest() {}

    /** Returns the clips that {@code said} names beside {@code rest}; none where something else is done to that. */
    static List<ClipRef> named(List<Token> said, Token rest) {
        List<List<Token>> sides = Atoms.split(said, Token.SOFT, joint -> {});
        List<Set<String>> deeds = sides.stream()
                .map(WithRest::deeds)
                .filter(side -> !side.isEmpty())
                .distinct()
                .toList();
        boolean same = sides.size() == 2 && sides.get(1).contains(rest) && deeds.size() == 1;
        boolean limits = said.stream().anyMatch(token -> LIMITING.contains(token.concept()));
        return same && !limits
                ? sides.get(0).stream()
                        .filter(token -> token.is(Token.CLIPREF))
                        .map(token -> (ClipRef) token.value())
                        .toList()
                : List.of();
    }

    private static Set<String> deeds(List<Token> side) {
        return side.stream()
                .map(Token::concept)
                .filter(concept -> !NAMING.contains(concept))
                .collect(toSet());
    }
}
