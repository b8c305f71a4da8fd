package reelskill.studio.plan;

import java.util.List;
import java.util.regex.Pattern;

/** What 第一个 is of behind things that were just put over the film: of them, it may be, and of no clip for sure. Pure. */
final class AddedThings {
    private static final Pattern BARE = Pattern.compile("第[\\d一二两三四五六七八九十]+个");

    private AddedThings() {}

    /** Returns {@code tokens} with such a number as a word that nobody understands. */
    static List<Token> meant(List<Token> tokens, String words, List<EditOperation> last) {
        boolean counted = !last.isEmpty() && last.get(last.size() - 1).removal().isPresent();
        return counted
                ? tokens.stream()
                        .map(token -> isBare(token, words) ? token.as(Token.UNKNOWN, "") : token)
                        .toList()
                : tokens;
    }

    private static boolean isBare(Token token, String words) {
        return token.is(Token.CLIPREF)
                && BARE.matcher(words.substring(token.from(), token.to())).matches();
    }
}
