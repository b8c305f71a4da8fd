package reelskill.studio.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** Sentences to plans, in English and Chinese, by rules alone: the same words always mean the same. Thread-safe. */
public final class Planner {
    private final Lexicon lexicon = Lexicon.load();
    private @Nullable DidYouMean didYouMean;

    /** Reads a sentence for nothing. The first one loads all rules and compiles their patterns, which takes as long as hundreds. */
    public void warm() {
        plan("trim", Timelines.empty("", List.of()), List.of());
    }

    /**
     * Returns what {@code sentence} asks for. Whatever no rule accounts for in full is named in the plan and changes nothing.
     *
     * @param now what is on the timeline: "make it bigger" means its title where there is one
     * @param library the session's media, in the order of upload
     */
    public EditPlan plan(String sentence, Timeline now, List<LibraryItem> library) {
        return plan(sentence, now, library, Past.NONE);
    }

    /** As the other one, for a sentence that may refer back. */
    public EditPlan plan(String sentence, Timeline now, List<LibraryItem> library, Past past) {
        List<Token> tokens =
                Lexed.of(Courtesy.passedOver(sentence), lexicon, library).tokens();
        Condition condition = Condition.of(tokens, sentence, now);
        return condition
                .refusal()
                .or(() -> Courtesy.answer(sentence, Language.of(sentence)))
                .map(why -> EditPlan.refused(why, Language.of(sentence)))
                .orElseGet(() -> new Sentence(sentence, now, library, past).plan(condition.tokens()));
    }

    /** Returns sentences in a language that it understands, to learn its words from. */
    public static List<String> examples(Language language) {
        return Example.lines().stream()
                .filter(line -> Language.of(line) == language)
                .toList();
    }

    /** Returns what asks about the parts that it does not understand; made on the first call. */
    public synchronized DidYouMean didYouMean() {
        DidYouMean found = didYouMean;
        if (found == null) {
            found = new DidYouMean(this, new Likeness(lexicon));
            didYouMean = found;
        }
        return found;
    }

    /**
     * Returns the whole sentence that an answer to an open question stands for: the one it completes, or the answer itself
     * where that is an instruction of its own. "Half speed" is one, but not to "slow down the beach: how slow?".
     */
    public String meant(String answer, Timeline now, List<LibraryItem> library, Past past, Question open) {
        if (!open.completion().contains(Question.BLANK)) return answer;
        EditPlan alone = plan(answer, now, library, past);
        boolean stands = alone.asksForSomething() || !alone.questions().isEmpty();
        String completed = open.completion().replace(Question.BLANK, answer.strip());
        EditPlan whole = plan(completed, now, library, past);
        return (stands ? whole.isPartOf(alone) : whole.asksForSomething()) ? completed : answer;
    }
}
