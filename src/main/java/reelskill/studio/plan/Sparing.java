package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** A clause that leaves a part alone beside wishes for others: "but leave clip 1 alone", 别动第一段. Pure. */
final class Sparing {
    private static final Set<String> SPARING = Clause.concepts(
            "KEEP NOT CHANGE ASIS RESTASIS CLIPREF SPAN CLIP PART ONLY EVERYTHING OTHERS CUT REMOVE TRIM FROM");

    private static final Set<String> DEEDS = Clause.concepts("CHANGE CUT REMOVE TRIM");

    private static final Set<String> PLACED = Clause.concepts("ORDINAL PUT FRONT BACK");

    private Sparing() {}

    /** "speed it up, but leave clip 1 alone" is a wish for the others; where it names them, it says so only to be sure. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        List<Token> named = named(tokens, now);
        for (int from = 0; from < tokens.size(); from++) {
            int to = sparingEnd(named, from);
            if (to == from) continue;
            List<Token> before = Atoms.trimmed(tokens.subList(0, from));
            List<Token> after = Atoms.trimmed(tokens.subList(to, tokens.size()));
            return left(before, named.subList(from, to), after, now).orElse(tokens);
        }
        return tokens;
    }

    /** "don't touch the intro": of what nothing is to happen to, the file of that name is meant. */
    private static List<Token> named(List<Token> tokens, Timeline now) {
        List<Token> result = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from = Atoms.end(tokens, from) + 1) {
            int end = Atoms.end(tokens, from);
            boolean spares = tokens.subList(from, end).stream()
                    .anyMatch(token -> token.is("ASIS")
                            || token.is("RESTASIS")
                            || token.value().equals("spare"));
            tokens.subList(from, end).stream()
                    .map(token -> ClipWords.clipNamed(now, token)
                            .filter(ref -> spares)
                            .map(ref -> token.as(Token.CLIPREF, ref))
                            .orElse(token))
                    .forEach(result::add);
            if (end < tokens.size()) result.add(tokens.get(end));
        }
        return result;
    }

    /** Returns the wishes on both sides of {@code said} for what it leaves to them; empty where it is no such limit. */
    private static Optional<List<Token>> left(List<Token> before, List<Token> said, List<Token> after, Timeline now) {
        List<List<Token>> wishes = Stream.concat(runs(before).stream(), runs(after).stream())
                .flatMap(run -> Atoms.split(run, Token.SOFT, atom -> {}).stream())
                .toList();
        if (wishes.isEmpty()) return Optional.empty();
        // "put clip 3 first but leave clip 2 in second place": what moves past it moves it too.
        if (Limiting.namesPart(said) && said.stream().anyMatch(token -> PLACED.contains(token.concept())))
            return Optional.empty();
        Token joint = joint(said);
        boolean whole = wishes.stream().noneMatch(Sparing::tellsPart);
        if (!Limiting.namesPart(said))
            return whole ? Optional.empty() : Optional.of(Atoms.joined(before, joint, after));
        // "leave clip 1 as it is and speed up the rest by 1.5"
        if (Atoms.has(said, Token.CLIPREF) && wishes.stream().allMatch(Sparing::tellsRest))
            return Optional.of(others(Atoms.joined(before, joint, after), Clips.numbers(now, said), now));
        if (allName(wishes) && !isNamed(wishes, said, now)) return Optional.of(Atoms.joined(before, joint, after));
        if (!whole) return Optional.empty();
        Token except = new Token("EXCEPT", "", joint.from(), said.get(0).to());
        List<Token> limit = Stream.concat(Stream.of(except), said.stream().filter(Narrowing::isPart))
                .toList();
        return Optional.of(Atoms.joined(limitedRuns(before, limit), joint, limitedRuns(after, limit)));
    }

    private static List<List<Token>> runs(List<Token> side) {
        return Atoms.split(side, Token.HARD, run -> {});
    }

    private static Token joint(List<Token> next) {
        return next.get(0).as(Token.HARD).at(next.get(0).from());
    }

    private static List<Token> limitedRuns(List<Token> side, List<Token> limit) {
        List<Token> result = new ArrayList<>();
        for (List<Token> run : runs(side)) {
            if (!result.isEmpty()) result.add(joint(run));
            result.addAll(Limiting.withEach(run, limit, false));
        }
        return result;
    }

    /** Returns the end of the sparing clause that begins at {@code from}; {@code from} where none does. */
    private static int sparingEnd(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        boolean begins = first.is("KEEP")
                || first.is("NOT")
                || from == 0
                || tokens.get(from - 1).isBreak();
        if (!begins || !SPARING.contains(first.concept())) return from;
        int end = from;
        while (end < tokens.size() && goesOn(tokens, from, end)) end++;
        // 别动第一段，第二段调亮点: behind the comma begins a wish, and no list goes on.
        boolean list = end == tokens.size() || tokens.get(end).isBreak();
        if (!list) end = Atoms.end(tokens, from);
        List<Token> said = tokens.subList(from, end);
        boolean spares = Limiting.namesPart(said)
                ? sparesPart(said) || keepsBehind(tokens.subList(0, from), said)
                : leavesRest(said);
        return spares ? end : from;
    }

    private static boolean sparesPart(List<Token> said) {
        boolean same = Atoms.has(said, "ASIS") || Atoms.has(said, "RESTASIS");
        // "clip 3 stays as is"
        if (same && (Atoms.has(said, "KEEP") || Atoms.has(said, "CHANGE"))) return true;
        if (said.stream().anyMatch(token -> token.is("KEEP") && token.value().equals("spare"))) return true;
        return said.get(0).is("NOT") && said.stream().anyMatch(token -> DEEDS.contains(token.concept()));
    }

    /** "cut clip 3 to 5 seconds, leave clip 1 and 2": behind another wish nothing else is to go. */
    private static boolean keepsBehind(List<Token> before, List<Token> said) {
        Token first = said.get(0);
        int length = first.to() - first.from();
        boolean plain = first.is("KEEP") && (length == "keep".length() || length == "leave".length());
        return plain
                && !Atoms.has(said, "ONLY")
                && !Atoms.has(said, Token.SPAN)
                && Limiting.namesPart(Atoms.trimmed(before));
    }

    /** "keep the rest"; "keep the rest 16:9" is a wish for it. */
    private static boolean leavesRest(List<Token> said) {
        return tellsRest(said)
                && Atoms.has(said, "KEEP")
                && !Atoms.has(said, "ONLY")
                && said.stream().allMatch(token -> SPARING.contains(token.concept()) || token.is(Token.SOFT));
    }

    private static boolean goesOn(List<Token> tokens, int from, int at) {
        if (SPARING.contains(tokens.get(at).concept())) return true;
        boolean lists = tokens.get(at).is(Token.SOFT) && at > from && at + 1 < tokens.size();
        return lists
                && tokens.get(at - 1).is(Token.CLIPREF)
                && tokens.get(at + 1).is(Token.CLIPREF)
                && tokens.subList(from, at).stream().noneMatch(token -> token.is("ASIS"));
    }

    /** A row that begins no wish goes on with the part of the row before it. */
    private static boolean allName(List<List<Token>> wishes) {
        boolean named = false;
        for (List<Token> wish : wishes) {
            boolean opens = wish.stream().anyMatch(token -> Sentence.OPENING.contains(token.concept()));
            named = tellsPart(wish) || (named && !opens);
            if (!named) return false;
        }
        return true;
    }

    private static boolean tellsPart(List<Token> wish) {
        return Limiting.namesPart(wish)
                || wish.stream().anyMatch(token -> token.is(Token.NUMBER) || token.is("VAGUE") || token.is("ORDINAL"));
    }

    private static boolean isNamed(List<List<Token>> wishes, List<Token> said, Timeline now) {
        List<Integer> spared = Clips.numbers(now, said);
        return wishes.stream()
                .flatMap(wish -> Clips.numbers(now, wish).stream())
                .anyMatch(spared::contains);
    }

    private static boolean tellsRest(List<Token> wish) {
        return wish.stream().anyMatch(Sparing::isRest);
    }

    private static boolean isRest(Token token) {
        return token.is("OTHERS") || token.value().equals("rest");
    }

    private static List<Token> others(List<Token> wishes, List<Integer> spared, Timeline now) {
        List<Integer> left = Clips.of(now).stream()
                .map(Clips::number)
                .filter(number -> !spared.contains(number))
                .toList();
        return wishes.stream()
                .flatMap(token -> isRest(token)
                        ? left.stream().map(number -> token.as(Token.CLIPREF, ClipRef.number(number)))
                        : Stream.of(token))
                .toList();
    }
}
