package reelskill.chat;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Parts a line for completion. A sentence is never incomplete: an apostrophe opens nothing. */
final class LineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        List<Token> tokens = Token.of(line.substring(0, cursor));
        boolean between = tokens.isEmpty() || tokens.get(tokens.size() - 1).end() < cursor;
        Token last = between ? new Token(cursor, cursor, "") : tokens.get(tokens.size() - 1);
        int index = between ? tokens.size() : tokens.size() - 1;
        return new Line(
                line, cursor, last, index, tokens.stream().map(Token::text).toList());
    }

    private record Line(String line, int cursor, Token token, int wordIndex, List<String> before)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return token.text();
        }

        @Override
        public int wordCursor() {
            return token.text().length();
        }

        @Override
        public List<String> words() {
            return wordIndex < before.size()
                    ? before
                    : java.util.stream.Stream.concat(before.stream(), java.util.stream.Stream.of(""))
                            .toList();
        }

        /** Writes a name as terminals drag it in, so that it is read as one. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            boolean quoted = token.start() < line.length() && line.charAt(token.start()) == '\'';
            return quoted
                    ? "'" + candidate + (complete ? "'" : "")
                    : candidate.toString().replaceAll("([\\s'\"\\\\()&;])", "\\\\$1");
        }

        @Override
        public int rawWordCursor() {
            return cursor - token.start();
        }

        @Override
        public int rawWordLength() {
            return cursor - token.start();
        }
    }
}
