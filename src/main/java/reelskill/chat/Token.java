package reelskill.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a typed line between blanks, with its quotes and backslashes taken off as terminals put them on when a file
 * is dragged in. An apostrophe within a word and the backslash of a Windows path are letters.
 *
 * @param start where it begins in the line, its quote included
 * @param end the first place behind it
 */
record Token(int start, int end, String text) {
    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
                continue;
            }
            Token token = new Scan(line, at).token();
            tokens.add(token);
            at = token.end;
        }
        return tokens;
    }

    private static final class Scan {
        private final String line;
        private final int start;
        private final StringBuilder text = new StringBuilder();
        private int at;

        Scan(String line, int start) {
            this.line = line;
            this.start = start;
            this.at = start;
        }

        Token token() {
            // Quotes count at the beginning and right behind a quoted part: 'it'\''s here.mp4'.
            boolean quotes = true;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                if (quotes && quoted()) continue;
                if (escaped()) continue;
                quotes = false;
                text.append(line.charAt(at++));
            }
            return new Token(start, at, text.toString());
        }

        private boolean quoted() {
            char quote = line.charAt(at);
            int close = quote == '\'' || quote == '"' ? line.indexOf(quote, at + 1) : -1;
            if (close < 0) return false;
            text.append(line, at + 1, close);
            at = close + 1;
            return true;
        }

        private boolean escaped() {
            boolean escape = line.charAt(at) == '\\'
                    && at + 1 < line.length()
                    && !Character.isLetterOrDigit(line.charAt(at + 1));
            if (!escape) return false;
            text.append(line.charAt(at + 1));
            at += 2;
            return true;
        }
    }
}
