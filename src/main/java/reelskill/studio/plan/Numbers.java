package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.Timeline;

/**
 * Clip numbers behind a clause that gives clips other numbers: "bring clip 3 to the front and remove clip 1" means the clip
 * that its writer saw as the first. Pure.
 */
final class Numbers {
    private static final Set<Class<? extends EditOperation>> RENUMBER = Set.of(
            MoveClip.class,
            SwapClips.class,
            RemoveClip.class,
            ReplaceClip.class,
            ArrangeClips.class,
            GatherClips.class);

    private Numbers() {}

    /** Returns {@code tokens} with the names of clips in place of numbers that {@code done} changed; a name of two clips stays a number. */
    static List<Token> named(List<Token> tokens, List<EditOperation> done, Timeline now) {
        boolean renumbered = done.stream().anyMatch(operation -> RENUMBER.contains(operation.getClass()));
        if (!renumbered) return tokens;
        return tokens.stream().map(token -> named(token, now)).toList();
    }

    private static Token named(Token token, Timeline now) {
        if (!(token.value() instanceof ClipRef ref) || ref.number() == 0) return token;
        List<ClipRef> names = Clips.find(now, ref).stream()
                .map(clip -> ClipRef.named(clip.name()))
                .filter(name -> Clips.find(now, name).size() == 1)
                .toList();
        return names.size() == 1 ? token.as(token.concept(), names.get(0)) : token;
    }
}
