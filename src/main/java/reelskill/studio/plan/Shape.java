package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A row of concepts and what they become when they stand one after the other. */
record Shape(List<Slot> slots, Function<Match, List<Token>> join) {
    /** Returns the shape of a text like {@code FROM? TIME TO TIME}: alternatives between bars, ? where one may be missing. */
    static Shape of(String slots, Function<Match, List<Token>> join) {
        return new Shape(Stream.of(slots.split(" ", -1)).map(Slot::of).toList(), join);
    }

    /** Replaces the tokens from {@code at} on, if they have this shape and the joining does not answer with nothing. */
    void joinAt(List<Token> tokens, int at) {
        List<Token> found = new ArrayList<>();
        for (Slot slot : slots) {
            int next = at + found.size();
            if (next < tokens.size() && slot.concepts.contains(tokens.get(next).concept())) found.add(tokens.get(next));
            else if (!slot.optional) return;
        }
        List<Token> joined = found.isEmpty() ? List.of() : join.apply(new Match(found));
        if (joined.isEmpty()) return;
        List<Token> place = tokens.subList(at, at + found.size());
        place.clear();
        place.addAll(joined);
    }

    private record Slot(Set<String> concepts, boolean optional) {
        static Slot of(String text) {
            boolean optional = text.endsWith("?");
            return new Slot(
                    Set.of((optional ? text.substring(0, text.length() - 1) : text).split("\\|", -1)), optional);
        }
    }
}
