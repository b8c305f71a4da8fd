package reelskill.studio.plan;

import java.util.List;
import java.util.Set;
import reelskill.studio.timeline.Timeline;

/** Sentences to plans, in English and Chinese, by rules alone: the same words always mean the same. Thread-safe. */
public final class Planner {
    private final Lexicon lexicon = Lexicon.load();

    /**
     * Returns what {@code sentence} asks for. Whatever no rule accounts for in full is named in the plan and changes nothing.
     *
     * @param now what is on the timeline: "make it bigger" means its title where there is one
     * @param library the session's media, in the order of upload
     */
    public EditPlan plan(String sentence, Timeline now, List<LibraryItem> library) {
        return plan(sentence, now, library, Set.of());
    }

    /**
     * As the other.
     *
     * @param versions what versions of the timeline are called
     */
    public EditPlan plan(String sentence, Timeline now, List<LibraryItem> library, Set<String> versions) {
        List<Token> tokens = Spoken.quoted(Lexer.tokens(lexicon, sentence, library), sentence);
        return new Sentence(sentence, now, library, versions).plan(Grouping.grouped(tokens));
    }

    /** Returns the plan of an answer to a question that is open. One that is an instruction of its own is taken as such. */
    public EditPlan plan(String answer, Timeline now, List<LibraryItem> library, Set<String> versions, Question open) {
        EditPlan alone = plan(answer, now, library, versions);
        boolean stands = alone.asksForSomething() || !alone.questions().isEmpty();
        if (stands || !open.completion().contains(Question.BLANK)) return alone;
        EditPlan completed = plan(open.completion().replace(Question.BLANK, answer.strip()), now, library);
        return completed.asksForSomething() ? completed : alone;
    }
}
