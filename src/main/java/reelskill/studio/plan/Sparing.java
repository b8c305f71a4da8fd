package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** A clause that leaves a part alone beside wishes for others: "but leave clip 1 alone", 别动第一段. Pure. */
final class Sparing {
    private static final Set<String> SPARING =
            Clause.concepts("KEEP NOT CHANGE ASIS CLIPREF SPAN CLIP PART ONLY EVERYTHING OTHERS CUT REMOVE TRIM FROM");

    private static final Set<String> DEEDS = Clause.concepts("CHANGE CUT REMOVE TRIM");

    private Sparing() {}

    /** "speed it up, but leave clip 1 alone" is a wish for the others; where it names them, it says so only to be sure. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        for (int from = 0; from < tokens.size(); from++) {
            int to = sparingEnd(tokens, from);
            if (to == from) continue;
            List<Token> said = tokens.subList(from, to);
            List<Token> before = Atoms.trimmed(tokens.subList(0, from));
            List<Token> after = Atoms.trimmed(tokens.subList(to, tokens.size()));
            List<List<Token>> wishes = new ArrayList<>();
            for (List<Token> side : List.of(before, after))
                for (List<Token> run : Atoms.split(side, Token.HARD, atom -> {}))
                    wishes.addAll(Atoms.split(run, Token.SOFT, atom -> {}));
            if (wishes.isEmpty()) return tokens;
            boolean rest = !Limiting.namesPart(said);
            if (rest && wishes.stream().noneMatch(Sparing::tellsPart)) return tokens;
            Token joint =
                    new Token(Token.HARD, "", said.get(0).from(), said.get(0).from());
            // "leave clip 1 as it is and speed up the rest by 1.5"
            if (said.stream().anyMatch(token -> token.is(Token.CLIPREF))
                    && wishes.stream().allMatch(Sparing::tellsRest))
                return others(Atoms.joined(before, joint, after), Clips.numbers(now, said), now);
            if (rest || (allName(wishes) && !isNamed(wishes, said, now))) return Atoms.joined(before, joint, after);
            boolean whole = wishes.stream().noneMatch(Sparing::tellsPart);
            if (!whole) return tokens;
            Token except =
                    new Token("EXCEPT", "", said.get(0).from(), said.get(0).to());
            List<Token> parts = said.stream().filter(Narrowing::isPart).toList();
            List<Token> limit = Stream.concat(Stream.of(except), parts.stream()).toList();
            return Atoms.joined(limitedRuns(before, limit), joint, limitedRuns(after, limit));
        }
        return tokens;
    }

    private static List<Token> limitedRuns(List<Token> side, List<Token> limit) {
        List<Token> result = new ArrayList<>();
        for (List<Token> run : Atoms.split(side, Token.HARD, atom -> {})) {
            if (!result.isEmpty())
                result.add(
                        new Token(Token.HARD, "", run.get(0).from(), run.get(0).from()));
            result.addAll(Limiting.withEach(run, limit, false));
        }
        return result;
    }

    /** Returns the end of the sparing clause that begins at {@code from}; {@code from} where none does. */
    private static int sparingEnd(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        boolean begins = first.is("KEEP") || first.is("NOT");
        boolean apart = begins || from == 0 || tokens.get(from - 1).isBreak();
        if (!apart || !SPARING.contains(first.concept())) return from;
        int end = from;
        while (end < tokens.size() && goesOn(tokens, from, end)) end++;
        // 别动第一段，第二段调亮点: behind the comma begins a wish, and no list goes on.
        boolean list = end == tokens.size() || tokens.get(end).isBreak();
        if (!list) end = Atoms.end(tokens, from);
        List<Token> said = tokens.subList(from, end);
        boolean stops = end == tokens.size() || tokens.get(end).isBreak();
        boolean spares = said.stream()
                        .anyMatch(token -> token.is("KEEP") && token.value().equals("spare"))
                || (Atoms.has(said, "KEEP") && Atoms.has(said, "ASIS"))
                || (first.is("NOT") && said.stream().anyMatch(token -> DEEDS.contains(token.concept())));
        boolean rest = tellsRest(said);
        boolean more = said.stream().anyMatch(token -> !SPARING.contains(token.concept()) && !token.is(Token.SOFT));
        // "keep the rest 16:9" is a wish for the rest.
        boolean leaves = rest && !more && Atoms.has(said, "KEEP") && !Atoms.has(said, "ONLY");
        // "cut clip 3 to 5 seconds, leave clip 1 and 2": behind another wish nothing else is to go.
        int length = first.to() - first.from();
        boolean plain = first.is("KEEP") && (length == "keep".length() || length == "leave".length());
        boolean behind = plain
                && !Atoms.has(said, "ONLY")
                && Limiting.namesPart(Atoms.trimmed(tokens.subList(0, from)))
                && said.stream().noneMatch(token -> token.is(Token.SPAN));
        return stops && (((spares || behind) && Limiting.namesPart(said)) || (leaves && !Limiting.namesPart(said)))
                ? end
                : from;
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
                        ? left.stream()
                                .map(number ->
                                        new Token(Token.CLIPREF, ClipRef.number(number), token.from(), token.to()))
                        : Stream.of(token))
                .toList();
    }
}
