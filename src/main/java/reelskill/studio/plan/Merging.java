package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins neighbouring operations that name times: "remove 0:10-0:20, then 0:40-0:50" means the video that its writer saw,
 * not the one that the first cut leaves.
 */
final class Merging {
    private Merging() {}

    static List<EditOperation> merged(List<EditOperation> operations) {
        List<EditOperation> result = new ArrayList<>();
        for (EditOperation next : operations) {
            EditOperation last = result.isEmpty() ? next : result.get(result.size() - 1);
            if (!result.isEmpty()
                    && last instanceof RemoveRanges a
                    && next instanceof RemoveRanges b
                    && a.within().equals(b.within())) {
                result.set(result.size() - 1, new RemoveRanges(both(a.spans(), b.spans()), a.within()));
            } else if (!result.isEmpty() && last instanceof KeepRanges a && next instanceof KeepRanges b) {
                result.set(result.size() - 1, new KeepRanges(both(a.spans(), b.spans())));
            } else if (!result.isEmpty() && last instanceof SplitAt a && next instanceof SplitAt b) {
                result.set(result.size() - 1, new SplitAt(both(a.moments(), b.moments())));
            } else if (!result.isEmpty() && last instanceof Fade a && next instanceof Fade b) {
                result.set(result.size() - 1, new Fade(b.in().or(a::in), b.out().or(a::out)));
            } else {
                result.add(next);
            }
        }
        return result;
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
