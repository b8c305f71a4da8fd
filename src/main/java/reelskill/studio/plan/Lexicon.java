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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/** The phrases of {@code words.txt}. Never changes, safe for many threads. */
final class Lexicon {
    private static final String FILE = "words.txt";
    private static final String LOOSE = "loose-words.txt";
    private static final int MOST_WORDS = 5;
    private static final Pattern WORDS = Pattern.compile("(?<word>[a-z']+)(?: (?=[a-z]))?");

    /** By first letter, the longest phrases first. */
    private final Map<Character, List<Entry>> entries = new HashMap<>();

    private final List<Entry> inOrder = new ArrayList<>();
    /** Made for the first word that is not known: many messages have none. */
    private @Nullable Spelling spelling;

    private Lexicon(List<String> lines) {
        lines.forEach(this::add);
        entries.values()
                .forEach(
                        list -> list.sort(Comparator.comparingInt(Entry::length).reversed()));
    }

    private synchronized Spelling spelling() {
        Spelling made = spelling;
        if (made == null) {
            made = new Spelling(inOrder.stream().map(Entry::phrase).toList());
            spelling = made;
        }
        return made;
    }

    static Lexicon load() {
        return new Lexicon(lines(FILE));
    }

    /** Returns the phrases together with words that are too loose to act on: what they mean is only asked about. */
    static Lexicon loadLoosely() {
        List<String> lines = new ArrayList<>(lines(FILE));
        lines.addAll(lines(LOOSE));
        return new Lexicon(lines);
    }

    /** Returns the lines of a resource beside this class, without blank ones and comments. */
    static List<String> lines(String resource) {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(": ");
        String[] concept = line.substring(0, colon).split("=", 2);
        for (String phrase : line.substring(colon + 2).split(", ", -1)) {
            Entry entry = new Entry(concept[0], concept.length == 2 ? concept[1] : "", phrase);
            inOrder.add(entry);
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

    /** Returns the first phrase of a concept's value, of the language where there is one; empty where nothing says it. */
    Optional<String> phrase(String concept, Object value, Language language) {
        List<String> phrases = inOrder.stream()
                .filter(entry -> entry.concept.equals(concept) && entry.value.equals(value))
                .map(Entry::phrase)
                .toList();
        return phrases.stream()
                .filter(phrase -> Language.of(phrase) == language)
                .findFirst()
                .or(() -> phrases.stream().findFirst());
    }

    /** As {@link #at}, with the slips in up to {@value #MOST_WORDS} words that begin there put right; empty where there is none. */
    Optional<Token> misspelt(String text, int from) {
        StringBuilder right = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        boolean slipped = false;
        Matcher words = WORDS.matcher(text).region(from, text.length());
        while (ends.size() < MOST_WORDS && words.lookingAt()) {
            Optional<String> meant = spelling().meant(words.group("word"));
            slipped |= meant.isPresent();
            right.append(ends.isEmpty() ? "" : " ").append(meant.orElse(words.group("word")));
            ends.add(words.end("word"));
            words.region(words.end(), text.length());
        }
        if (!slipped) return Optional.empty();
        return at(right.toString(), 0).map(token -> {
            int count = (int)
                    right.substring(0, token.to()).chars().filter(c -> c == ' ').count();
            return new Token(token.concept(), token.value(), from, ends.get(count));
        });
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
