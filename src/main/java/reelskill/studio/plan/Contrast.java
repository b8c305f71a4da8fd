package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.studio.timeline.Timeline;

/**
 * A message that says what was meant, and what was not: "not the beach, the interview", "the last 10 seconds, not the first
 * 10". What was not meant is said only to be sure. Pure.
 */
final class Contrast {
    /** What such a message is made of: anything else would be a wish. */
    private static final Set<String> WORDS = Clause.concepts(
            "INSTEAD NOT CLIPREF SPAN VAGUE CLIP ORDINAL NUMBER TIME UNIT SOFT ONLY FOR FROM TO AT ALL EVERYTHING VIDEO");

    private static final Set<String> NAMES = Clause.concepts("CLIPREF SPAN VAGUE ORDINAL");

    private static final Set<String> SPARED = Clause.concepts("CLIPREF CLIP OTHERS");

    private static final Set<String> ALL = Clause.concepts("ALL EVERYTHING VIDEO");
    private static final Set<String> WAYS = Clause.concepts("RATIO FLIP POSITION SIDE COLOR CLOCKWISE MOOD LOOK");

    private Contrast() {}

    /** Returns {@code tokens} with what is meant alone, as what it is meant instead of. */
    static List<Token> meant(List<Token> tokens) {
        boolean made = tokens.stream().allMatch(token -> WORDS.contains(token.concept()));
        List<List<Token>> rows = made ? rows(tokens) : List.of();
        List<List<Token>> denied = rows.stream().filter(Contrast::denies).toList();
        List<List<Token>> wanted = rows.stream().filter(row -> !denies(row)).toList();
        boolean two = denied.size() == 1 && wanted.size() == 1 && names(wanted.get(0));
        if (two && isAll(denied.get(0))) return only(wanted.get(0));
        if (!two || !names(denied.get(0))) return tokens;
        List<Token> meant = wanted.get(0).stream()
                .filter(token -> !token.is("INSTEAD") && !token.is("NOT"))
                .toList();
        Token instead = tokens.get(0).as("INSTEAD").at(tokens.get(0).from());
        return Stream.concat(Stream.of(instead), meant.stream()).toList();
    }

    /** "not all of it, just the intro". */
    private static List<Token> only(List<Token> wanted) {
        List<Token> named = wanted.stream()
                .filter(token -> !token.is("ONLY") && !token.is("INSTEAD"))
                .toList();
        return Stream.concat(Stream.of(named.get(0).as("ONLY").at(named.get(0).from())), named.stream())
                .toList();
    }

    private static boolean isAll(List<Token> row) {
        return row.size() > 1 && row.stream().skip(1).allMatch(token -> ALL.contains(token.concept()));
    }

    /** "flip it horizontally, not vertically": the other way is named only to be sure. */
    static List<Token> sure(List<Token> tokens, Timeline now) {
        return otherEnd(denied(otherClips(tokens, now)));
    }

    /** "mute clip 1 but not clip 2": what names its clips leaves the others alone. */
    private static List<Token> otherClips(List<Token> tokens, Timeline now) {
        for (int at = 1; at < tokens.size(); at++) {
            boolean others = tokens.get(at).is("NOT")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("OTHERS");
            if (!tokens.get(at).is("EXCEPT") && !others) continue;
            // "zoom in on clip 2, not on the others"
            int begin = others && tokens.get(at - 1).is(Token.SOFT) ? at - 1 : at;
            while (begin > 0 && !tokens.get(begin - 1).isBreak()) begin--;
            List<Token> spared = tokens.subList(at + 1, Atoms.end(tokens, at));
            boolean names = !spared.isEmpty() && spared.stream().allMatch(token -> SPARED.contains(token.concept()));
            List<Integer> meant = names ? Clips.numbers(now, tokens.subList(begin, at)) : List.of();
            if (!meant.isEmpty() && Clips.numbers(now, spared).stream().noneMatch(meant::contains))
                return Stream.concat(
                                tokens.subList(0, at).stream(),
                                tokens.subList(Atoms.end(tokens, at), tokens.size()).stream())
                        .toList();
        }
        return tokens;
    }

    /** "put the intro at the end instead of the start". */
    private static List<Token> otherEnd(List<Token> tokens) {
        for (int at = 1; at + 1 < tokens.size(); at++) {
            boolean instead =
                    tokens.get(at).is("INSTEAD") && tokens.get(at).value().equals("of");
            boolean start = tokens.get(at + 1).is("START") || tokens.get(at + 1).is("FRONT");
            boolean end = tokens.get(at + 1).is("END") || tokens.get(at + 1).is("BACK");
            Token before = tokens.get(at - 1);
            boolean other =
                    start ? before.is("END") || before.is("BACK") : end && (before.is("START") || before.is("FRONT"));
            if (instead && other)
                return Stream.concat(tokens.subList(0, at).stream(), tokens.subList(at + 2, tokens.size()).stream())
                        .toList();
        }
        return tokens;
    }

    private static List<Token> denied(List<Token> tokens) {
        for (int at = 2; at + 1 < tokens.size(); at++) {
            Token other = tokens.get(at + 1);
            int begin = at - 1;
            while (begin > 0 && !tokens.get(begin - 1).isBreak()) begin--;
            boolean denied = tokens.get(at - 1).is(Token.SOFT)
                    && Limiting.excludes(tokens.get(at))
                    && WAYS.contains(other.concept())
                    && Atoms.end(tokens, at) == at + 2;
            boolean named = denied
                    && tokens.subList(begin, at - 1).stream()
                            .anyMatch(token ->
                                    token.is(other.concept()) && !token.value().equals(other.value()));
            if (named)
                return Stream.concat(tokens.subList(0, at - 1).stream(), tokens.subList(at + 2, tokens.size()).stream())
                        .toList();
        }
        return tokens;
    }

    /** A correction begins another row: "not clip 1 I meant clip 2". */
    private static List<List<Token>> rows(List<Token> tokens) {
        List<Token> parted = new ArrayList<>();
        for (Token token : tokens) {
            boolean begins = token.is("INSTEAD") || Limiting.excludes(token);
            if (begins && !parted.isEmpty()) parted.add(new Token(Token.SOFT, "", token.from(), token.from()));
            parted.add(token);
        }
        return Atoms.split(parted, Token.SOFT, row -> {}).stream()
                .filter(row -> row.stream().anyMatch(token -> !token.is("INSTEAD") && !token.is("ONLY")))
                .toList();
    }

    private static boolean denies(List<Token> row) {
        return Limiting.excludes(row.get(0));
    }

    private static boolean names(List<Token> row) {
        return row.stream().anyMatch(token -> NAMES.contains(token.concept()));
    }
}
