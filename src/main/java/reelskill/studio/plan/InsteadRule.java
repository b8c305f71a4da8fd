package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "make it sepia instead", "put the logo instead": another thing in place of the one that was done last. */
final class InsteadRule {
    /** What stands by itself, so that any of them can stand where another one did. */
    private static final Set<Class<? extends EditOperation>> ADDED =
            Set.of(AddText.class, AddInset.class, AddEndCard.class);

    /** What takes the place of what is there by itself: nobody has to say instead of what. */
    private static final Set<Class<? extends EditOperation>> REPLACING = Set.of(
            ReplaceBackground.class,
            SetCanvas.class,
            StyleText.class,
            StyleCaptions.class,
            ChangeText.class,
            MoveText.class,
            ChangeInset.class);

    private static final Set<Class<? extends EditOperation>> CUTS =
            Set.of(RemoveRanges.class, KeepRanges.class, FitTo.class, SetSpeed.class);

    private InsteadRule() {}

    static Optional<Reading> read(Clause clause) {
        Clause wish = clause.without("INSTEAD");
        if (!clause.has("INSTEAD") || wish.tokens().isEmpty()) return Optional.empty();
        return Rules.read(wish)
                .filter(reading -> reading.asksForSomething() && !reading.instead() && !reading.wantsExport())
                .map(reading -> replacing(clause, reading.operations()));
    }

    private static Reading replacing(Clause clause, List<EditOperation> wanted) {
        List<EditOperation> last = clause.last().get();
        // "the beginning drags, start at 0:14 instead": instead of how it is.
        if (last.isEmpty() && wanted.stream().allMatch(it -> CUTS.contains(it.getClass()))) return Reading.of(wanted);
        boolean alike = last.size() == 1 && wanted.size() == 1 && isAlike(last.get(0), wanted.get(0));
        boolean replacing =
                wanted.stream().allMatch(one -> REPLACING.contains(one.getClass()) || isOtherSound(clause, one));
        if (!alike && replacing) return Reading.of(wanted);
        return alike
                ? Reading.instead(wanted)
                : Reading.ask(
                        clause.say(
                                "Instead of what? Say what should go, for example: remove the title and add my logo",
                                "要换掉什么？请说出要去掉的，例如：去掉标题，加上标志"),
                        "");
    }

    /** Music takes the place of music, and of a sound that was just muted. */
    private static boolean isOtherSound(Clause clause, EditOperation wanted) {
        boolean muted =
                clause.last().get().stream().anyMatch(one -> one instanceof SetVolume volume && volume.amount() == 0);
        return wanted instanceof AddMusic && (muted || !clause.now().music().isEmpty());
    }

    private static boolean isAlike(EditOperation last, EditOperation wanted) {
        return last.getClass() == wanted.getClass()
                || (ADDED.contains(last.getClass()) && ADDED.contains(wanted.getClass()));
    }
}
