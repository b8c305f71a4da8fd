package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/** A clause that limits the wishes before it to a part, or takes one out of them: "only the first clip", "not clip 2". Pure. */
final class Limiting {
    private static final Set<String> LIMITED = Clause.concepts("CLIPREF SPAN SOFT FOR AT CLIP PART VIDEO");

    private Limiting() {}

    /** "Make it warmer. Only the first clip.": behind a full stop it goes on with what stands before that. */
    static List<Token> meant(List<Token> tokens, Timeline now) {
        List<Token> result = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = result.isEmpty() ? at : limitEnd(tokens, at, result);
            if (end > at) limit(result, tokens.subList(at + 1, end), now);
            else result.add(tokens.get(at));
            at = Math.max(at + 1, end);
        }
        return result;
    }

    /** Returns the end of the limit that begins behind the full stop or comma at {@code at}; {@code at} where none does. */
    private static int limitEnd(List<Token> tokens, int at, List<Token> before) {
        boolean stop = tokens.get(at).is(Token.HARD);
        boolean comma = tokens.get(at).is(Token.SOFT)
                && at + 1 < tokens.size()
                && (tokens.get(at + 1).is("ONLY") || excludes(tokens.get(at + 1)))
                && !keeps(before)
                && !before.stream().allMatch(token -> token.is("NOT"));
        if (!stop && !comma) return at;
        int end = stop ? runEnd(tokens, at + 1) : onlyEnd(tokens, at + 1);
        return limits(tokens.subList(at + 1, end)) ? end : at;
    }

    /** Limits the wishes behind the last full stop of {@code said}. */
    private static void limit(List<Token> said, List<Token> run, Timeline now) {
        boolean only = run.get(0).is("ONLY");
        Stream<Token> head = only ? Stream.empty() : Stream.of(run.get(0).as("EXCEPT"));
        List<Token> limit = Stream.concat(head, run.stream().skip(1)).toList();
        int begin = said.size();
        while (begin > 0 && !said.get(begin - 1).is(Token.HARD)) begin--;
        List<Token> wishes = said.subList(begin, said.size());
        // "speed up clip 2, not clip 3" says it only to be sure.
        if (!only && areOthers(wishes, run, now)) return;
        List<Token> limited = withEach(wishes, limit, only);
        wishes.clear();
        said.addAll(limited);
    }

    /** "remove the pauses, only in clip 1 and 2" */
    private static int onlyEnd(List<Token> tokens, int from) {
        int end = Atoms.end(tokens, from);
        boolean lists = end + 1 < tokens.size() && tokens.get(end).is(Token.SOFT);
        return lists && Narrowing.isPart(tokens.get(end + 1)) && Atoms.end(tokens, end + 1) == end + 2 ? end + 2 : end;
    }

    /** "not", which "no" is not: "speed up clip 2, no, clip 3". */
    static boolean excludes(Token token) {
        return token.is("NOT") && token.to() - token.from() == "not".length();
    }

    private static boolean areOthers(List<Token> wishes, List<Token> limit, Timeline now) {
        List<Integer> meant = Clips.numbers(now, wishes);
        return !meant.isEmpty()
                && limit.stream().noneMatch(token -> token.is(Token.SPAN))
                && Clips.numbers(now, limit).stream().noneMatch(meant::contains);
    }

    private static boolean keeps(List<Token> before) {
        return Atoms.has(before, "KEEP") || Atoms.has(before, "ONLY");
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
                || (run.get(0).is("NOT") && Narrowing.isPart(run.get(1)));
        List<Token> rest = run.subList(1, run.size());
        return begins && namesPart(rest) && rest.stream().allMatch(token -> LIMITED.contains(token.concept()));
    }

    /** Returns {@code wishes} with {@code limit} behind each; once, at the end, where they name a part, or are one and {@code named}. */
    static List<Token> withEach(List<Token> wishes, List<Token> limit, boolean named) {
        List<List<Token>> atoms = Atoms.split(wishes, Token.SOFT, atom -> {});
        if (atoms.isEmpty()) return wishes;
        boolean behind = namesPart(wishes) || (named && atoms.size() == 1);
        if (behind) return Stream.concat(wishes.stream(), limit.stream()).toList();
        return wishes.stream()
                .flatMap(token -> ends(wishes, token)
                        ? Stream.concat(Stream.of(token), limit.stream().map(it -> it.at(token.to())))
                        : Stream.of(token))
                .toList();
    }

    private static boolean ends(List<Token> wishes, Token token) {
        int next = wishes.indexOf(token) + 1;
        return !token.is(Token.SOFT)
                && (next == wishes.size() || wishes.get(next).is(Token.SOFT));
    }

    /** Returns whether a clip or a time of the video is named in {@code tokens}. */
    static boolean namesPart(List<Token> tokens) {
        return tokens.stream().anyMatch(Narrowing::isPart);
    }
}
