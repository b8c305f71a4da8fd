package reelskill.studio.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reelskill.language.Language;

/** A sentence that the planner understands, to compare others with. */
record Example(Lexed sentence, Language language, Features features) {
    private static final String RESOURCE = "examples.txt";

    static List<Example> all(Lexicon lexicon) {
        return lines().stream()
                .map(line -> of(Lexed.of(line, lexicon, List.of())))
                .toList();
    }

    static List<String> lines() {
        return Lexicon.lines(RESOURCE);
    }

    private static Example of(Lexed sentence) {
        return new Example(sentence, Language.of(sentence.words()), Features.of(sentence));
    }

    String words() {
        return sentence.words();
    }

    /**
     * What a sentence is about.
     *
     * @param values by concept; a concept without a value has ""
     * @param unknown how many of its words nothing is known about; two Chinese characters count as one
     */
    record Features(Map<String, Set<Object>> values, double unknown) {
        private static final double CHARACTER = 0.5;
        private static final double WIDER = 0.8;

        static Features of(Lexed sentence) {
            Map<String, Set<Object>> values = new HashMap<>();
            double unknown = 0;
            for (Token token : sentence.tokens()) {
                if (token.is(Token.UNKNOWN)) {
                    unknown += Language.of(token.text()) == Language.CHINESE ? CHARACTER : 1;
                } else {
                    values.computeIfAbsent(family(token), concept -> new HashSet<>())
                            .add(token.value());
                }
            }
            return new Features(values, unknown);
        }

        private static String family(Token token) {
            return switch (token.concept()) {
                case "CUT", "TRIM" -> "REMOVE";
                case "QUIETWORD" -> "MUTE";
                case "MEDIA" -> Token.CLIPREF;
                default -> token.concept();
            };
        }

        Set<String> concepts() {
            return values.keySet();
        }

        /** Returns how far a concept is in both: entirely, in a wider sense, or not at all. */
        double shares(String concept, Features asked) {
            Set<Object> wanted = values.getOrDefault(concept, Set.of());
            Set<Object> said = asked.values.getOrDefault(concept, Set.of());
            if (wanted.isEmpty() || said.isEmpty()) return 0;
            if (Slots.isExact(concept) || wanted.stream().anyMatch(said::contains)) return 1;
            return wanted.contains("") ? WIDER : 0;
        }
    }
}
