package reelskill.studio.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/**
 * The part of a sentence that asks for one thing, as a bag of concepts: the languages order their words differently. A
 * rule must account for every concept in it; a clause with one more changes nothing.
 *
 * @param now what is on the timeline before the sentence
 * @param library the session's media, in the order of upload
 * @param tables the session's colour tables, in the order of upload
 * @param last what was done last: by this sentence before the clause, else by the one before it; empty where nothing was
 */
record Clause(
        List<Token> tokens,
        Timeline now,
        List<LibraryItem> library,
        List<LibraryItem> tables,
        Language language,
        Supplier<List<EditOperation>> last) {
    Clause with(List<Token> others) {
        return new Clause(others, now, library, tables, language, last);
    }

    /** Returns the clause as said after {@code operations}. */
    Clause after(List<EditOperation> operations) {
        return new Clause(tokens, now, library, tables, language, () -> operations);
    }

    Clause without(String concept) {
        return with(tokens.stream().filter(token -> !token.is(concept)).toList());
    }

    boolean has(String concept) {
        return tokens.stream().anyMatch(token -> token.is(concept));
    }

    boolean hasAny(String... concepts) {
        return Arrays.stream(concepts).anyMatch(this::has);
    }

    /** Returns whether there is nothing in the clause but {@code concepts}; "and" between them does not count. */
    boolean isMadeOf(Set<String> concepts) {
        return tokens.stream().allMatch(token -> token.is(Token.SOFT) || concepts.contains(token.concept()));
    }

    int count(String concept) {
        return (int) tokens.stream().filter(token -> token.is(concept)).count();
    }

    /** Returns the values of all tokens of a concept, in the order in which they were said. */
    <T> List<T> all(String concept, Class<T> type) {
        return tokens.stream()
                .filter(token -> token.is(concept))
                .map(token -> type.cast(token.value()))
                .toList();
    }

    <T> Optional<T> one(String concept, Class<T> type) {
        List<T> all = all(concept, type);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Returns whether every bare number counts as many as there are: "the two clips" of two, never of three. */
    boolean numbersAre(int count) {
        return all(Token.NUMBER, Double.class).stream().allMatch(number -> number == count);
    }

    Optional<String> text(String concept) {
        return one(concept, String.class);
    }

    Optional<Duration> time() {
        return one(Token.TIME, Duration.class);
    }

    List<Span> spans() {
        return all(Token.SPAN, Span.class);
    }

    List<ClipRef> clips() {
        return all(Token.CLIPREF, ClipRef.class);
    }

    /** Returns the time that stands right behind one of {@code prepositions}. */
    Optional<Duration> timeAfter(String... prepositions) {
        Set<String> before = Set.of(prepositions);
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(Token.TIME)
                    && before.contains(tokens.get(i - 1).concept())) {
                return Optional.of((Duration) tokens.get(i).value());
            }
        }
        return Optional.empty();
    }

    String say(String english, String chinese, Object... arguments) {
        return language.say(english, chinese, arguments);
    }

    static Set<String> concepts(String names) {
        return Set.copyOf(List.of(names.split(" ", -1)));
    }

    static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        return Set.copyOf(all);
    }
}
