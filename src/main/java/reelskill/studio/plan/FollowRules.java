package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reelskill.language.Language;

/**
 * What goes on with the last change instead of naming one: "a little more", "not so strong", "make that 5 seconds", "in
 * red", "no, the other clip", "again for the second clip", "再强一点".
 */
final class FollowRules {
    private static final Set<String> PLACE =
            Clause.concepts("CLIPREF SPAN CLIP VIDEO ALL EVERYTHING FOR TO AT FROM PUT CHANGE ADD PART BETWEEN");
    private static final Set<String> AGAIN = Clause.union(PLACE, Set.of("AGAIN", "START", "END"));
    private static final Set<String> OTHER = Clause.union(PLACE, Clause.concepts("INSTEAD NOT OTHERCLIP AGAIN"));
    private static final Set<String> ONLY = Clause.concepts("ONLY CLIPREF CLIP FOR AT");
    private static final Set<String> STRENGTH = Clause.concepts(
            "MORE LESS AGGRESSIVE GENTLE SLIGHTLY MUCH STRONG TOOMUCH TOOLITTLE HALF HALVE DOUBLE NOT CHANGE AGAIN");
    private static final Set<String> SIZE =
            Clause.concepts("SCALE MOREBIT LESSBIT SIZE SLIGHTLY MUCH CHANGE STRONG MORE");
    private static final Set<String> LENGTH =
            Clause.concepts("TIME NUMBER SPAN ORDINAL ONLY INSTEAD NOT CHANGE LONG FOR TO AGAIN TOOMUCH");
    private static final Set<String> COLOUR = Clause.concepts("COLOR COLORWORD INSTEAD NOT CHANGE TO AGAIN ADD IN");
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(15);

    private FollowRules() {}

    static Optional<Reading> read(Clause clause) {
        return again(clause)
                .or(() -> other(clause))
                .or(() -> away(clause))
                .or(() -> strength(clause))
                .or(() -> size(clause))
                .or(() -> length(clause))
                .or(() -> colour(clause))
                .or(() -> InsteadRule.read(clause));
    }

    /** The same thing for other clips, on top of what is there. */
    private static Optional<Reading> again(Clause clause) {
        if (!clause.has("AGAIN") || !clause.isMadeOf(AGAIN)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (clause.hasAny("START", "END")) return atOtherEnd(clause, last);
        if (last.isEmpty()) return Optional.of(nothingBefore(clause));
        boolean bare = !clause.hasAny(Token.CLIPREF, Token.SPAN, "ALL", "EVERYTHING");
        if (bare) return Optional.of(Reading.of(last));
        boolean cuts = last.get(last.size() - 1) instanceof RemoveRanges && clause.has(Token.SPAN);
        if (cuts)
            return Optional.of(Reading.of(
                    new RemoveRanges(clause.spans(), clause.clips().stream().findFirst())));
        if (clause.hasAny("ALL", "EVERYTHING")) return Optional.of(everywhere(clause, last));
        List<EditOperation> there = each(last, operation -> on(operation, clause));
        return Optional.of(there.isEmpty() ? noClip(clause) : Reading.of(there));
    }

    /** "do the same at the end", of what was done at the start. */
    private static Optional<Reading> atOtherEnd(Clause clause, List<EditOperation> last) {
        boolean end = clause.has("END");
        boolean bare = !clause.hasAny(Token.CLIPREF, Token.SPAN, "ALL", "EVERYTHING") && end != clause.has("START");
        if (!bare || last.isEmpty()) return Optional.empty();
        EditOperation done = last.get(last.size() - 1);
        if (done instanceof Fade fade) {
            Optional<Duration> length = end ? fade.in() : fade.out();
            return length.map(
                    time -> Reading.of(end ? new Fade(Optional.empty(), length) : new Fade(length, Optional.empty())));
        }
        if (!(done instanceof RemoveRanges cut) || cut.spans().size() != 1) return Optional.empty();
        return cut.spans()
                .get(0)
                .edge(end)
                .map(time ->
                        Reading.of(new RemoveRanges(List.of(end ? Span.last(time) : Span.first(time)), cut.within())));
    }

    /** It was done to one clip; done once more to all, that one would have it twice. */
    private static Reading everywhere(Clause clause, List<EditOperation> last) {
        boolean already = last.stream()
                .anyMatch(operation ->
                        operation.on(Target.ALL).filter(operation::equals).isPresent());
        return already
                ? Reading.notAvailable(clause.say("The last change was made to all clips already.", "上一步已经应用于所有片段。"))
                : instead(clause, last, operation -> operation.on(Target.ALL).stream()
                        .toList());
    }

    /** A target for each clip where an operation knows only one. */
    private static List<EditOperation> on(EditOperation operation, Clause clause) {
        Optional<EditOperation> all = operation.on(Target.of(clause));
        if (all.isPresent() || clause.clips().size() < 2) return all.stream().toList();
        return clause.clips().stream()
                .flatMap(clip -> operation.on(new Target(List.of(clip), clause.spans())).stream())
                .toList();
    }

    /** Another clip in place of the one it was done to. */
    private static Optional<Reading> other(Clause clause) {
        // A file that is not on the timeline is no other clip of it: "use song.mp3 instead".
        boolean there = clause.clips().stream()
                .allMatch(ref ->
                        ref.number() != 0 || !Clips.find(clause.now(), ref).isEmpty());
        boolean named = there && clause.has(Token.CLIPREF) && clause.hasAny("INSTEAD", "NOT");
        // 第一段加速，第二段不要: only 不，第二段 is an answer.
        boolean behind = clause.language() == Language.CHINESE
                && clause.has("NOT")
                && !clause.hasAny("INSTEAD", "OTHERCLIP")
                && (!clause.tokens().get(0).is("NOT") || !clause.has(Token.SOFT));
        if (behind) return Optional.empty();
        if (there && clause.has("ONLY") && clause.has(Token.CLIPREF) && clause.isMadeOf(ONLY)) return onlyOf(clause);
        if ((!named && !clause.has("OTHERCLIP")) || !clause.isMadeOf(OTHER)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.of(nothingBefore(clause));
        if (named) return Optional.of(instead(clause, last, operation -> on(operation, clause)));
        List<ClipRef> others = others(clause, last);
        if (others.size() != 1) {
            return Optional.of(Reading.ask(
                    clause.say("Which clip? For example: clip 2", "哪一个片段？例如：第2个片段"),
                    clause.say("I meant %s", "我是说%s", Question.BLANK)));
        }
        Target other = new Target(others, List.of());
        return Optional.of(
                instead(clause, last, operation -> operation.on(other).stream().toList()));
    }

    /** "make it warmer", and then "only the first clip": what was done to all clips is done to that one. */
    private static Optional<Reading> onlyOf(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean all = !last.isEmpty()
                && last.stream().allMatch(operation -> operation
                        .on(Target.ALL)
                        .filter(operation::equals)
                        .isPresent());
        return all ? Optional.of(Reading.instead(each(last, operation -> on(operation, clause)))) : Optional.empty();
    }

    private static List<ClipRef> others(Clause clause, List<EditOperation> last) {
        List<Clips> clips = Clips.of(clause.now());
        List<ClipRef> all =
                clips.stream().map(clip -> ClipRef.number(clip.number())).toList();
        return all.stream()
                .filter(ref -> last.stream().noneMatch(operation -> isSame(operation, ref, clips.size())))
                .toList();
    }

    /** What is done to a clip already is the same when it is done to it once more. */
    private static boolean isSame(EditOperation operation, ClipRef ref, int count) {
        ClipRef fromEnd = ClipRef.number(ref.number() - count - 1);
        return operation
                        .on(new Target(List.of(ref), List.of()))
                        .filter(operation::equals)
                        .isPresent()
                || operation
                        .on(new Target(List.of(fromEnd), List.of()))
                        .filter(operation::equals)
                        .isPresent();
    }

    /** "take it away again" right behind what put something there; what went is not what anybody wants away. */
    private static Optional<Reading> away(Clause clause) {
        boolean bare = clause.language() == Language.CHINESE
                && clause.has("REMOVE")
                && clause.tokens().stream().allMatch(token -> token.is("REMOVE"));
        if (!bare) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        boolean put = last.size() == 1
                && (last.get(0) instanceof AddText
                        || last.get(0) instanceof AddMusic
                        || last.get(0) instanceof AddCaptions
                        || last.get(0) instanceof AddInset
                        || last.get(0) instanceof AddEndCard
                        || last.get(0) instanceof AddTransitions
                        || last.get(0) instanceof SetBars);
        return put ? Optional.of(Reading.history(-1)) : Optional.empty();
    }

    private static Optional<Reading> strength(Clause clause) {
        boolean up = clause.hasAny("MORE", "TOOLITTLE", "DOUBLE", "AGGRESSIVE") && !clause.has("LESS");
        boolean down = clause.hasAny("LESS", "TOOMUCH", "HALF", "HALVE", "GENTLE")
                || (clause.has("NOT") && clause.has("STRONG"));
        boolean bareHalf = clause.tokens().stream().allMatch(token -> token.is("HALF"));
        if (up == down || bareHalf || !clause.isMadeOf(STRENGTH)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.of(askWhat(clause));
        double factor = factor(clause, up);
        return Optional.of(instead(
                clause, last, operation -> operation.scaled(factor).stream().toList()));
    }

    /** "make it bigger" where nothing was done that has a size, and no other rule knows what has one. */
    static Optional<Reading> ask(Clause clause) {
        boolean size = clause.hasAny("SCALE", "MOREBIT", "LESSBIT") && clause.isMadeOf(SIZE);
        return size ? Optional.of(askWhat(clause)) : Optional.empty();
    }

    private static Reading askWhat(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Which do you mean? For example: louder; brighter; a bigger title; zoom in 1.5x",
                        "指的是什么？例如：大声一点；亮一点；标题大一点；画面放大1.5倍"),
                "");
    }

    private static double factor(Clause clause, boolean up) {
        if (clause.hasAny("HALF", "HALVE")) return 0.5;
        if (clause.has("DOUBLE")) return 2;
        if (clause.has("SLIGHTLY")) return up ? 1.3 : 0.7;
        if (clause.has("MUCH")) return up ? 2.2 : 0.3;
        return up ? 1.6 : 0.6;
    }

    /** "make it bigger": of what was put there last; where that has no size, another rule may know. */
    private static Optional<Reading> size(Clause clause) {
        if (!clause.hasAny("SCALE", "MOREBIT", "LESSBIT") || !clause.isMadeOf(SIZE)) return Optional.empty();
        double scale = clause.text("SCALE").map(Double::parseDouble).orElse(clause.has("MOREBIT") ? 1.25 : 0.8);
        double factor = clause.has("SLIGHTLY") && clause.has("SCALE") ? (scale > 1 ? 1.2 : 0.83) : scale;
        return replaced(clause, operation -> operation.sized(factor));
    }

    /** "no, just the last 10" corrects "remove the last 20 seconds". */
    private static Optional<Duration> corrected(Clause clause) {
        boolean corrects = clause.hasAny("NOT", "TOOMUCH") && clause.has("ONLY");
        Optional<Duration> edge = clause.spans().stream().findFirst().flatMap(span -> span.edge(true)
                .or(() -> span.edge(false)));
        boolean counted = clause.hasAny("ORDINAL", "TOOMUCH") && clause.count(Token.NUMBER) == 1;
        if (!corrects) return Optional.empty();
        return counted
                ? clause.one(Token.NUMBER, Double.class).map(number -> Duration.ofNanos(Math.round(number * 1e9)))
                : edge;
    }

    private static Optional<Reading> length(Clause clause) {
        Optional<Duration> time = clause.time()
                .or(() -> clause.one(Token.NUMBER, Double.class)
                        .filter(number -> !clause.has(Token.TIME) && (clause.has("INSTEAD") || isBareNumber(clause)))
                        .map(number -> Duration.ofNanos(Math.round(number * 1e9))))
                .or(() -> corrected(clause))
                .filter(it -> !it.isZero());
        if (time.isPresent() && clause.has("ALL") && clause.without("ALL").isMadeOf(LENGTH))
            return bothLast(clause, time.get());
        if (time.isEmpty() || !clause.isMadeOf(LENGTH)) return Optional.empty();
        boolean corrects = clause.hasAny("INSTEAD", "NOT", "TOOMUCH");
        boolean short_ = clause.hasAny("CHANGE", "LONG") && time.get().compareTo(LONGEST_GUESS) <= 0;
        if (!corrects && !short_) return Optional.empty();
        return replaced(clause, operation -> operation.lasting(time.get()));
    }

    /** "actually make that 3". */
    private static boolean isBareNumber(Clause clause) {
        return clause.tokens().size() == 2 && clause.tokens().get(0).is("CHANGE");
    }

    /** "fade in, then fade out, both 2 seconds". */
    private static Optional<Reading> bothLast(Clause clause, Duration length) {
        List<EditOperation> last = clause.last().get();
        List<EditOperation> changed =
                each(last, operation -> operation.lasting(length).stream().toList());
        return last.size() > 1 && changed.size() == last.size()
                ? Optional.of(Reading.instead(changed))
                : Optional.empty();
    }

    private static Optional<Reading> colour(Clause clause) {
        if (clause.count("COLOR") != 1 || !clause.isMadeOf(COLOUR)) return Optional.empty();
        int rgb = Integer.parseInt(clause.text("COLOR").orElseThrow(), 16);
        return replaced(clause, operation -> operation.coloured(rgb));
    }

    private static Optional<Reading> replaced(Clause clause, Function<EditOperation, Optional<EditOperation>> change) {
        List<EditOperation> last = clause.last().get();
        boolean any =
                last.stream().anyMatch(operation -> change.apply(operation).isPresent());
        return any
                ? Optional.of(instead(clause, last, operation -> change.apply(operation).stream()
                        .toList()))
                : Optional.empty();
    }

    /** Changes the last operation of those done together to which that can be done; the others stay. */
    private static Reading instead(
            Clause clause, List<EditOperation> last, Function<EditOperation, List<EditOperation>> change) {
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

    private static <T> List<T> each(List<T> all, Function<T, List<T>> change) {
        return all.stream().flatMap(one -> change.apply(one).stream()).toList();
    }

    private static Reading nothingBefore(Clause clause) {
        return Reading.notAvailable(clause.say("There is no earlier change that this could mean.", "之前没有可以参照的修改。"));
    }

    private static Reading noClip(Clause clause) {
        return Reading.notAvailable(clause.say(
                "The last change was not one of a clip, so I cannot do the same to another.",
                "上一步不是针对某个片段的修改，无法用于其他片段。"));
    }

    private static Reading noMore(Clause clause) {
        return Reading.notAvailable(clause.say(
                "The last change has no more or less that I could change; say what you mean, for example: louder; warmer; a bigger title.",
                "上一步没有可以加强或减弱的程度；请说明要改什么，例如：大声一点；暖一点；标题大一点。"));
    }
}
