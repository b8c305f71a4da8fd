package reelskill.studio.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.media.MediaFacts;

/** Names of files in a sentence, with their ending or, where it is no word of the lexicon, without it. Thread-safe. */
final class MediaNames {
    private static final Pattern TABLE_NAME = Pattern.compile("[a-z0-9_-]{1,80}\\.cube(?![a-z0-9])");

    /** 海边那段 is the clip of 海边.mp4, where there is one. */
    private static final Pattern PART = Pattern.compile("的?(?:[那这]一?[段个条]|片段|视频|素材)");

    private final Lexicon lexicon;
    private final String text;
    private final List<LibraryItem> media;

    /** @param text the sentence as {@link Letters#normalized} gives it */
    MediaNames(Lexicon lexicon, String text, List<LibraryItem> media) {
        this.lexicon = lexicon;
        this.text = text;
        // Longer names first: "beach 2.mov" before "beach".
        this.media = media.stream()
                .sorted(Comparator.comparingInt(
                                (LibraryItem item) -> item.name().length())
                        .reversed())
                .toList();
    }

    /** Returns the file that is named at {@code at}; a picture of that name where "photo" follows. Empty where none is. */
    Optional<Token> at(int at) {
        Optional<Token> found = name(at, item -> true);
        boolean picture = found.flatMap(name -> lexicon.at(text, skipSpace(name.to())))
                .filter(next -> next.is("PICTURE"))
                .isPresent();
        // "a beach photo" is no film of that name.
        return picture ? name(at, item -> item.facts().kind() == MediaFacts.Kind.IMAGE) : found;
    }

    private int skipSpace(int at) {
        int next = at;
        while (next < text.length() - 1 && Character.isWhitespace(text.charAt(next))) next++;
        return Math.min(next, text.length() - 1);
    }

    private Optional<Token> name(int at, Predicate<LibraryItem> wanted) {
        return media.stream()
                .filter(wanted)
                .flatMap(item -> Stream.of(item.name(), stem(item.name()))
                        .filter(name ->
                                name.length() > (isHan(name) ? 1 : 2) && text.startsWith(Letters.normalized(name), at))
                        .filter(name -> !Letters.splitsWord(text, at + name.length()))
                        .map(name ->
                                new Token(item.isTable() ? Lexer.TABLE : Lexer.MEDIA, item, at, at + name.length())))
                .filter(token ->
                        token.to() - at == ((LibraryItem) token.value()).name().length() || isNoWord(at, token.to()))
                .findFirst();
    }

    /** Returns the name of a colour table that is not in the library. */
    Optional<Token> unknownTable(int at) {
        Matcher name = TABLE_NAME.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return name.lookingAt()
                ? Optional.of(new Token(Lexer.NO_TABLE, name.group(), at, name.end()))
                : Optional.empty();
    }

    /** A file called "intro.mp4" does not turn the word "intro" into a name; "beach" is one. */
    private boolean isNoWord(int from, int to) {
        boolean clip = isHan(text.substring(from, to))
                && PART.matcher(text).region(to, text.length()).lookingAt();
        return clip || lexicon.at(text, from).filter(word -> word.to() >= to).isEmpty();
    }

    private static boolean isHan(String name) {
        return name.codePoints().limit(2).allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Returns {@code word}, without meaning and up to the name where it runs into that of a file: "my company logo.png". */
    Token beforeName(Token word) {
        for (int i = word.from() + 1; i < word.to(); i++) {
            boolean begins = text.charAt(i - 1) == ' ' && namesFile(i);
            if (begins) return new Token(Token.FILLER, "", word.from(), i - 1);
        }
        return word;
    }

    private boolean namesFile(int at) {
        return media.stream().anyMatch(item -> text.startsWith(Letters.normalized(item.name()), at));
    }
}
