package reelskill.studio.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/**
 * Compares what was not understood with the sentences of {@code examples.txt}: by what they are about, where what few of
 * them are about counts more. The same words are always like the same sentence. Safe for use by many threads.
 */
final class Likeness {
    /** What a clause is seldom about: it stands around what it is about. */
    private static final Set<String> LIGHT = Clause.concepts(
            "SOFT HARD TO FROM AT FOR OVER PART VIDEO ALL EACH ADJECTIVE SLIGHTLY MUCH CHANGE ADD PUT PLAY COLON START END CLIP EVERYTHING SAYING WHERE ONLY WHICH NUMBER SHAPE COLORWORD STEP ANOTHER IN FILTER");

    private static final double LIGHTNESS = 0.4;
    private static final double UNKNOWN = 1.5;
    private static final Set<String> NEGATION = Clause.concepts("NOT EXCEPT UNAVAILABLE");

    /** What a clause with one of these is about: nothing that leaves it out was meant. */
    private static final Set<String> MATTERS = Clause.concepts(
            "REMOVE KEEP UNDO REDO SPLIT MUTE LOUDER QUIETER FASTER SLOWER REVERSE FREEZE TITLE SUBTITLES MUSIC BACKGROUND TRANSITION ENDCARD CARD CONTRAST");

    private static final Set<String> ADDING = Clause.concepts("ADD PUT CHANGE");

    /** What goes without saying, and by what: words in quotes are to be read, a room is to be behind somebody. */
    private static final Map<String, String> IMPLIED = Map.of("TITLE", Token.QUOTE, "BACKGROUND", "ROOM");

    /**
     * An example with what the clause says in its places.
     *
     * @param likeness 0 to 1
     */
    record Near(String sentence, double likeness) {}

    private final Lexicon loose = Lexicon.loadLoosely();
    private final Lexicon strict;
    private final List<Example> examples;
    private final Map<String, Double> weights = new HashMap<>();

    Likeness(Lexicon strict) {
        this.strict = strict;
        this.examples = Example.all(strict);
        Map<String, Integer> counts = new HashMap<>();
        examples.forEach(
                example -> example.features().concepts().forEach(concept -> counts.merge(concept, 1, Integer::sum)));
        counts.forEach((concept, count) -> weights.put(
                concept, Math.log((examples.size() + 1.0) / count) * (LIGHT.contains(concept) ? LIGHTNESS : 1)));
    }

    /** Returns the examples that could have been meant, the likest first, with what {@code clause} says in their places. */
    List<Near> candidates(String clause, List<LibraryItem> library, Language language) {
        Lexed said = Lexed.of(clause, loose, library);
        Example.Features features = Example.Features.of(said);
        if (features.concepts().stream().anyMatch(NEGATION::contains)) return List.of();
        Slots slots = new Slots(strict, language);
        return in(language)
                .filter(example -> fits(example.features(), features))
                .flatMap(example -> slots.filled(example.sentence(), said).stream()
                        .map(words -> new Near(words, cosine(example.features(), features))))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .toList();
    }

    /** Returns the examples as they are that have most in common with {@code clause}, the likest first. */
    List<Near> nearest(String clause, List<LibraryItem> library, Language language) {
        Example.Features features = Example.Features.of(Lexed.of(clause, loose, library));
        return in(language)
                .map(example -> new Near(example.words(), cosine(example.features(), features)))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .toList();
    }

    private Stream<Example> in(Language language) {
        return examples.stream().filter(example -> example.language() == language);
    }

    /** Whoever did not say of what, or how, is not asked about one thing or way of many; and nobody about half of it. */
    private static boolean fits(Example.Features example, Example.Features clause) {
        return !mayBeOtherDeed(example, clause)
                && clause.concepts().stream()
                        .filter(MATTERS::contains)
                        .allMatch(concept -> example.shares(concept, clause) > 0)
                && example.concepts().stream()
                        .filter(concept -> !LIGHT.contains(concept))
                        .filter(concept -> !example.concepts().contains(IMPLIED.getOrDefault(concept, "")))
                        .allMatch(concept -> example.shares(concept, clause) > 0);
    }

    /** "Eradicate the music" is not about adding any: a verb that nobody knows may be any verb. */
    private static boolean mayBeOtherDeed(Example.Features example, Example.Features clause) {
        return clause.unknown() > 0
                && example.concepts().contains("ADD")
                && !example.concepts().contains(Token.QUOTE)
                && clause.concepts().stream().noneMatch(ADDING::contains);
    }

    private double cosine(Example.Features example, Example.Features clause) {
        double shared = example.concepts().stream()
                .mapToDouble(concept -> example.shares(concept, clause) * square(concept))
                .sum();
        return shared == 0 ? 0 : shared / Math.sqrt(length(example) * length(clause));
    }

    private double length(Example.Features features) {
        double known = features.concepts().stream().mapToDouble(this::square).sum();
        return known + features.unknown() * UNKNOWN * UNKNOWN;
    }

    /** A concept that no example is about is as much of a mystery as an unknown word. */
    private double square(String concept) {
        double weight = Optional.ofNullable(weights.get(concept)).orElse(LIGHT.contains(concept) ? LIGHTNESS : UNKNOWN);
        return weight * weight;
    }
}
