package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reelskill.studio.timeline.Timeline;

/** A clause that only says where the wish before it is to be done, or where it is not. Pure. */
final class Narrowing {
    private static final Pattern ONLY = Pattern.compile("^[\\s,，]*(?:但是?|不过)?(?:只要|就要|只有|只对|只给|只把|只在|仅|就对|就给)");
    private static final Pattern NOT = Pattern.compile(
            "(?:不要|别加|不加|别要|不用|不变|除外|例外|别动|不动|不用动|保持不变|保持原样|(?:留着?|保留|不[变动]|别动)(?:原声|声音|原来的声音|原音)|(?:原声|声音)(?:保留|留着|不[变动]|别动))$");

    private static final Set<String> SPARING = Clause.concepts("NOT ADD CHANGE CLIPREF KEEP EXCEPT OWNSOUND STILLNESS");

    private Narrowing() {}

    /**
     * Returns {@code done} in the part alone that {@code atom} leaves it: 放慢到0.5倍速，只要10到15秒那段, 全部加黑白，第三段不要.
     *
     * @param said the atom's words
     * @return empty where the atom says anything else, or where nothing of this can be done in a part
     */
    static Optional<List<EditOperation>> of(
            List<EditOperation> done, boolean placed, String said, List<Token> atom, Timeline now) {
        List<ClipRef> spared = spared(said, atom);
        if (!spared.isEmpty()) return elsewhere(done, spared, Atoms.has(atom, "OWNSOUND"), now);
        return target(said, atom).filter(where -> !placed).flatMap(where -> there(done, List.of(where)));
    }

    /** Returns whether the atom limits what was added right before it, in whatever way. */
    static boolean limits(List<EditOperation> done, String said, List<Token> atom) {
        boolean added = done.stream().anyMatch(Narrowing::isAdded);
        return !spared(said, atom).isEmpty() || (added && target(said, atom).isPresent());
    }

    /** 加黑白滤镜，前5秒不要: that time may go, or be spared; 前5秒不要了 goes. */
    static boolean isUnwanted(List<EditOperation> done, List<List<Token>> wish, String said, List<Token> atom) {
        boolean timed = Atoms.joined(wish).stream().anyMatch(token -> token.is(Token.SPAN) || token.is(Token.TIME));
        boolean effect = !timed && !done.isEmpty() && done.stream().allMatch(one -> isAdded(one) || isEffect(one));
        return effect
                && said.strip().endsWith("不要")
                && Atoms.has(atom, Token.SPAN)
                && atom.stream().allMatch(token -> token.is(Token.SPAN) || token.is("NOT"));
    }

    private static boolean isEffect(EditOperation one) {
        return one instanceof SetVolume || Mentions.isOfClips(one);
    }

    private static boolean isAdded(EditOperation one) {
        return one instanceof AddCaptions
                || one instanceof AddText
                || one instanceof AddMusic
                || one instanceof AddInset
                || one instanceof AddTransitions;
    }

    private static Optional<Target> target(String said, List<Token> atom) {
        boolean where = ONLY.matcher(said).find()
                && atom.stream()
                        .allMatch(token -> token.is("KEEP")
                                || token.is("ONLY")
                                || isPart(token)
                                || token.is("SCENE")
                                || token.value().equals("有"));
        Target target = new Target(values(atom, Token.CLIPREF, ClipRef.class), values(atom, Token.SPAN, Span.class));
        return where && !target.equals(Target.ALL) && target.isClear() ? Optional.of(target) : Optional.empty();
    }

    private static List<ClipRef> spared(String said, List<Token> atom) {
        boolean spares =
                NOT.matcher(said.strip()).find() && atom.stream().allMatch(token -> SPARING.contains(token.concept()));
        return spares ? values(atom, Token.CLIPREF, ClipRef.class) : List.of();
    }

    private static Optional<List<EditOperation>> elsewhere(
            List<EditOperation> done, List<ClipRef> spared, boolean own, Timeline now) {
        List<Integer> not = spared.stream()
                .flatMap(ref -> Clips.find(now, ref).stream())
                .map(Clips::number)
                .toList();
        List<ClipRef> others = Clips.of(now).stream()
                .map(Clips::number)
                .filter(number -> !not.contains(number))
                .map(ClipRef::number)
                .toList();
        boolean sound = !own || done.stream().allMatch(SetVolume.class::isInstance);
        if (others.isEmpty() || not.isEmpty() || !sound) return Optional.empty();
        boolean whole = done.stream().allMatch(Narrowing::isOfAll);
        Optional<List<EditOperation>> together =
                whole ? there(done, List.of(new Target(others, List.of()))) : Optional.empty();
        List<Target> each = others.stream()
                .map(clip -> new Target(List.of(clip), List.of()))
                .toList();
        return together.or(() -> whole ? there(done, each) : Optional.empty());
    }

    private static boolean isOfAll(EditOperation one) {
        if (one instanceof AddMusic music) return music.spans().isEmpty();
        if (one instanceof SetVolume volume)
            return volume.clip().isEmpty() && volume.spans().isEmpty() && volume.whose() != SetVolume.Whose.MUSIC;
        return one.on(Target.ALL).filter(one::equals).isPresent();
    }

    private static Optional<List<EditOperation>> there(List<EditOperation> done, List<Target> targets) {
        List<EditOperation> there = done.stream()
                .flatMap(one -> targets.stream().flatMap(target -> one.on(target).stream()))
                .toList();
        return there.isEmpty() || there.size() != done.size() * targets.size() ? Optional.empty() : Optional.of(there);
    }

    private static <T> List<T> values(List<Token> atom, String concept, Class<T> type) {
        return atom.stream()
                .filter(token -> token.is(concept))
                .map(token -> type.cast(token.value()))
                .toList();
    }

    /** Returns whether a row names so much of a clip, and nothing to do to it. */
    static boolean isPlace(List<Token> atom) {
        return atom.size() > 1
                && atom.stream().anyMatch(token -> token.is(Token.SPAN))
                && atom.stream().allMatch(Narrowing::isPart);
    }

    /** Returns whether it says where: a clip, or a time of the video. */
    static boolean isPart(Token token) {
        return token.is(Token.SPAN) || token.is(Token.CLIPREF);
    }

    /** As {@link #isPart}, for a moment as well: 第30秒. */
    static boolean isWhere(Token token) {
        return isPart(token) || token.is("AT") || token.is(Token.TIME) || token.is("START") || token.is("END");
    }

    /** Returns whether the wish names other clips anyway: 第二段加黑白，第一段不要 says it to be sure. */
    static boolean isApart(List<List<Token>> wish, String said, List<Token> atom, Timeline now) {
        List<Integer> spared = spared(said, atom).stream()
                .flatMap(ref -> Clips.find(now, ref).stream())
                .map(Clips::number)
                .toList();
        List<Integer> named =
                Clips.numbers(now, wish.stream().flatMap(List::stream).toList());
        return !spared.isEmpty() && !named.isEmpty() && named.stream().noneMatch(spared::contains);
    }
}
