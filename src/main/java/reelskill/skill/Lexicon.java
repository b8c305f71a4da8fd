package reelskill.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of words and phrases that can be found in a message: whole words in Latin script, anywhere in Chinese. */
public final class Lexicon {
    private static final String WORD = "[a-z0-9\\u00c0-\\u024f'-]";

    private final Pattern pattern;

    public Lexicon(List<List<String>> lists) {
        // The longest first, so that "white balance" is one thing and not a balance that is white.
        pattern = Pattern.compile(lists.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Lexicon::bounded)
                .collect(Collectors.joining("|")));
    }

    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** Returns what follows the phrase that {@code text} begins with, trimmed; empty if it begins with none. */
    public Optional<String> afterStart(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? Optional.of(text.substring(matcher.end()).strip()) : Optional.empty();
    }

    /** Returns what is left of {@code text} when all phrases are taken out, the pieces apart by one space. */
    public String residue(String text) {
        return pattern.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static String bounded(String phrase) {
        String quoted = Pattern.quote(phrase);
        return phrase.matches(".*\\p{IsHan}.*") ? quoted : "(?<!" + WORD + ")" + quoted + "(?!" + WORD + ")";
    }
}
