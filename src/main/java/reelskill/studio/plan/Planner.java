package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** Sentences to plans, in English and Chinese, by rules alone: the same words always mean the same. Thread-safe. */
public final class Planner {
    private static final Set<String> VALUES = Clause.concepts(
            "RATIO SIDE POSITION CLOCKWISE TRANSPARENT NUMBER DEGREES FACTOR RATE PERCENT TIME TO AT BY FOR SLIGHTLY MUCH");

    /** What wishes about anything are made of. */
    private static final Set<String> COMMON = Clause.concepts(
            "SOFT HARD ADD PUT CHANGE VIDEO CLIP CLIPREF PART SPAN TIME NUMBER QUOTE AT IN ON FROM TO FOR BY LONG START END ALL EVERYTHING NOT ONLY UNKNOWN");

    /** An answer that is a clause of its own, beside others. */
    private static final Pattern APART = Pattern.compile("[，,。;；]\\s*\\{}\\s*(?:$|[，,。;；])");

    private static final Set<String> LENGTHS = Clause.concepts("SPAN TIME HALF FRACTION PERCENT");

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
        Optional<String> polite = Courtesy.answer(sentence, Language.of(sentence));
        if (polite.isPresent()) return EditPlan.refused(polite.get(), Language.of(sentence));
        List<String> readings = new Gaps(lexicon, library).readings(sentence);
        EditPlan plan = readings.stream()
                .map(said -> read(said, sentence, now, library, past))
                .filter(EditPlan::isWhole)
                .findFirst()
                .orElseGet(() ->
                        Gaps.quoting(read(readings.get(0), sentence, now, library, past), readings.get(0), sentence));
        // "what formats can you export?": the half of a question that is understood is no wish.
        boolean half = !plan.notUnderstood().isEmpty() && plan.questions().isEmpty();
        return half && Courtesy.asks(sentence) ? plan.withdrawn(sentence) : plan;
    }

    private EditPlan read(String sentence, String typed, Timeline now, List<LibraryItem> library, Past past) {
        List<Token> tokens =
                Lexed.of(Courtesy.passedOver(sentence), typed, lexicon, library).tokens();
        Condition condition = Condition.of(tokens, sentence, now);
        if (condition.refusal().isPresent())
            return EditPlan.refused(condition.refusal().get(), Language.of(sentence));
        int back = Corrected.at(condition.tokens(), sentence);
        Sentence said = new Sentence(sentence, now, library, past);
        if (back < 0) return said.plan(condition.tokens());
        EditPlan meant = said.plan(Corrected.meant(condition.tokens(), back));
        // What a message takes back itself is never done.
        return meant.isWhole() ? meant : meant.withdrawn(sentence);
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
        if (!open.completion().contains(Question.BLANK) || Courtesy.declines(answer)) return answer;
        EditPlan alone = plan(answer, now, library, past);
        boolean stands = alone.asksForSomething() || !alone.questions().isEmpty();
        List<Token> said = Lexed.of(answer, lexicon, library).tokens();
        // 第二段太长了 // 留前20秒: where the length of a clip was asked for, a time counts in that clip.
        boolean timed = open.completions().count() > 1
                && said.stream().anyMatch(token -> LENGTHS.contains(token.concept()))
                && said.stream().noneMatch(token -> Overlong.ELSEWHERE.contains(token.concept()))
                && Atoms.has(Lexed.of(open.completion(), lexicon, library).tokens(), Token.CLIPREF);
        // "vertically" says how and not what, so that it is the answer, whatever it may be by itself.
        boolean value = timed || said.stream().allMatch(token -> VALUES.contains(token.concept()));
        boolean apart = APART.matcher(open.completion()).find();
        // 第三段也加一个: another wish, that nobody understood, is no text to be shown.
        if (!stands
                && Atoms.has(said, Token.CLIPREF)
                && said.stream().anyMatch(token -> Sentence.OPENING.contains(token.concept()))) return answer;
        return open.completions()
                .map(completion -> completion.replace(Question.BLANK, answer.strip()))
                .filter(completed -> {
                    EditPlan whole = plan(completed, now, library, past);
                    boolean answers = !stands
                            || whole.isPartOf(alone)
                            || ((value || (apart && whole.goesBeyond(alone))) && whole.isWhole());
                    return answers && whole.asksForSomething();
                })
                .findFirst()
                .orElse(answer);
    }

    /** Returns whether {@code answer} answers no question, and wants nothing: "never mind". */
    public static boolean declines(String answer) {
        return Courtesy.declines(answer);
    }

    /** Returns whether two sentences speak of the same, so that the later one makes up for the earlier: "add a title", "put a title saying hi". */
    public boolean areAlike(String earlier, String later, List<LibraryItem> library) {
        List<String> said = concepts(earlier, library);
        return concepts(later, library).stream().anyMatch(said::contains);
    }

    private List<String> concepts(String sentence, List<LibraryItem> library) {
        return Lexed.of(sentence, lexicon, library).tokens().stream()
                .map(Token::concept)
                .filter(concept -> !COMMON.contains(concept))
                .toList();
    }
}
