package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds where a wish begins behind what is said about it: "it's too dark can you brighten it up" are two clauses. Pure. */
final class Manners {
    private static final Set<String> WISHES = Set.of(
            "can you",
            "could you",
            "would you",
            "will you",
            "can we",
            "could we",
            "can u",
            "could u",
            "could you maybe",
            "i want to",
            "i want you to",
            "i'd like to",
            "i'd like you to",
            "i would like to",
            "i would like you to",
            "we want to");

    private static final Set<String> ASKING = Set.of("please", "pls", "plz", "kindly", "just");

    private static final Set<String> WHOLE = Set.of("whole", "entire");
    private static final Set<String> DROPS = Set.of("drop", "dump");
    private static final Set<String> SLOWED =
            Clause.concepts("ORDINAL CLIP MEDIA VIDEO EVERYTHING ALL FROM HALFFIRST HALFLAST");
    private static final Set<String> THINGS = Clause.concepts("MEDIA LOGO QUOTE MUSIC TITLE PIP");

    private Manners() {}

    /** Returns the tokens with a comma where such a wish begins. */
    static List<Token> parted(List<Token> tokens, String sentence) {
        List<Token> result = new ArrayList<>(tokens);
        boolean inside = false;
        boolean words = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int index = i;
            if (token.isBreak()) inside = false;
            // What somebody says or what is to be shown is no wish.
            words = !token.is(Token.HARD) && (words || token.is("SAIDAT") || token.is("SAYING"));
            if (token.is("FILLERS") && said(token, sentence).equals("you know") && isAside(tokens, i))
                result.set(i, new Token(Token.FILLER, "", token.from(), token.to()));
            meant(tokens, i, sentence).ifPresent(other -> result.set(index, other));
            if (token.is(Token.FILLER) && inside && !words && begins(tokens, i, sentence))
                result.set(i, new Token(Token.SOFT, "", token.from(), token.to()));
            inside |= !token.is(Token.FILLER) && !token.isBreak();
        }
        return result;
    }

    /** Returns what a word means here that means something else by itself. */
    private static Optional<Token> meant(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        Optional<Token> next = after(tokens, at);
        // "but keep me sharp", where all the rest says nothing.
        boolean bare = next.isEmpty() && said(token, sentence).equals("but");
        if (bare) return Optional.of(new Token(Token.FILLER, "", token.from(), token.to()));
        if (next.isEmpty()) return Optional.empty();
        String said = said(token, sentence);
        // "no captions, but add a title": it takes nothing back.
        boolean but = said.equals("but")
                && Sentence.OPENING.contains(next.get().concept())
                && !next.get().is("NOT");
        if (but) return Optional.of(new Token(Token.SOFT, "", token.from(), token.to()));
        // "but only from 0:10 to 0:20" says where, and takes nothing back.
        if (said.equals("but") && next.get().is("ONLY"))
            return Optional.of(new Token(Token.FILLER, "", token.from(), token.to()));
        // "slow clip 2 to half speed": what begins with it is a wish, and no slow part.
        boolean slows = said.equals("slow")
                && token.is("BORING")
                && SLOWED.contains(next.get().concept())
                && tokens.subList(0, at).stream()
                        .filter(other -> !other.is(Token.FILLER))
                        .reduce((one, other) -> other)
                        .filter(other -> !other.isBreak())
                        .isEmpty();
        if (slows) return Optional.of(new Token("SLOWER", "", token.from(), token.to()));
        // "like 5 seconds" are about as many.
        if (said.equals("like") && next.get().is(Token.TIME))
            return Optional.of(new Token(Token.FILLER, "", token.from(), token.to()));
        // "shorten clip 2 by 3 seconds" is not to 3 seconds.
        boolean by = said.equals("by") && next.get().is(Token.TIME) && isShorter(tokens, at);
        if (by) return Optional.of(new Token("BY", "", token.from(), token.to()));
        // "like insta" compares.
        if (said.equals("like") && next.get().is("PRESET"))
            return Optional.of(new Token("LIKE", "", token.from(), token.to()));
        // "something happy" can only be heard.
        boolean something = said.equals("something") && (next.get().is("MOOD") || isMore(tokens, at));
        if (something) return Optional.of(new Token("MUSIC", "", token.from(), token.to()));
        // "two lower thirds: "Ann" …, and "Bob" …": as many as follow.
        long quotes = tokens.stream().filter(other -> other.is(Token.QUOTE)).count();
        boolean texts = next.get().is("TITLE") || next.get().value().equals("lower_third");
        if (token.is(Token.NUMBER) && texts && token.value().equals((double) quotes))
            return Optional.of(new Token(Token.FILLER, "", token.from(), token.to()));
        // "whole video" of a text says how long.
        boolean whole = WHOLE.contains(said) && next.get().is("VIDEO") && isText(tokens.subList(0, at));
        if (whole) return Optional.of(new Token("ALL", "", token.from(), token.to()));
        // "drop logo.png into the corner" throws nothing away.
        boolean drop = token.is("REMOVE") && DROPS.contains(said) && isPlaced(tokens, at);
        return drop ? Optional.of(new Token("PUT", "", token.from(), token.to())) : Optional.empty();
    }

    private static boolean isShorter(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !tokens.get(i).isBreak(); i--)
            if (tokens.get(i).is("SHORTEN")) return true;
        return false;
    }

    private static boolean isText(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("TITLE") || token.is(Token.QUOTE));
    }

    private static boolean isMore(List<Token> tokens, int at) {
        Optional<Token> next = after(tokens, at).filter(token -> token.is("MORE"));
        return next.isPresent()
                && after(tokens, tokens.indexOf(next.get()))
                        .filter(token -> token.is("MOOD"))
                        .isPresent();
    }

    private static boolean isPlaced(List<Token> tokens, int at) {
        boolean thing = false;
        for (int i = at + 1; i < tokens.size() && !tokens.get(i).isBreak(); i++) {
            thing |= THINGS.contains(tokens.get(i).concept());
            if (thing
                    && (tokens.get(i).is("POSITION")
                            || tokens.get(i).is("SIDE")
                            || tokens.get(i).is("BEHIND"))) return true;
        }
        return false;
    }

    private static Optional<Token> after(List<Token> tokens, int at) {
        return tokens.subList(at + 1, tokens.size()).stream()
                .filter(token -> !token.is(Token.FILLER))
                .findFirst()
                .filter(token -> !token.isBreak());
    }

    private static boolean begins(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        String said = said(token, sentence);
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Token.FILLER)) next++;
        if (next == tokens.size() || tokens.get(next).isBreak()) return false;
        return WISHES.contains(said)
                || (ASKING.contains(said)
                        && Sentence.OPENING.contains(tokens.get(next).concept()));
    }

    /** "retro, you know, faded": between commas it is said, and nothing that is to go. */
    private static boolean isAside(List<Token> tokens, int at) {
        boolean before = at > 0 && tokens.get(at - 1).is(Token.SOFT);
        boolean after = at + 1 == tokens.size() || tokens.get(at + 1).isBreak();
        return before && after && tokens.stream().noneMatch(token -> token.is("REMOVE") || token.is("CUT"));
    }

    private static String said(Token token, String sentence) {
        return sentence.substring(token.from(), token.to()).toLowerCase(Locale.ROOT);
    }
}
