package reelskill.studio.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "undo", "undo the last two changes", "redo", "撤销". */
final class HistoryRules {
    private static final Set<String> WORDS =
            Clause.concepts("UNDO REDO STEP ORDINAL NUMBER VIDEO CHANGE PART ALL EVERYTHING AGAIN INSTEAD BEFORE");
    private static final int MOST_STEPS = 50;
    private static final Set<Class<? extends EditOperation>> CUTS =
            Set.of(RemoveRanges.class, KeepRanges.class, RemoveClip.class, CutBoring.class, FitTo.class);

    private static final Set<Class<? extends EditOperation>> GONE = Set.of(
            RemoveRanges.class,
            KeepRanges.class,
            RemoveClip.class,
            RemoveText.class,
            RemoveMusic.class,
            RemoveCaptions.class,
            RemoveInset.class,
            RemoveTransitions.class,
            RemoveEndCard.class);

    private static final Set<String> BACK = Clause.concepts("REDO NOT CHANGE STEP VIDEO CLIP AGAIN");
    private static final Set<String> OF_LAST = Clause.concepts(
            "UNDO ADD MUTE QUIETWORD RESTORE REDO TAKENOUT BEFORE TO STEP CHANGE ONLY PART SPEED FASTER SLOWER SLOWMO REVERSE FREEZE CUT TRIM REMOVE CLIP MOVE SWAP SPLIT"
                    + " MUSIC TITLE SUBTITLES TRANSITION KIND FADE FADEIN FADEOUT FADEBOTH LOOK ZOOMIN ZOOMOUT COLORWORD CROP");

    /** What undoes which of the things done together. */
    private static final Map<String, Set<Class<? extends EditOperation>>> THINGS = Map.ofEntries(
            Map.entry("SPEED", Set.of(SetSpeed.class, SpeedTo.class)),
            Map.entry("FASTER", Set.of(SetSpeed.class, SpeedTo.class)),
            Map.entry("SLOWER", Set.of(SetSpeed.class)),
            Map.entry("SLOWMO", Set.of(SetSpeed.class)),
            Map.entry("REVERSE", Set.of(PlayBackwards.class)),
            Map.entry("FREEZE", Set.of(FreezeFrame.class)),
            Map.entry("TAKENOUT", CUTS),
            Map.entry("CUT", CUTS),
            Map.entry("TRIM", CUTS),
            Map.entry("REMOVE", CUTS),
            Map.entry("MOVE", Set.of(MoveClip.class, MovePart.class, ArrangeClips.class)),
            Map.entry("SWAP", Set.of(SwapClips.class)),
            Map.entry("SPLIT", Set.of(SplitAt.class)),
            Map.entry("MUSIC", Set.of(AddMusic.class)),
            Map.entry("TITLE", Set.of(AddText.class)),
            Map.entry("SUBTITLES", Set.of(AddCaptions.class)),
            Map.entry("TRANSITION", Set.of(AddTransitions.class)),
            Map.entry("KIND", Set.of(AddTransitions.class)),
            Map.entry("FADE", Set.of(Fade.class)),
            Map.entry("FADEIN", Set.of(Fade.class)),
            Map.entry("FADEOUT", Set.of(Fade.class)),
            Map.entry("FADEBOTH", Set.of(Fade.class)),
            Map.entry("LOOK", Set.of(ChangeColours.class)),
            Map.entry("MUTE", Set.of(SetVolume.class)),
            Map.entry("QUIETWORD", Set.of(SetVolume.class)),
            Map.entry("COLORWORD", Set.of(ChangeColours.class, BalanceColours.class)),
            Map.entry("ZOOMIN", Set.of(FrameClips.class, ZoomSlowly.class)),
            Map.entry("ZOOMOUT", Set.of(FrameClips.class, ZoomSlowly.class)));

    private static final Set<String> BROUGHT = Clause.concepts("RESTORE REDO CLIPREF CLIP NOT AGAIN");

    private HistoryRules() {}

    static Optional<Reading> read(Clause clause) {
        // "no, put it back": what was just taken away.
        boolean back = clause.text("REDO").filter("back"::equals).isPresent() && clause.has("NOT");
        if (back && clause.isMadeOf(BACK)) return Optional.of(Reading.history(-1));
        boolean bare = clause.text("REDO").filter("back"::equals).isPresent() && clause.isMadeOf(BACK);
        Optional<Reading> gone = bare ? putBack(clause.last().get()) : Optional.empty();
        if (gone.isPresent()) return gone;
        boolean undo = clause.has("UNDO");
        if (undo == clause.has("REDO") || !clause.isMadeOf(WORDS)) return Optional.empty();
        boolean all = clause.hasAny("ALL", "EVERYTHING")
                || clause.all("UNDO", String.class).contains("all");
        if (undo && all) return Optional.of(Reading.history(-MOST_STEPS));
        boolean twice = clause.text("UNDO").filter("2"::equals).isPresent();
        double steps = clause.one(Token.NUMBER, Double.class).orElse(twice ? 2.0 : 1.0);
        if (steps < 1 || steps > MOST_STEPS || steps != Math.rint(steps)) return Optional.empty();
        return Optional.of(Reading.history((int) (undo ? -steps : steps)));
    }

    /** "bring it back", right behind what took it away; empty where nothing was. */
    private static Optional<Reading> putBack(List<EditOperation> last) {
        List<EditOperation> rest =
                last.stream().filter(done -> !GONE.contains(done.getClass())).toList();
        if (rest.size() == last.size()) return Optional.empty();
        return Optional.of(rest.isEmpty() ? Reading.history(-1) : Reading.instead(rest));
    }

    /** "undo the speed change": of what was done together the rest stays. */
    static Optional<Reading> ofLast(Clause clause) {
        Set<Class<? extends EditOperation>> meant = clause.tokens().stream()
                .flatMap(token -> Stream.ofNullable(THINGS.get(token.concept())))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        boolean brings = clause.hasAny("RESTORE", "REDO") && clause.has("TAKENOUT");
        if (clause.hasAny("RESTORE", "REDO") && clause.clips().size() == 1 && clause.isMadeOf(BROUGHT))
            return broughtBack(clause);
        if ((!clause.has("UNDO") && !brings) || meant.isEmpty() || !clause.isMadeOf(OF_LAST)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        List<EditOperation> rest =
                last.stream().filter(done -> !meant.contains(done.getClass())).toList();
        // "go back to before the music": with it goes what was done together with it.
        boolean before = clause.has("BEFORE");
        if (before && rest.size() < last.size()) return Optional.of(Reading.history(-1));
        if (!before && rest.size() < last.size())
            return Optional.of(rest.isEmpty() ? Reading.history(-1) : Reading.instead(rest));
        return Optional.empty();
    }

    /** "put back the interview", right behind what took it away. */
    private static Optional<Reading> broughtBack(Clause clause) {
        List<EditOperation> last = clause.last().get();
        ClipRef wanted = clause.clips().get(0);
        List<EditOperation> rest = last.stream()
                .filter(done ->
                        !(done instanceof RemoveClip gone) || !gone.clip().equals(wanted))
                .toList();
        if (rest.size() == last.size()) return Optional.empty();
        return Optional.of(rest.isEmpty() ? Reading.history(-1) : Reading.instead(rest));
    }

    /** "undo the music" takes it away, whenever it was added. */
    static Optional<Reading> ofThing(Clause clause) {
        if (!clause.has("UNDO") || clause.has("BEFORE") || !clause.hasAny("MUSIC", "TITLE", "SUBTITLES", "TRANSITION"))
            return Optional.empty();
        List<Token> removed = clause.tokens().stream()
                .map(token -> token.is("UNDO") ? token.as("REMOVE") : token)
                .toList();
        return Rules.read(clause.with(removed));
    }
}
