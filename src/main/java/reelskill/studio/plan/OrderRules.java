package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A new order of all clips: "order: beach, intro, interview", "reorder them 3, 1, 2". */
final class OrderRules {
    private static final Set<String> WORDS =
            Clause.concepts("ORDER MOVE PUT PLAY CHANGE JOIN CLIPREF CLIP VIDEO ALL NUMBER TO TOGETHER BE");

    private static final Set<String> TURNED =
            Clause.concepts("ORDER SWAP CLIP VIDEO ALL EVERYTHING PLAY CHANGE PUT MOVE FLIP REVERSE");
    private static final Set<String> STEP =
            Clause.concepts("MOVE PUT CLIPREF CLIP EARLIER LATER NUMBER SPOT SLIGHTLY BY");

    private static final Set<String> PLACED = Clause.concepts("MOVE PUT CHANGE CLIPREF CLIP TO AT ORDINAL NUMBER SPOT");

    private OrderRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean order = clause.has("ORDER") || (clause.hasAny("MOVE", "PUT", "PLAY") && clause.has("TOGETHER"));
        if (clause.all("ORDER", String.class).contains("reverse") && clause.isMadeOf(TURNED)) return turned(clause);
        boolean swaps = clause.text("SWAP").filter("order"::equals).isPresent() && !clause.has(Token.CLIPREF);
        if (swaps && clause.hasAny("CLIP", "ALL", "EVERYTHING") && clause.isMadeOf(TURNED)) return turned(clause);
        if (!order || !clause.isMadeOf(WORDS)) return Optional.empty();
        List<ClipRef> wanted = Stream.concat(
                        clause.clips().stream(),
                        clause.all(Token.NUMBER, Double.class).stream()
                                .map(number -> ClipRef.number(number.intValue())))
                .toList();
        List<Clips> clips = wanted.stream()
                .flatMap(ref -> Clips.find(clause.now(), ref).stream())
                .toList();
        int count = Clips.of(clause.now()).size();
        boolean all = count > 1
                && clips.size() == count
                && wanted.size() == count
                && clips.stream().distinct().count() == count;
        boolean mixed = !clause.clips().isEmpty() && clause.has(Token.NUMBER);
        return all && !mixed
                ? Optional.of(Reading.of(
                        new ArrangeClips(clips.stream().map(Clips::number).toList())))
                : Optional.empty();
    }

    /** "reverse the order of the clips": each plays forwards as before. */
    private static Optional<Reading> turned(Clause clause) {
        int count = Clips.of(clause.now()).size();
        if (count < 2) return Optional.empty();
        return Optional.of(Reading.of(new ArrangeClips(
                IntStream.range(0, count).mapToObj(at -> count - at).toList())));
    }

    /** "move the last clip one earlier", "move clip 1 down one spot". */
    static Optional<Reading> step(Clause clause) {
        boolean earlier = clause.has("EARLIER");
        boolean one = clause.hasAny("MOVE", "PUT") && clause.clips().size() == 1 && earlier != clause.has("LATER");
        if (!one || !clause.isMadeOf(STEP) || !clause.numbersAre(1)) return Optional.empty();
        List<Clips> moved = Clips.find(clause.now(), clause.clips().get(0));
        if (moved.size() != 1) return Optional.empty();
        int beside = moved.get(0).number() + (earlier ? -1 : 1);
        if (beside < 1 || beside > Clips.of(clause.now()).size()) return Optional.empty();
        return Optional.of(Reading.of(new MoveClip(
                clause.clips().get(0),
                earlier ? MoveClip.Place.BEFORE : MoveClip.Place.AFTER,
                Optional.of(ClipRef.number(beside)))));
    }

    /** "bring the third clip to the second position". */
    static Optional<Reading> to(Clause clause) {
        boolean one = clause.hasAny("MOVE", "PUT", "CHANGE") && clause.clips().size() == 1 && clause.has("SPOT");
        Optional<Integer> place = clause.text("ORDINAL")
                .map(Integer::parseInt)
                .or(() -> clause.one(Token.NUMBER, Double.class).map(Double::intValue));
        if (!one || place.isEmpty() || !clause.isMadeOf(PLACED)) return Optional.empty();
        int count = Clips.of(clause.now()).size();
        int wanted = place.get() < 0 ? count + 1 + place.get() : place.get();
        List<Clips> moved = Clips.find(clause.now(), clause.clips().get(0));
        if (moved.size() != 1
                || wanted < 1
                || wanted > count
                || wanted == moved.get(0).number()) return Optional.empty();
        boolean earlier = wanted < moved.get(0).number();
        return Optional.of(Reading.of(new MoveClip(
                clause.clips().get(0),
                earlier ? MoveClip.Place.BEFORE : MoveClip.Place.AFTER,
                Optional.of(ClipRef.number(wanted)))));
    }

    /** "put the beach first, then the interview, then the intro": each behind the one before. */
    static Optional<EditOperation> next(Clause clause, List<EditOperation> done) {
        if (done.isEmpty() || !(done.get(done.size() - 1) instanceof MoveClip move)) return Optional.empty();
        boolean chain = move.place() == MoveClip.Place.BEFORE
                ? move.other().isEmpty()
                : move.other().isPresent();
        ClipRef before = move.clip().number() == 0 || move.other().isPresent() ? move.clip() : ClipRef.number(1);
        boolean named = before.number() <= 1 && chain;
        return ClipWords.clip(clause)
                .filter(next -> named && next.number() == 0)
                .map(next -> new MoveClip(next, MoveClip.Place.AFTER, Optional.of(before)));
    }
}
