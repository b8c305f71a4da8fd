package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.Collections;
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
            if (next instanceof Trial && result.contains(next)) continue;
            if (!result.isEmpty() && isSameLook(last, next)) continue;
            if (next instanceof MakeSlideshow paced && repaces(result, paced)) continue;
            if (!result.isEmpty()
                    && last instanceof RemoveRanges a
                    && next instanceof RemoveRanges b
                    && a.within().equals(b.within())) {
                result.set(result.size() - 1, new RemoveRanges(both(a.spans(), b.spans()), a.within()));
            } else if (!result.isEmpty() && last instanceof KeepRanges a && next instanceof KeepRanges b) {
                result.set(result.size() - 1, new KeepRanges(both(a.spans(), b.spans())));
            } else if (!result.isEmpty()
                    && last instanceof SplitAt a
                    && next instanceof SplitAt b
                    && a.within().equals(b.within())) {
                result.set(result.size() - 1, new SplitAt(both(a.moments(), b.moments()), a.within()));
            } else if (!result.isEmpty() && last instanceof Fade a && next instanceof Fade b) {
                result.set(result.size() - 1, new Fade(b.in().or(a::in), b.out().or(a::out)));
            } else if (!result.isEmpty()
                    && last instanceof SetOutput output
                    && next instanceof SetCanvas size
                    && output.takesItsOwn(size)) {
                result.set(result.size() - 1, output.inSize(size.lines().getAsInt()));
            } else if (!result.isEmpty() && isOfMusic(last, next)) {
                result.set(
                        result.size() - 1,
                        last.sized(((SetVolume) next).amount()).orElse(last));
            } else if (!result.isEmpty() && isSaidTwice(last, next)) {
                result.set(result.size() - 1, next);
            } else if (!result.isEmpty() && last instanceof SplitAt a && next instanceof RemoveRanges b) {
                boolean halves = a.moments().size() == 1 && b.spans().stream().anyMatch(Merging::isHalf);
                result.add(new RemoveRanges(
                        afterSplit(a, b.spans()), halves ? b.within().or(a::within) : b.within()));
            } else if (!result.isEmpty()
                    && last instanceof SplitAt a
                    && next instanceof MovePart b
                    && a.within().isEmpty()) {
                result.add(new MovePart(afterSplit(a, List.of(b.part())).get(0), b.place(), b.within()));
            } else if (!result.isEmpty() && isAside(last, next)) {
                result.set(result.size() - 1, next);
                result.add(besides((SetSpeed) last, (SetSpeed) next));
                if (((SetSpeed) next).target().spans().get(0).in().equals(Moment.START))
                    Collections.swap(result, result.size() - 2, result.size() - 1);
            } else {
                result.add(place(result, next), next);
            }
        }
        return result;
    }

    /** "a slideshow with crossfades, 3 seconds per picture" is one, and what goes on it stays behind it. */
    private static boolean repaces(List<EditOperation> operations, MakeSlideshow paced) {
        for (int i = 0; i < operations.size(); i++) {
            boolean same = operations.get(i) instanceof MakeSlideshow made
                    && made.photos().equals(paced.photos());
            if (same) operations.set(i, paced);
            if (same) return true;
        }
        return false;
    }

    /** 2倍速播放，但最后5秒正常速度: those seconds are what was seen, and not what the first leaves of more. */
    private static boolean isAside(EditOperation first, EditOperation second) {
        if (!(first instanceof SetSpeed a && second instanceof SetSpeed b) || a.factor() || b.factor()) return false;
        if (!a.target().equals(Target.ALL) || !b.target().clips().isEmpty()) return false;
        if (b.target().spans().size() != 1) return false;
        Span span = b.target().spans().get(0);
        return span.in().equals(Moment.START) != span.out().equals(Moment.END);
    }

    private static SetSpeed besides(SetSpeed all, SetSpeed part) {
        Span span = part.target().spans().get(0);
        boolean first = span.in().equals(Moment.START);
        Span rest = first ? new Span(span.out(), Moment.END) : new Span(Moment.START, span.in());
        return new SetSpeed(all.amount(), all.factor(), new Target(List.of(), List.of(rest)));
    }

    /** 前10秒2倍速，10到20秒0.5倍速: what is played later changes its speed first, before its times are others. */
    private static int place(List<EditOperation> before, EditOperation next) {
        int at = before.size();
        while (at > 0 && isEarlier(before.get(at - 1), next)) at--;
        return at;
    }

    private static boolean isEarlier(EditOperation first, EditOperation second) {
        if (!(first instanceof SetSpeed a && second instanceof SetSpeed b)) return false;
        if (!a.target().clips().isEmpty() || !b.target().clips().isEmpty()) return false;
        return a.target().spans().stream().anyMatch(one -> b.target().spans().stream()
                        .allMatch(other -> one.out().share() == 0
                                && other.in().share() == 0
                                && one.out().offset().compareTo(other.in().offset()) <= 0))
                && a.target().spans().size() == 1;
    }

    /** "add some music, a bit quieter": what was just added. */
    private static boolean isOfMusic(EditOperation first, EditOperation second) {
        return first instanceof AddMusic
                && second instanceof SetVolume volume
                && volume.factor()
                && volume.whose() == SetVolume.Whose.UNSAID
                && volume.clip().isEmpty()
                && volume.spans().isEmpty();
    }

    /** "it's too dark, brighten it a little": what is wanted is said with more care the second time. */
    private static boolean isSaidTwice(EditOperation first, EditOperation second) {
        if (first instanceof SetVolume a && second instanceof SetVolume b) {
            boolean same = a.clip().equals(b.clip()) && a.spans().equals(b.spans()) && a.whose() == b.whose();
            return same && a.factor() && b.factor() && (a.amount() > 1) == (b.amount() > 1);
        }
        // "move it up, to the top": the second names the place.
        if (first instanceof RaiseText raise && raise.by().isPresent())
            return (second instanceof StyleText text && text.change().position().isPresent() && !raise.captions())
                    || (second instanceof StyleCaptions style
                            && style.position().isPresent()
                            && raise.captions());
        if (!(first instanceof ChangeColours a && second instanceof ChangeColours b)) return false;
        return a.target().equals(b.target())
                && a.change() instanceof ChangeColours.Adjust x
                && b.change() instanceof ChangeColours.Adjust y
                && x.isAlike(y);
    }

    /** "slightly vintage, you know, faded, with grain": the first says how much. */
    private static boolean isSameLook(EditOperation first, EditOperation second) {
        return first instanceof ChangeColours a
                && second instanceof ChangeColours b
                && a.target().equals(b.target())
                && a.change() instanceof ChangeColours.Style x
                && b.change() instanceof ChangeColours.Style y
                && x.look().style() == y.look().style()
                && y.look().strength() == 1;
    }

    /** "split at 0:30 and delete the second half": the halves are those of the split. */
    private static List<Span> afterSplit(SplitAt split, List<Span> spans) {
        if (split.moments().size() != 1) return spans;
        Moment at = split.moments().get(0);
        return spans.stream().map(span -> afterSplit(at, span)).toList();
    }

    private static Span afterSplit(Moment at, Span span) {
        if (!isHalf(span)) return span;
        return span.in().equals(Moment.START) ? new Span(Moment.START, at) : new Span(at, Moment.END);
    }

    private static boolean isHalf(Span span) {
        return span.equals(new Span(Moment.START, Moment.MIDDLE)) || span.equals(new Span(Moment.MIDDLE, Moment.END));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
