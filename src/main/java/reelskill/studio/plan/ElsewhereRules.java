package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * What was done last, for other clips: besides ("again for the second clip", "do the same at the end") or in place of those it
 * was done to ("no, the other clip", "only the first clip"). The last change is looked at only where the words are such.
 */
final class ElsewhereRules {
    private static final Set<String> PLACE =
            Clause.concepts("CLIPREF SPAN CLIP VIDEO ALL EVERYTHING FOR TO AT FROM PUT CHANGE ADD PART BETWEEN");
    private static final Set<String> AGAIN = Clause.union(PLACE, Set.of("AGAIN", "START", "END", Token.CUTREF));
    private static final Set<String> OTHER = Clause.union(PLACE, Clause.concepts("INSTEAD NOT OTHERCLIP AGAIN"));
    private static final Set<String> EXCEPT = Clause.concepts("EXCEPT NOT CLIPREF CLIP FOR AT FROM");
    private static final Set<String> ONLY = Clause.concepts("ONLY CLIPREF CLIP FOR AT BEHIND");

    private static final Set<String> ONLY_THERE = Clause.concepts("ONLY SPAN CLIPREF CLIP FOR AT FROM INSTEAD NOT");

    private ElsewhereRules() {}

    /** Returns the last change for the clips that {@code clause} names; empty where it says anything else of them. */
    static Optional<Reading> read(Clause clause) {
        return again(clause).or(() -> other(clause));
    }

    /** The same thing for other clips, on top of what is there. */
    private static Optional<Reading> again(Clause clause) {
        if (!clause.has("AGAIN") || !clause.isMadeOf(AGAIN)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (!last.isEmpty()
                && last.get(last.size() - 1) instanceof AddTransitions added
                && clause.count(Token.CUTREF) == 1)
            return Rules.read(clause.with(clause.all(Token.CUTREF, List.class).stream()
                    .flatMap(cut -> Stream.of(
                            new Token("KIND", added.kind().name().toLowerCase(Locale.ROOT), 0, 0),
                            new Token(Token.TIME, added.length(), 0, 0),
                            new Token(Token.CUTREF, cut, 0, 0)))
                    .toList()));
        if (clause.hasAny("START", "END")) return atOtherEnd(clause, last);
        if (last.isEmpty()) return Optional.of(nothingBefore(clause));
        boolean bare = !clause.hasAny(Token.CLIPREF, Token.SPAN, "ALL", "EVERYTHING");
        if (bare) return Optional.of(Reading.of(last));
        if (last.get(last.size() - 1) instanceof RemoveRanges cut && clause.has(Token.SPAN)) {
            // "and the last 5 seconds too", of the clip whose first 5 went.
            Optional<ClipRef> same = clause.has("VIDEO") ? Optional.empty() : cut.within();
            return Optional.of(Reading.of(new RemoveRanges(
                    clause.spans(), clause.clips().stream().findFirst().or(() -> same))));
        }
        if (clause.hasAny("ALL", "EVERYTHING")) return Optional.of(everywhere(clause, last));
        List<EditOperation> there = Amended.each(last, operation -> on(operation, clause));
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
                : Amended.last(
                        clause, operation -> operation.on(Target.ALL).stream().toList());
    }

    /** A target for each clip where an operation knows only one. */
    private static List<EditOperation> on(EditOperation operation, Clause clause) {
        boolean ofClip = operation instanceof SetSpeed && clause.has(Token.SPAN) && !clause.has("VIDEO");
        Target there = ofClip && clause.clips().isEmpty()
                ? new Target(((SetSpeed) operation).target().clips(), clause.spans())
                : Target.of(clause);
        Optional<EditOperation> all = operation.on(there);
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
        if (there && isExcept(clause)) return exceptOf(clause);
        if (there && clause.has("ONLY") && clause.has(Token.CLIPREF) && clause.isMadeOf(ONLY)) return onlyOf(clause);
        if (clause.has("ONLY") && clause.has(Token.SPAN) && clause.isMadeOf(ONLY_THERE)) return onlyThere(clause);
        if ((!named && !clause.has("OTHERCLIP")) || !clause.isMadeOf(OTHER)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.of(nothingBefore(clause));
        if (named) return Optional.of(Amended.last(clause, operation -> on(operation, clause)));
        List<ClipRef> others = others(clause, last);
        if (others.size() != 1) {
            return Optional.of(Reading.ask(
                    clause.say("Which clip? For example: clip 2", "哪一个片段？例如：第2个片段"),
                    clause.say("I meant %s", "我是说%s", Question.BLANK)));
        }
        Target other = new Target(others, List.of());
        return Optional.of(
                Amended.last(clause, operation -> operation.on(other).stream().toList()));
    }

    private static boolean isExcept(Clause clause) {
        if (clause.tokens().isEmpty()) return false;
        Token first = clause.tokens().get(0);
        boolean excepts = first.is("EXCEPT") || (clause.language() == Language.ENGLISH && Limiting.excludes(first));
        return excepts && clause.has(Token.CLIPREF) && clause.isMadeOf(EXCEPT);
    }

    /** "make it warmer", and then "not clip 3": what was done to all clips is done to the others. */
    private static Optional<Reading> exceptOf(Clause clause) {
        List<EditOperation> last = clause.last().get();
        List<Integer> spared = Clips.numbers(clause.now(), clause.tokens());
        List<Token> others = Clips.of(clause.now()).stream()
                .filter(clip -> !spared.contains(clip.number()))
                .map(clip -> new Token(Token.CLIPREF, ClipRef.number(clip.number()), 0, 0))
                .toList();
        return isOfAll(last) && !others.isEmpty()
                ? Optional.of(Reading.instead(Amended.each(last, operation -> on(operation, clause.with(others)))))
                : Optional.empty();
    }

    private static boolean isOfAll(List<EditOperation> last) {
        return !last.isEmpty()
                && last.stream().allMatch(operation -> operation
                        .on(Target.ALL)
                        .filter(operation::equals)
                        .isPresent());
    }

    /** "make it warmer", and then "only the first clip": what was done to all clips is done to that one. */
    private static Optional<Reading> onlyOf(Clause clause) {
        List<EditOperation> last = clause.last().get();
        if (isOfAll(last)) return Optional.of(Reading.instead(Amended.each(last, operation -> on(operation, clause))));
        // "add captions", and then "only on clip 2": the other clips are not to go.
        boolean added = !last.isEmpty()
                && clause.language() == Language.ENGLISH
                && last.stream().allMatch(done -> done.removal().isPresent());
        List<EditOperation> during =
                Amended.each(last, done -> during(clause, done).stream().toList());
        if (added && during.size() == last.size()) return Optional.of(Reading.instead(during));
        if (added) return Optional.of(noClip(clause));
        // "make it vertical", and then "just the intro".
        boolean kept = last.isEmpty()
                || clause.language() == Language.CHINESE
                || last.stream().anyMatch(ElsewhereRules::isCut);
        return kept ? Optional.empty() : Optional.of(keptOrChanged(clause));
    }

    /** "put the logo top right", and then "only on the interview": as long as that one plays. */
    private static Optional<EditOperation> during(Clause clause, EditOperation done) {
        List<Clips> there = clause.clips().size() == 1
                ? Clips.find(clause.now(), clause.clips().get(0))
                : List.of();
        if (there.size() != 1) return Optional.empty();
        if (done instanceof AddText || done instanceof AddMusic)
            return Optional.of(new DuringClip(clause.clips().get(0), done));
        if (!(done instanceof AddInset inset) || !inset.when().equals(Showing.WHOLE)) return Optional.empty();
        Span when = new Span(
                Moment.at(clause.now().rate().time(there.get(0).range().in())),
                Moment.at(clause.now().rate().time(there.get(0).range().out())));
        return Optional.of(new AddInset(inset.item(), inset.look(), when));
    }

    /** "make it black and white", and then "just the first 10 seconds": not the video is to be so long. */
    private static Optional<Reading> onlyThere(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean cuts = clause.language() == Language.CHINESE
                || last.isEmpty()
                || last.stream().anyMatch(ElsewhereRules::isCut);
        if (cuts || clause.clips().size() > 1) return Optional.empty();
        List<ClipRef> clips = clause.clips().isEmpty()
                ? LastClip.of(clause.now(), last).stream().toList()
                : clause.clips();
        Target there = new Target(clips, clause.spans());
        List<EditOperation> narrowed =
                Amended.each(last, operation -> operation.on(there).stream().toList());
        return Optional.of(narrowed.size() == last.size() ? Reading.instead(narrowed) : keptOrChanged(clause));
    }

    private static Reading keptOrChanged(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Is only that part of the video to stay, or the last change only there? For example: keep the first 10 seconds; undo that",
                        "是只留下这一段，还是刚才的改动只用在这一段？例如：保留前10秒；撤销"),
                "");
    }

    private static boolean isCut(EditOperation done) {
        return done instanceof RemoveRanges
                || done instanceof KeepRanges
                || done instanceof RemoveClip
                || done instanceof FitTo
                || done instanceof CutBoring
                || done instanceof SplitAt;
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

    private static Reading nothingBefore(Clause clause) {
        return Reading.notAvailable(clause.say("There is no earlier change that this could mean.", "之前没有可以参照的修改。"));
    }

    private static Reading noClip(Clause clause) {
        return Reading.notAvailable(clause.say(
                "The last change was not one of a clip, so I cannot do the same to another.",
                "上一步不是针对某个片段的修改，无法用于其他片段。"));
    }
}
