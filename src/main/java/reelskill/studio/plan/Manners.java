package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    private static final Set<String> NAMED = Clause.concepts("TITLE MUSIC SUBTITLES LOGO TRANSITION ENDCARD CARD PIP");

    private static final Set<String> PLACES = Clause.concepts("POSITION SIDE BEHIND");

    /** What a word stands for before another one of its clause; the first that fits. */
    private static final List<Meaning> MEANINGS = List.of(
            // "no captions, but add a title": it takes nothing back.
            new Meaning(Token.SOFT, word -> word.is("but") && (isWish(word.next) || word.next.is("FOLLOW"))),
            // "the background blue, not the text" takes no text away, which "no text" does.
            new Meaning("EXCEPT", word -> word.is("not") && NAMED.contains(word.next.concept())),
            // "the interview warmer but the beach cooler": another wish, for another.
            new Meaning(Token.SOFT, word -> word.is("but") && isOther(word)),
            // "but only from 0:10 to 0:20" says where, and takes nothing back.
            new Meaning(Token.FILLER, word -> word.is("but") && word.next.is("ONLY")),
            // "slow clip 2 to half speed": what begins with it is a wish, and no slow part.
            new Meaning("SLOWER", Manners::isSlowed),
            // "like 5 seconds" are about as many.
            new Meaning(Token.FILLER, word -> word.is("like") && word.next.is(Token.TIME)),
            // "shorten clip 2 by 3 seconds" is not to 3 seconds.
            new Meaning("BY", word -> word.is("by") && word.next.is(Token.TIME) && isShorter(word.before())),
            // "like insta" compares.
            new Meaning("LIKE", word -> word.is("like") && word.next.is("PRESET")),
            // "something happy" can only be heard.
            new Meaning(
                    "MUSIC", word -> word.is("something") && (word.next.is("MOOD") || isMore(word.tokens, word.at))),
            // "two lower thirds: "Ann" …, and "Bob" …": as many as follow.
            new Meaning(Token.FILLER, Manners::isCounted),
            // "whole video" of a text says how long.
            new Meaning("ALL", word -> WHOLE.contains(word.said) && word.next.is("VIDEO") && isText(word.before())),
            // "drop logo.png into the corner" throws nothing away.
            new Meaning(
                    "PUT",
                    word -> word.token().is("REMOVE") && DROPS.contains(word.said) && isPlaced(word.tokens, word.at)));

    private record Meaning(String concept, Predicate<Word> where) {}

    /** A word, in small letters, and the {@code next} that says something in its clause. */
    private record Word(List<Token> tokens, int at, String said, Token next) {
        Token token() {
            return tokens.get(at);
        }

        boolean is(String word) {
            return said.equals(word);
        }

        List<Token> before() {
            return tokens.subList(0, at);
        }
    }

    private static final Set<String> NAMING = Clause.concepts("MEDIA CLIPREF ORDINAL CLIP");
    private static final Set<String> GRADED = Clause.concepts("WARMTH LIGHT SATURATION FASTER SLOWER LOUDER QUIETER");
    private static final Set<String> LIMITS = Clause.concepts("NOT ONLY KEEP EXCEPT MORE LESS ASIS");

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
                result.set(i, token.as(Token.FILLER));
            meant(tokens, i, sentence).ifPresent(other -> result.set(index, other));
            if (token.is(Token.FILLER) && inside && !words && begins(tokens, i, sentence))
                result.set(i, token.as(Token.SOFT));
            inside |= !token.is(Token.FILLER) && !token.isBreak();
        }
        return result;
    }

    /** Returns what a word means here that means something else by itself. */
    private static Optional<Token> meant(List<Token> tokens, int at, String sentence) {
        Token token = tokens.get(at);
        String said = said(token, sentence);
        Optional<Token> next = after(tokens, at);
        // "but keep me sharp", where all the rest says nothing.
        if (next.isEmpty()) return said.equals("but") ? Optional.of(token.as(Token.FILLER)) : Optional.empty();
        Word word = new Word(tokens, at, said, next.get());
        return MEANINGS.stream()
                .filter(meaning -> meaning.where.test(word))
                .findFirst()
                .map(meaning -> token.as(meaning.concept));
    }

    private static boolean isWish(Token token) {
        boolean begins = Sentence.OPENING.contains(token.concept()) || GRADED.contains(token.concept());
        return begins && !token.is("NOT");
    }

    private static boolean isOther(Word word) {
        List<Token> rest = word.tokens.subList(word.at + 1, Atoms.end(word.tokens, word.at + 1));
        return NAMING.contains(word.next.concept())
                && rest.stream().anyMatch(token -> GRADED.contains(token.concept()))
                && rest.stream().noneMatch(token -> LIMITS.contains(token.concept()));
    }

    private static boolean isSlowed(Word word) {
        return word.is("slow")
                && word.token().is("BORING")
                && SLOWED.contains(word.next.concept())
                && word.before().stream()
                        .filter(other -> !other.is(Token.FILLER))
                        .reduce((one, other) -> other)
                        .filter(other -> !other.isBreak())
                        .isEmpty();
    }

    private static boolean isShorter(List<Token> before) {
        for (int i = before.size() - 1; i >= 0 && !before.get(i).isBreak(); i--)
            if (before.get(i).is("SHORTEN")) return true;
        return false;
    }

    private static boolean isCounted(Word word) {
        boolean texts = word.next.is("TITLE") || word.next.value().equals("lower_third");
        long quotes =
                word.tokens.stream().filter(other -> other.is(Token.QUOTE)).count();
        return texts && word.token().is(Token.NUMBER) && word.token().value().equals((double) quotes);
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
            if (thing && PLACES.contains(tokens.get(i).concept())) return true;
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
