package reelskill.studio.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.plan.Question;

/** What was asked and has no answer yet, the newest first; kept as one text. Immutable. */
record OpenQuestions(List<Asked> all) {
    static final OpenQuestions NONE = new OpenQuestions(List.of());

    private static final int MOST = 3;
    private static final String NEXT = "\u001e";
    private static final String FIELD = "\u001f";

    /**
     * One of them.
     *
     * @param completion the sentence that an answer completes; or what is done if somebody agrees, or says which
     * @param words the question; empty where it is not to be asked again
     * @param again whether it was asked again already
     */
    record Asked(String completion, String words, boolean again) {
        private Stream<String> fields() {
            return Stream.of(completion, words, again ? "again" : "");
        }

        private static Asked of(String stored) {
            String[] fields = stored.split(FIELD, -1);
            // Before questions were asked again, the completion alone was kept.
            return fields.length == 3
                    ? new Asked(fields[0], fields[1], !fields[2].isEmpty())
                    : new Asked(stored, "", false);
        }
    }

    static OpenQuestions of(Optional<String> stored) {
        return stored.map(text -> new OpenQuestions(
                        Stream.of(text.split(NEXT, -1)).map(Asked::of).toList()))
                .orElse(NONE);
    }

    Optional<String> stored() {
        return newest().map(one -> all.stream()
                .map(asked -> asked.fields().collect(Collectors.joining(FIELD)))
                .collect(Collectors.joining(NEXT)));
    }

    Optional<Asked> newest() {
        return all.stream().findFirst();
    }

    /** Returns these with a newer one; what is much older is forgotten. */
    OpenQuestions with(String completion, String words) {
        List<Asked> asked = new ArrayList<>(all);
        asked.removeIf(one -> one.completion().equals(completion));
        asked.add(0, new Asked(completion, words, false));
        return new OpenQuestions(asked.stream().limit(MOST).toList());
    }

    /** Returns those of these that are left when {@code answered} has its answer. */
    OpenQuestions without(Asked answered) {
        return new OpenQuestions(
                all.stream().filter(asked -> !asked.equals(answered)).toList());
    }

    /** Returns those that can wait while something else is said: what only asks for a yes cannot. */
    OpenQuestions waiting() {
        return new OpenQuestions(all.stream()
                .filter(asked -> asked.completion().contains(Question.BLANK)
                        && !asked.words().isEmpty())
                .toList());
    }

    /** Returns these with the newest asked again. */
    OpenQuestions again() {
        List<Asked> asked = new ArrayList<>(all);
        asked.replaceAll(one -> one.equals(all.get(0)) ? new Asked(one.completion(), one.words(), true) : one);
        return new OpenQuestions(asked);
    }
}
