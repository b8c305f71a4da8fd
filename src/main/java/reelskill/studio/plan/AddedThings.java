package reelskill.studio.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/** What 第一个 and "the second one" are of behind things that were just put over the film: of them, it may be. Pure. */
final class AddedThings {
    private static final Pattern BARE = Pattern.compile("第[\\d一二两三四五六七八九十]+个");
    private static final Pattern ONE = Pattern.compile("\\w+ one");

    /** What can be said of a text, and of no clip; a clip may go as well. */
    private static final Set<String> OF_TEXT =
            Clause.concepts("COLOR COLORWORD SCALE MOREBIT LESSBIT SIZE FACE POSITION");

    private AddedThings() {}

    /** Returns {@code tokens} with such a number as the text that is counted so, else as a word that nobody understands. */
    static List<Token> meant(List<Token> tokens, String words, List<EditOperation> last, Timeline now) {
        Optional<EditOperation> done = last.isEmpty() ? Optional.empty() : Optional.of(last.get(last.size() - 1));
        Optional<EditOperation> text = done.filter(it -> it instanceof AddText || FollowRules.changesText(it))
                .filter(it -> tokens.stream().anyMatch(token -> OF_TEXT.contains(token.concept())));
        boolean counted = done.filter(it -> it.removal().isPresent()).isPresent();
        return tokens.stream()
                .flatMap(token -> counted && isBare(token, words)
                        ? Stream.of(token.as(Token.UNKNOWN, ""))
                        : text.map(it -> named(token, tokens, words, it, now)).orElse(Stream.of(token)))
                .toList();
    }

    private static boolean isBare(Token token, String words) {
        return token.is(Token.CLIPREF) && BARE.matcher(said(token, words)).matches();
    }

    private static String said(Token token, String words) {
        return words.substring(token.from(), token.to()).toLowerCase(Locale.ROOT);
    }

    /** "make the second one red", "the other one blue": of two texts, as they come on the screen. */
    private static Stream<Token> named(Token token, List<Token> row, String words, EditOperation done, Timeline now) {
        List<String> texts = now.texts().stream()
                .sorted(Comparator.comparingLong(TextSegment::start))
                .map(TextSegment::text)
                .toList();
        boolean ranked =
                token.is(Token.CLIPREF) && ONE.matcher(said(token, words)).matches();
        boolean other = token.is("OTHERCLIP") && said(token, words).endsWith("one");
        if (texts.size() < 2 || !(ranked || other)) return Stream.of(token);
        Optional<String> text = ranked
                ? ranked(texts, ((ClipRef) token.value()).number())
                : other(texts, done instanceof AddText added ? Optional.of(added.text()) : FollowRules.ofText(done));
        boolean deed = row.stream().anyMatch(it -> it.is("CHANGE") || it.is("REMOVE") || it.is("MOVE") || it.is("PUT"));
        Token name = text.map(it -> token.as(Token.QUOTE, it)).orElse(token.as(Token.UNKNOWN, ""));
        return deed ? Stream.of(token.as("TITLE"), name) : Stream.of(token.as("CHANGE"), token.as("TITLE"), name);
    }

    private static Optional<String> ranked(List<String> texts, int rank) {
        int index = rank > 0 ? rank - 1 : texts.size() + rank;
        return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }

    private static Optional<String> other(List<String> texts, Optional<String> last) {
        List<String> others =
                texts.stream().filter(text -> !last.equals(Optional.of(text))).toList();
        return last.isPresent() && texts.size() == 2 && others.size() == 1
                ? Optional.of(others.get(0))
                : Optional.empty();
    }
}
