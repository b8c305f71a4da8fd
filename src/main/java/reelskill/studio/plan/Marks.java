package reelskill.studio.plan;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks around words and before them: quotes, what numbers a list, and a rate written as one word. Pure. */
final class Marks {
    private static final Map<Character, Character> QUOTES = Map.of(
            '"', '"', '“', '”', '‘', '’', '\'', '\'', '「', '」', '『', '』', '《', '》', '«', '»', '”', '”', '„', '“');
    private static final Pattern BULLET =
            Pattern.compile("(?:(?<n>\\(?\\d{1,2}\\))|\\d{1,2}\\.(?=\\s+\\p{L})|[-–—*•])\\s+");

    private static final Pattern FRAMES = Pattern.compile("\\d{2,3}(?:\\.\\d+)?fps(?![a-z0-9])");

    private static final Pattern ADDRESS = Pattern.compile(
            "[@#](?![0-9a-f]{6}(?![0-9a-z]))(?=\\w*[a-z])[\\w.]*\\w|(?:https?://)?(?:[a-z0-9][a-z0-9-]*\\.)+"
                    + "(?:com|net|org|io|co|tv|app|shop|store|edu|gov|me|ai|dev|uk|de|fr|eu)(?:/[\\w/.?=&%-]*\\w)?(?![a-z0-9])");

    private static final Pattern PERSON = Pattern.compile("\\b(?:Mr|Mrs|Ms|Dr|Prof|St)$");

    private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d([./-])\\d{1,2}\\1\\d{1,2}(?!\\d)");

    private Marks() {}

    static Optional<Token> at(String original, String text, int at) {
        return bullet(text, at)
                .or(() -> quote(original, text, at))
                .or(() -> frames(text, at))
                .or(() -> point(original, text, at))
                .or(() -> address(text, at))
                .or(() -> date(text, at));
    }

    /** "www.bakery.com": its points end no sentence. */
    private static Optional<Token> address(String text, int at) {
        Matcher address = ADDRESS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean found = address.lookingAt() && !(at > 0 && Letters.splitsWord(text, at));
        return found ? Optional.of(new Token(Token.UNKNOWN, address.group(), at, address.end())) : Optional.empty();
    }

    /** "Ms. Parker", "Dr. Li". */
    private static Optional<Token> point(String original, String text, int at) {
        boolean point = text.charAt(at) == '.'
                && PERSON.matcher(original.substring(0, at)).find();
        return point ? Optional.of(new Token(Token.FILLER, "", at, at + 1)) : Optional.empty();
    }

    /** "1) …", "- …": what numbers a list begins another wish, and is no range of times. */
    private static Optional<Token> bullet(String text, int at) {
        Matcher bullet = BULLET.matcher(text).region(at, text.length());
        if (!bullet.lookingAt()) return Optional.empty();
        boolean first = text.substring(0, at).isBlank() || text.charAt(at - 1) == '\n';
        boolean numbered = bullet.group("n") != null && Character.isWhitespace(text.charAt(Math.max(0, at - 1)));
        return first || numbered ? Optional.of(new Token(Token.HARD, "", at, bullet.end())) : Optional.empty();
    }

    /** An apostrophe inside a word is no quote; a quote that never ends is none either. */
    private static Optional<Token> quote(String original, String text, int at) {
        char open = original.charAt(at);
        Character close = QUOTES.get(open);
        if (close == null || (at > 0 && Letters.isLatin(text.charAt(at - 1)))) return Optional.empty();
        for (int end = original.indexOf(close, at + 1); end > 0; end = original.indexOf(close, end + 1)) {
            boolean apostrophe =
                    (close == '\'' || close == '’') && end + 1 < text.length() && Letters.isLatin(text.charAt(end + 1));
            if (apostrophe) continue;
            String words = original.substring(at + 1, end).strip();
            return words.isEmpty() ? Optional.empty() : Optional.of(new Token(Token.QUOTE, words, at, end + 1));
        }
        return Optional.empty();
    }

    /** "30fps" in one word; how many does not matter, as they stay as filmed. */
    private static Optional<Token> frames(String text, int at) {
        Matcher rate = FRAMES.matcher(text).region(at, text.length()).useTransparentBounds(true);
        boolean found = rate.lookingAt() && !(at > 0 && Letters.splitsWord(text, at));
        return found ? Optional.of(new Token("FRAMES", "said", at, rate.end())) : Optional.empty();
    }

    /** 2024.5.1 can only be shown: it is no figure, and no sentence ends in it. */
    private static Optional<Token> date(String text, int at) {
        Matcher day = DATE.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return day.lookingAt() ? Optional.of(new Token(Token.UNKNOWN, day.group(), at, day.end())) : Optional.empty();
    }
}
