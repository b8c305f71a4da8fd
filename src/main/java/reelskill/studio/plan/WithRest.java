package reelskill.studio.plan;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** What "the rest" is: of clips that the same is done to ("mute clip 2 and the rest"), and of a time. Pure. */
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

    /**
     * "make the first 5 seconds black and white and the rest warmer": returns the time beside that of {@code clause}. Where it
     * plays faster or slower nobody knows which that is; where it went or stayed alone the rest is all there is.
     */
    static List<Token> ofTime(Clause clause, Reading reading) {
        if (!clause.has(Token.SPAN) || reading.operations().isEmpty()) return List.of();
        if (reading.operations().stream().anyMatch(SetSpeed.class::isInstance))
            return List.of(new Token(Token.UNKNOWN, "", 0, 0));
        boolean stays = reading.operations().stream().allMatch(WithRest::leavesTime);
        return stays ? Paraphrase.otherTime(clause) : List.of();
    }

    private static boolean leavesTime(EditOperation one) {
        return one instanceof ChangeColours
                || one instanceof FrameClips
                || one instanceof SetVolume
                || one instanceof AddMusic;
    }

    private static Set<String> deeds(List<Token> side) {
        return side.stream()
                .map(Token::concept)
                .filter(concept -> !NAMING.contains(concept))
                .collect(toSet());
    }
}
