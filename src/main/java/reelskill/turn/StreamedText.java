package reelskill.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text that one author has streamed and not yet aggregated. An agent server sends deltas and then the same text
 * once more as a whole, sometimes with other white space, with parts that were never streamed, or in several events.
 */
final class StreamedText {
    private final StringBuilder streamed = new StringBuilder();
    /** Where the part of {@link #streamed} begins that no aggregate has covered yet. */
    private int open;

    void add(String delta) {
        streamed.append(delta);
    }

    /** Returns what of an aggregate's parts was not streamed before, and forgets the streamed text that they cover. */
    List<String> newIn(List<String> parts) {
        if (skipSpace(streamed, open) >= streamed.length()) return parts;
        Optional<String> rest = restOf(String.join("", parts));
        if (rest.isPresent()) return List.of(rest.get());
        List<String> news = new ArrayList<>();
        for (String part : parts) news.add(restOf(part).orElse(part));
        return news;
    }

    /** Returns what comes after the streamed text in {@code whole}, which may be nothing; empty if the two differ. */
    private Optional<String> restOf(String whole) {
        int from = skipSpace(streamed, open);
        int at = skipSpace(whole, 0);
        while (from < streamed.length() && at < whole.length() && streamed.charAt(from) == whole.charAt(at)) {
            from = skipSpace(streamed, from + 1);
            at = skipSpace(whole, at + 1);
        }
        if (at >= whole.length()) return covered(from, "");
        if (from >= streamed.length()) return covered(from, whole.substring(spaceBefore(whole, at)));
        // Its beginning can be a text that got no aggregate of its own.
        return streamedEndsWith(whole) ? covered(streamed.length(), "") : Optional.empty();
    }

    private Optional<String> covered(int until, String rest) {
        open = until;
        if (open >= streamed.length()) {
            streamed.setLength(0);
            open = 0;
        }
        return Optional.of(rest);
    }

    private boolean streamedEndsWith(String whole) {
        int at = spaceBefore(whole, whole.length());
        int from = spaceBefore(streamed, streamed.length());
        while (at > 0 && from > open && whole.charAt(at - 1) == streamed.charAt(from - 1)) {
            at = spaceBefore(whole, at - 1);
            from = spaceBefore(streamed, from - 1);
        }
        return at == 0;
    }

    private static int skipSpace(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    private static int spaceBefore(CharSequence text, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) at--;
        return at;
    }
}
