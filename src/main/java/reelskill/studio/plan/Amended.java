package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
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
            List<EditOperation> all = new ArrayList<>(last.subList(0, i));
            all.addAll(changed);
            all.addAll(last.subList(i + 1, last.size()));
            return Reading.instead(all);
        }
        return noMore(clause);
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
