package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/**
 * What limits the wishes of a message and is said in a clause of its own: "Make it warmer. Only the first clip.", "speed it
 * up, but leave clip 1 alone". By itself such a clause would be another wish, and one that takes clips away. Pure.
 */
final class Proviso {
    private static final Set<String> PARTS = Set.of(Token.CLIPREF, Token.SPAN);
    private static final Set<String> LIMITED = Clause.concepts("CLIPREF SPAN SOFT FOR AT CLIP PART VIDEO");
    private static final Set<String> SPARING =
            Clause.concepts("KEEP NOT CHANGE ASIS CLIPREF SPAN CLIP PART ONLY EVERYTHING OTHERS CUT REMOVE TRIM FROM");

    /** What goes beside one of these leaves it alone. */
    private static final Set<String> KINDS =
            Clause.concepts("TITLE MUSIC SUBTITLES TRANSITION SPEED LOGO VOICE SOUND LOOK CHANGE");

    private static final Set<String> CORRECTING = Clause.concepts("INSTEAD CLIPREF CLIP SOFT HARD NOT FOR");

    private static final Set<String> DEEDS = Clause.concepts("CHANGE CUT REMOVE TRIM");

    private static final Set<String> KEPT = Clause.concepts("KEEP ONLY CLIPREF CLIP");

    private static final Set<String> THINGS = Clause.concepts(
            "TITLE MUSIC SUBTITLES TRANSITION SPEED TRIM CUT SPLIT LOOK COLORWORD LOGO VOICE SOUND FADE FADEIN FADEOUT CHANGE STEP"
                    + " EVERYTHING OTHERS ASIS FASTER SLOWER FREEZE BACKGROUND ALL VAGUE CLIP ORDER CROP ZOOMIN");

    private Proviso() {}

    /** Returns {@code tokens} with what is limited and spared said in the clauses that it is meant of. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        return spared(keeping(limited(undoing(tokens)), now), now);
    }

    /** "just keep the interview and put the beach after it": what is told where to go stays too. */
    private static List<Token> keeping(List<Token> tokens, Timeline now) {
        int end = rowEnd(tokens, 0);
        List<Token> kept = tokens.subList(0, end);
        boolean keeps = end > 0
                && (kept.get(0).is("KEEP") || kept.get(0).is("ONLY"))
                && kept.stream().allMatch(token -> KEPT.contains(token.concept()))
                && has(kept, Token.CLIPREF);
        if (!keeps) return tokens;
        List<Integer> numbers = numbers(kept, now);
        List<Token> result = new ArrayList<>(kept);
        int place = kept.get(end - 1).to();
        for (int from = end + 1; from < tokens.size(); from = rowEnd(tokens, from) + 1) {
            List<Token> row = tokens.subList(from, rowEnd(tokens, from));
            if (!has(row, "MOVE") && !has(row, "PUT") && !has(row, "ADD")) continue;
            row.stream()
                    .filter(token -> token.is(Token.CLIPREF)
                            && numbers(List.of(token), now).stream().noneMatch(numbers::contains))
                    .forEach(token -> result.add(at(token, place)));
        }
        result.addAll(tokens.subList(end, tokens.size()));
        return result;
    }

    /** "undo the music but keep the title": what is not undone is kept anyway. */
    private static List<Token> undoing(List<Token> tokens) {
        boolean undoes = has(tokens, "UNDO");
        if (!undoes && !has(tokens, "REMOVE")) return tokens;
        Set<String> things = undoes ? THINGS : KINDS;
        // "undo that, I meant clip 2" is done in its place, and that is all of it.
        int row = rowEnd(tokens, 0);
        boolean corrects = row == 1
                && row < tokens.size()
                && tokens.get(0).is("UNDO")
                && tokens.get(0).value().equals("")
                && has(tokens, "INSTEAD")
                && tokens.subList(row, tokens.size()).stream().allMatch(token -> CORRECTING.contains(token.concept()));
        if (corrects) return trimmed(tokens.subList(row, tokens.size()));
        int at = 0;
        while (at < tokens.size()
                && !(isBreak(tokens.get(at)) && keepsThing(things, tokens.subList(at + 1, rowEnd(tokens, at + 1)))))
            at++;
        return at == tokens.size()
                ? tokens
                : joined(
                        trimmed(tokens.subList(0, at)),
                        tokens.get(at),
                        trimmed(tokens.subList(rowEnd(tokens, at + 1), tokens.size())));
    }

    private static int rowEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !isBreak(tokens.get(end))) end++;
        return end;
    }

    private static boolean keepsThing(Set<String> things, List<Token> row) {
        return row.size() > 1
                && row.get(0).is("KEEP")
                && row.subList(1, row.size()).stream().allMatch(token -> things.contains(token.concept()));
    }

    /** "Make it warmer. Only the first clip.": behind a full stop it goes on with what stands before that. */
    private static List<Token> limited(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean comma = tokens.get(i).is(Token.SOFT)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("ONLY");
            int end = comma ? limitEnd(tokens, i + 1) : runEnd(tokens, i + 1);
            List<Token> run = tokens.subList(Math.min(i + 1, end), end);
            if (result.isEmpty()
                    || !(tokens.get(i).is(Token.HARD) || comma)
                    || !limits(run)
                    || (comma && keeps(result))) {
                result.add(tokens.get(i));
                continue;
            }
            boolean only = run.get(0).is("ONLY");
            Token except = new Token("EXCEPT", "", run.get(0).from(), run.get(0).to());
            Stream<Token> head = only ? Stream.empty() : Stream.of(except);
            List<Token> limit =
                    Stream.concat(head, run.subList(1, run.size()).stream()).toList();
            int begin = result.size();
            while (begin > 0 && !result.get(begin - 1).is(Token.HARD)) begin--;
            List<Token> wishes = withEach(result.subList(begin, result.size()), limit, only);
            result.subList(begin, result.size()).clear();
            result.addAll(wishes);
            i = end - 1;
        }
        return result;
    }

    /** "remove the pauses, only in clip 1 and 2" */
    private static int limitEnd(List<Token> tokens, int from) {
        int end = rowEnd(tokens, from);
        boolean lists = end + 1 < tokens.size() && tokens.get(end).is(Token.SOFT);
        return lists && PARTS.contains(tokens.get(end + 1).concept()) && rowEnd(tokens, end + 1) == end + 2
                ? end + 2
                : end;
    }

    private static boolean keeps(List<Token> before) {
        return has(before, "KEEP") || has(before, "ONLY");
    }

    private static int runEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !tokens.get(end).is(Token.HARD)) end++;
        return end;
    }

    private static boolean limits(List<Token> run) {
        if (run.size() < 2) return false;
        boolean begins = run.get(0).is("ONLY")
                || run.get(0).is("EXCEPT")
                || (run.get(0).is("NOT") && PARTS.contains(run.get(1).concept()));
        List<Token> rest = run.subList(1, run.size());
        return begins && namesPart(rest) && rest.stream().allMatch(token -> LIMITED.contains(token.concept()));
    }

    /** Returns {@code wishes} with {@code limit} behind each of them, or where {@code named} behind the last if that is one of a part. */
    private static List<Token> withEach(List<Token> wishes, List<Token> limit, boolean named) {
        List<List<Token>> atoms = Atoms.split(wishes, Token.SOFT, atom -> {});
        if (atoms.isEmpty()) return wishes;
        if (namesPart(wishes))
            return Stream.concat(wishes.stream(), limit.stream()).toList();
        boolean behind = named && atoms.size() == 1;
        if (behind) return Stream.concat(wishes.stream(), limit.stream()).toList();
        return wishes.stream()
                .flatMap(token -> ends(wishes, token)
                        ? Stream.concat(Stream.of(token), limit.stream().map(it -> at(it, token.to())))
                        : Stream.of(token))
                .toList();
    }

    private static boolean ends(List<Token> wishes, Token token) {
        int next = wishes.indexOf(token) + 1;
        return !token.is(Token.SOFT)
                && (next == wishes.size() || wishes.get(next).is(Token.SOFT));
    }

    private static Token at(Token token, int place) {
        return new Token(token.concept(), token.value(), place, place);
    }

    private static boolean namesPart(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> PARTS.contains(token.concept()));
    }

    /** "speed it up, but leave clip 1 alone" is a wish for the others; where it names them, it says so only to be sure. */
    private static List<Token> spared(List<Token> tokens, Timeline now) {
        for (int from = 0; from < tokens.size(); from++) {
            int to = sparingEnd(tokens, from);
            if (to == from) continue;
            List<Token> said = tokens.subList(from, to);
            List<Token> before = trimmed(tokens.subList(0, from));
            List<Token> after = trimmed(tokens.subList(to, tokens.size()));
            List<List<Token>> wishes = new ArrayList<>();
            for (List<Token> side : List.of(before, after))
                for (List<Token> run : Atoms.split(side, Token.HARD, atom -> {}))
                    wishes.addAll(Atoms.split(run, Token.SOFT, atom -> {}));
            if (wishes.isEmpty()) return tokens;
            boolean rest = !namesPart(said);
            if (rest && wishes.stream().noneMatch(Proviso::tellsPart)) return tokens;
            Token joint =
                    new Token(Token.HARD, "", said.get(0).from(), said.get(0).from());
            if (rest || (allName(wishes) && !isNamed(wishes, said, now))) return joined(before, joint, after);
            boolean whole = wishes.stream().noneMatch(Proviso::tellsPart);
            if (!whole) return tokens;
            Token except =
                    new Token("EXCEPT", "", said.get(0).from(), said.get(0).to());
            List<Token> parts = said.stream()
                    .filter(token -> PARTS.contains(token.concept()))
                    .toList();
            List<Token> limit = Stream.concat(Stream.of(except), parts.stream()).toList();
            return joined(limitedRuns(before, limit), joint, limitedRuns(after, limit));
        }
        return tokens;
    }

    private static List<Token> limitedRuns(List<Token> side, List<Token> limit) {
        List<Token> result = new ArrayList<>();
        for (List<Token> run : Atoms.split(side, Token.HARD, atom -> {})) {
            if (!result.isEmpty())
                result.add(
                        new Token(Token.HARD, "", run.get(0).from(), run.get(0).from()));
            result.addAll(withEach(run, limit, false));
        }
        return result;
    }

    private static List<Token> joined(List<Token> before, Token joint, List<Token> after) {
        if (before.isEmpty() || after.isEmpty())
            return Stream.concat(before.stream(), after.stream()).toList();
        return Stream.of(before, List.of(joint), after).flatMap(List::stream).toList();
    }

    /** Returns the end of the sparing clause that begins at {@code from}; {@code from} where none does. */
    private static int sparingEnd(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        boolean begins = first.is("KEEP") || first.is("NOT");
        boolean apart = begins || from == 0 || isBreak(tokens.get(from - 1));
        if (!apart || !SPARING.contains(first.concept())) return from;
        int end = from;
        while (end < tokens.size() && goesOn(tokens, from, end)) end++;
        // 别动第一段，第二段调亮点: behind the comma begins a wish, and no list goes on.
        boolean list = end == tokens.size() || isBreak(tokens.get(end));
        if (!list) end = rowEnd(tokens, from);
        List<Token> said = tokens.subList(from, end);
        boolean stops = end == tokens.size() || isBreak(tokens.get(end));
        boolean spares = said.stream()
                        .anyMatch(token -> token.is("KEEP") && token.value().equals("spare"))
                || (has(said, "KEEP") && has(said, "ASIS"))
                || (first.is("NOT") && said.stream().anyMatch(token -> DEEDS.contains(token.concept())));
        boolean rest = said.stream()
                .anyMatch(token -> token.is("OTHERS") || token.value().equals("rest"));
        boolean leaves = rest && has(said, "KEEP") && !has(said, "ONLY");
        // "cut clip 3 to 5 seconds, leave clip 1 and 2": behind another wish nothing else is to go.
        int length = first.to() - first.from();
        boolean plain = first.is("KEEP") && (length == "keep".length() || length == "leave".length());
        boolean behind = plain
                && !has(said, "ONLY")
                && namesPart(trimmed(tokens.subList(0, from)))
                && said.stream().noneMatch(token -> token.is(Token.SPAN));
        return stops && (((spares || behind) && namesPart(said)) || (leaves && !namesPart(said))) ? end : from;
    }

    private static boolean goesOn(List<Token> tokens, int from, int at) {
        if (SPARING.contains(tokens.get(at).concept())) return true;
        boolean lists = tokens.get(at).is(Token.SOFT) && at > from && at + 1 < tokens.size();
        return lists
                && tokens.get(at - 1).is(Token.CLIPREF)
                && tokens.get(at + 1).is(Token.CLIPREF)
                && tokens.subList(from, at).stream().noneMatch(token -> token.is("ASIS"));
    }

    private static boolean has(List<Token> tokens, String concept) {
        return tokens.stream().anyMatch(token -> token.is(concept));
    }

    private static List<Token> trimmed(List<Token> side) {
        int from = 0;
        int to = side.size();
        while (from < to && isBreak(side.get(from))) from++;
        while (to > from && isBreak(side.get(to - 1))) to--;
        return side.subList(from, to);
    }

    private static boolean isBreak(Token token) {
        return token.is(Token.SOFT) || token.is(Token.HARD);
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
        return namesPart(wish)
                || wish.stream().anyMatch(token -> token.is(Token.NUMBER) || token.is("VAGUE") || token.is("ORDINAL"));
    }

    private static boolean isNamed(List<List<Token>> wishes, List<Token> said, Timeline now) {
        List<Integer> spared = numbers(said, now);
        return wishes.stream().flatMap(wish -> numbers(wish, now).stream()).anyMatch(spared::contains);
    }

    private static List<Integer> numbers(List<Token> tokens, Timeline now) {
        return tokens.stream()
                .filter(token -> token.is(Token.CLIPREF))
                .flatMap(token -> Clips.find(now, (ClipRef) token.value()).stream())
                .map(Clips::number)
                .toList();
    }
}
