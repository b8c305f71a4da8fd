package reelskill.studio.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that are one slip of the fingers away from one of the vocabulary: "titel", "disolve", "stabalize", "backgroud". Only
 * slips that hardly ever make another word count: neighbours swapped, a letter doubled or not, and in long words another
 * vowel or a letter lost. Immutable, safe for many threads.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 8;
    private static final String VOWELS = "aeiou";
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?");

    private final Set<String> known = new HashSet<>();
    private final Map<Character, Set<String>> byFirst = new HashMap<>();

    /** Adds the words of a phrase of the vocabulary. */
    Spelling(List<String> phrases) {
        for (String phrase : phrases) WORD.matcher(phrase).results().forEach(found -> add(found.group()));
    }

    private void add(String word) {
        if (known.add(word) && word.length() >= SHORTEST)
            byFirst.computeIfAbsent(word.charAt(0), first -> new HashSet<>()).add(word);
    }

    /** Returns the one word that {@code word} is a slip of; empty where it is a word of its own, or none or several fit. */
    Optional<String> meant(String word) {
        if (word.length() < SHORTEST || known.contains(word)) return Optional.empty();
        List<String> near = byFirst.getOrDefault(word.charAt(0), Set.of()).stream()
                .filter(candidate -> isSlip(word, candidate))
                .limit(2)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isSlip(String word, String meant) {
        int same = 0;
        while (same < Math.min(word.length(), meant.length()) && word.charAt(same) == meant.charAt(same)) same++;
        String left = word.substring(same);
        String right = meant.substring(same);
        if (left.length() == right.length())
            return isSwap(left, right) || (meant.length() >= LONG && isOtherVowel(left, right));
        boolean lost = left.length() + 1 == right.length() && left.equals(right.substring(1));
        boolean more = left.length() == right.length() + 1 && right.equals(left.substring(1));
        if (!lost && !more) return false;
        char letter = (lost ? right : left).charAt(0);
        boolean doubled = same > 0 && meant.charAt(same - 1) == letter;
        // At its end a word takes letters that say something: "clip", "clips".
        boolean inside = lost && right.length() > 1 && meant.length() >= LONG;
        return doubled || inside;
    }

    private static boolean isSwap(String left, String right) {
        return left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
    }

    private static boolean isOtherVowel(String left, String right) {
        return left.length() > 1
                && VOWELS.indexOf(left.charAt(0)) >= 0
                && VOWELS.indexOf(right.charAt(0)) >= 0
                && left.substring(1).equals(right.substring(1));
    }
}
