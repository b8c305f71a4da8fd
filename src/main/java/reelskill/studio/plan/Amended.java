package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations that were done already, as a later word would have them: stronger, longer, on another clip. */
final class Amended {
    private Amended() {}

    /**
     * Changes the last operation of those done together to which that can be done; the others stay.
     *
     * @param change answers with nothing for an operation to which it cannot be done
     */
    static Reading last(Clause clause, Function<EditOperation, List<EditOperation>> change) {
        List<EditOperation> last = clause.last().get();
        for (int i = last.size() - 1; i >= 0; i--) {
            List<EditOperation> changed = change.apply(last.get(i));
            if (changed.isEmpty()) continue;
            EditOperation meant = last.get(i);
            return Reading.instead(
                    each(last, one -> one == meant ? changed : isTwin(one, meant) ? change.apply(one) : List.of(one)));
        }
        return noMore(clause);
    }

    /** 每段加个标题 // 大一点: the same done to another clip, in the same breath. */
    private static boolean isTwin(EditOperation one, EditOperation other) {
        if (one instanceof DuringClip text && other instanceof DuringClip twin)
            return text.added().equals(twin.added());
        if (one instanceof FadeClip fade && other instanceof FadeClip twin)
            return fade.in().equals(twin.in()) && fade.out().equals(twin.out());
        Optional<EditOperation> everywhere = one.on(Target.ALL);
        return one.getClass() == other.getClass() && everywhere.isPresent() && everywhere.equals(other.on(Target.ALL));
    }

    /** Returns what becomes of each; an operation that cannot be changed so is left out. */
    static List<EditOperation> each(List<EditOperation> all, Function<EditOperation, List<EditOperation>> change) {
        return all.stream().flatMap(one -> change.apply(one).stream()).toList();
    }

    private static Reading noMore(Clause clause) {
        return Reading.notAvailable(clause.say(
                "The last change has no more or less that I could change; say what you mean, for example: louder; warmer; a bigger title.",
                "上一步没有可以加强或减弱的程度；请说明要改什么，例如：大声一点；暖一点；标题大一点。"));
    }
}
