package reelskill.studio.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The phrases of {@code words.txt}. Immutable, safe for many threads. */
final class Lexicon {
    private static final String FILE = "words.txt";

    /** By first letter, the longest phrases first. */
    private final Map<Character, List<Entry>> entries = new HashMap<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lexicon::add);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        lexicon.entries
                .values()
                .forEach(
                        list -> list.sort(Comparator.comparingInt(Entry::length).reversed()));
        return lexicon;
    }

    private void add(String line) {
        int colon = line.indexOf(": ");
        String[] concept = line.substring(0, colon).split("=", 2);
        for (String phrase : line.substring(colon + 2).split(", ", -1)) {
            Entry entry = new Entry(concept[0], concept.length == 2 ? concept[1] : "", phrase);
            entries.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** Returns the longest phrase that begins at {@code from}; {@code text} is in lower case. */
    Optional<Token> at(String text, int from) {
        for (Entry entry : entries.getOrDefault(text.charAt(from), List.of())) {
            int end = entry.endIn(text, from);
            if (end >= 0) return Optional.of(new Token(entry.concept, entry.value, from, end));
        }
        return Optional.empty();
    }

    private record Entry(String concept, String value, String phrase) {
        int length() {
            return phrase.length();
        }

        /** A space stands for any white space and for a hyphen; a Latin phrase ends where its word does. */
        int endIn(String text, int from) {
            int at = from;
            for (int i = 0; i < phrase.length(); i++, at++) {
                if (at >= text.length()) return -1;
                char wanted = phrase.charAt(i);
                char found = text.charAt(at);
                if (wanted == ' ' ? !(Character.isWhitespace(found) || found == '-') : wanted != found) return -1;
                while (wanted == ' ' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1))) at++;
            }
            return Letters.splitsWord(text, at) ? -1 : at;
        }
    }
}
