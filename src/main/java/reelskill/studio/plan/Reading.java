package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a clause was understood as: things to do, or one question, or something that is not available. */
record Reading(
        List<EditOperation> operations,
        int history,
        boolean wantsExport,
        Optional<Question> question,
        Optional<String> notAvailable,
        boolean instead) {
    static Reading of(EditOperation... operations) {
        return of(List.of(operations));
    }

    static Reading of(List<? extends EditOperation> operations) {
        return new Reading(List.copyOf(operations), 0, false, Optional.empty(), Optional.empty(), false);
    }

    /** As {@link #of}, but in place of what was done last. */
    static Reading instead(List<EditOperation> operations) {
        return new Reading(List.copyOf(operations), 0, false, Optional.empty(), Optional.empty(), true);
    }

    static Reading history(int steps) {
        return new Reading(List.of(), steps, false, Optional.empty(), Optional.empty(), false);
    }

    static Reading ask(String words, String completion) {
        return new Reading(List.of(), 0, false, Optional.of(new Question(words, completion)), Optional.empty(), false);
    }

    static Reading notAvailable(String sentence) {
        return new Reading(List.of(), 0, false, Optional.empty(), Optional.of(sentence), false);
    }

    /** Returns whether it may be one of two wishes in a row: what is asked, corrected or taken back is no half of something. */
    boolean isWish() {
        return question.isEmpty() && notAvailable.isEmpty() && !instead && history == 0;
    }

    boolean asksForSomething() {
        return !operations.isEmpty();
    }

    /** Returns this with what {@code change} makes of each operation in its place, each once. */
    Reading each(Function<EditOperation, Stream<EditOperation>> change) {
        List<EditOperation> changed =
                operations.stream().flatMap(change).distinct().toList();
        return new Reading(changed, history, wantsExport, question, notAvailable, instead);
    }

    /** Returns this with {@code sentence} beside what is done. */
    Reading telling(String sentence) {
        return new Reading(operations, history, wantsExport, question, Optional.of(sentence), instead);
    }

    Reading exported() {
        return new Reading(operations, history, true, question, notAvailable, instead);
    }
}
