package reelskill.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of words and phrases that can be found in a message: whole words in Latin script, anywhere in Chinese. */
public final class Lexicon {
    private static final String WORD = "[a-z0-9\\u00c0-\\u024f'-]";

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Pattern pattern;

    public Lexicon(List<List<String>> lists) {
        // The longest first, so that "white balance" is one thing and not a balance that is white.
        List<String> phrases = lists.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        // Where one with Chinese in it fits, those without are shorter.
        String chinese = either(phrases, HAN.asPredicate());
        String latin = either(phrases, HAN.asPredicate().negate());
        if (!latin.isEmpty()) latin = "(?<!" + WORD + ")(?:" + latin + ")(?!" + WORD + ")";
        pattern = Pattern.compile(chinese + (chinese.isEmpty() || latin.isEmpty() ? "" : "|") + latin);
    }

    private static String either(List<String> phrases, Predicate<String> wanted) {
        return phrases.stream().filter(wanted).map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Returns whether one of the phrases stands anywhere in {@code text}. */
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
}
