package reelskill.chat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.media.MediaFormat;

/**
 * A message as it was typed, with the files in it found: dragged in, pasted or named.
 *
 * @param files absolute, each once, in the order of the line
 * @param addresses of media on the web
 * @param missing paths that lead to no file
 * @param words what is left to say; a file within the sentence is called by its name
 */
record Typed(List<Path> files, List<String> addresses, List<String> missing, String words) {
    private static final int MOST_BLANKS = 12;
    private static final Pattern MEDIA_NAME =
            Pattern.compile("(?i).+\\.(?:" + MediaFormat.list().replace(' ', '|') + "|jpeg|m4v|txt)");
    private static final Pattern PATH = Pattern.compile("(?i)(?:/[^/\\s]+/|~/|\\.\\.?/|[a-z]:[\\\\/]|file:).*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    static Typed of(String line, Places places) {
        return new Search(line, places).typed();
    }

    /** Returns whether a name ends as the media that can be uploaded do. */
    static boolean isMediaName(String name) {
        return MEDIA_NAME.matcher(name).matches();
    }

    boolean hasMedia() {
        return !files.isEmpty() || !addresses.isEmpty();
    }

    private static final class Search {
        private final String line;
        private final Places places;
        private final List<Token> tokens;
        private final List<Path> files = new ArrayList<>();
        private final List<String> addresses = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private int copied;

        Search(String line, Places places) {
            this.line = line;
            this.places = places;
            this.tokens = Token.of(line);
        }

        Typed typed() {
            for (int i = 0; i < tokens.size(); ) i += take(i);
            words.append(line.substring(copied));
            return new Typed(files, addresses, missing, words.toString().strip());
        }

        /** Takes the file that begins with a token, the longest name first; returns how many tokens it had. */
        private int take(int i) {
            for (int last = Math.min(i + MOST_BLANKS, tokens.size() - 1); last >= i; last--) {
                Optional<Path> file = file(i, last);
                if (file.isEmpty()) continue;
                if (!files.contains(file.get())) files.add(file.get());
                replace(i, last, String.valueOf(file.get().getFileName()));
                return last - i + 1;
            }
            other(tokens.get(i));
            return 1;
        }

        private Optional<Path> file(int first, int last) {
            // A name with blanks that nobody quoted is as it stands in the line.
            String name = first == last
                    ? tokens.get(first).text()
                    : line.substring(tokens.get(first).start(), tokens.get(last).end());
            if (!PATH.matcher(name).matches() && !isMediaName(name)) return Optional.empty();
            return places.path(name).filter(Files::isRegularFile);
        }

        private void other(Token token) {
            String text = token.text();
            boolean media =
                    ADDRESS.matcher(text).matches() && (tokens.size() == 1 || isMediaName(text.split("[?#]", 2)[0]));
            if (media) {
                addresses.add(text);
                replace(tokens.indexOf(token), tokens.indexOf(token), text);
            } else if (PATH.matcher(text).matches()) {
                missing.add(text);
            }
        }

        /** What stands before the first word is only to be uploaded; what stands in the sentence is spoken of. */
        private void replace(int first, int last, String name) {
            words.append(line, copied, tokens.get(first).start());
            if (!words.toString().isBlank()) words.append(name);
            copied = tokens.get(last).end();
        }
    }
}
