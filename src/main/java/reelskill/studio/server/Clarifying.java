package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.language.Language;
import reelskill.studio.plan.DidYouMean;
import reelskill.studio.plan.EditPlan;
import reelskill.studio.plan.Offer;
import reelskill.studio.plan.Planner;
import reelskill.studio.plan.Question;
import reelskill.studio.plan.Reworded;
import reelskill.studio.plan.Situation;
import reelskill.studio.plan.Supplies;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** Asks what has to be known, and what was meant by what was not understood; the next messages answer, or drop it. */
final class Clarifying {
    private static final Pattern CONSENT = Pattern.compile(
            "(?:yes|yeah|yep|ok|okay|sure|good|please)?[, ]*(?:do it|do that|go ahead|yes|ok|okay|please do|do so)[.! ]*"
                    + "|(?:好的?|可以|行)?[，, ]*(?:就这样|就这么做|做吧|执行吧?|剪吧|删吧|好的?|可以)[。！! ]*");

    private final Store store;
    private final Engine engine;

    Clarifying(Store store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Returns what to say to an answer that takes none of what was offered: what was meant stays open, or is dropped. */
    Optional<String> reply(Session session, String answer) {
        OpenQuestions open = open(session);
        Optional<Offer> offer = open.newest().flatMap(asked -> Offer.of(asked.completion()));
        if (offer.isEmpty()) return Optional.empty();
        // A bare "ok" or "no" is of no language.
        Language language = Language.of(offer.get().sentences().get(0));
        if (offer.get().leavesOpen(answer)) return offer.map(it -> it.question(language));
        if (!offer.get().isDeclined(answer)) return Optional.empty();
        keep(session, open.waiting());
        return Optional.of(language.pick("All right. Say it another way.", "好的。请换个说法。"));
    }

    /**
     * What a message is taken for.
     *
     * @param words the whole sentence that it stands for
     * @param answers whether it answers one of the questions
     * @param left the questions that are open after it
     */
    record Taken(String words, boolean answers, OpenQuestions left) {}

    /** Returns what {@code message} says together with what was asked; the newest question comes first. */
    Taken taken(Session session, String message, Situation now) {
        OpenQuestions open = open(session);
        Optional<Offer> offer = open.newest().flatMap(asked -> Offer.of(asked.completion()));
        if (offer.isPresent())
            return offer.get()
                    .taken(message)
                    .map(words -> new Taken(words, true, open.waiting()))
                    .orElseGet(() -> new Taken(message, false, open.waiting()));
        if (Planner.declines(message)) return new Taken(message, true, OpenQuestions.NONE);
        for (OpenQuestions.Asked asked : open.all()) {
            String words = meant(message, asked, now);
            if (!words.equals(message))
                return new Taken(words, true, open.without(asked).waiting());
        }
        OpenQuestions others = new OpenQuestions(open.all().stream()
                .filter(asked -> !engine.planner().areAlike(asked.completion(), message, now.library()))
                .toList());
        return new Taken(message, false, others.waiting());
    }

    private String meant(String message, OpenQuestions.Asked asked, Situation now) {
        String completion = asked.completion();
        boolean looked = !completion.isEmpty() && !completion.contains(Question.BLANK);
        if (looked && isConsent(message)) return completion;
        return engine.planner().meant(message, now.now(), now.library(), now.past(), new Question(message, completion));
    }

    /** After a look at what would be done, "do it" means to do that. */
    static boolean isConsent(String sentence) {
        return CONSENT.matcher(sentence.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Keeps what the next message may answer or agree to, and returns the question; empty where {@code plan} has none. */
    Optional<String> asked(Session session, Taken taken, EditPlan plan, String message) {
        Optional<Question> question = plan.questions().stream().findFirst();
        OpenQuestions open = question.map(it -> taken.left().with(it.completion(), it.words()))
                .orElseGet(() -> plan.isTrial() ? taken.left().with(message, "") : taken.left());
        keep(session, open);
        return question.map(Question::words);
    }

    /** Returns the question that still waits for its answer; it is asked a second time, and then dropped, which is told. */
    Optional<String> waiting(Session session, Taken taken, Language language) {
        OpenQuestions open = open(session);
        if (open.all().isEmpty() || !open.equals(open.waiting())) return Optional.empty();
        OpenQuestions.Asked newest = open.all().get(0);
        boolean dropped = newest.again() && !taken.answers();
        keep(session, dropped ? OpenQuestions.NONE : open.again());
        return Optional.of(
                dropped
                        ? language.say("I no longer wait for an answer to this: %s", "这个问题不再等您回答：%s", newest.words())
                        : language.say("Still open: %s", "还没回答：%s", newest.words()));
    }

    private OpenQuestions open(Session session) {
        return OpenQuestions.of(store.sessions().question(session));
    }

    private void keep(Session session, OpenQuestions open) {
        store.sessions().ask(session, open.stored());
    }

    /** Returns {@code message} as whoever was set to reword it makes it known words; empty where nobody is, or nothing comes of it. */
    Optional<Reworded> reworded(String message, EditPlan plan, Situation now, Supplies supplies) {
        return engine.rewording()
                .flatMap(rewording -> Reworded.of(message, plan, rewording, engine.planner(), now, supplies));
    }

    /** Tells openly how a message was taken. */
    void tell(Reworded reworded, Language language, EventStream events) {
        ObjectNode read = Exchange.JSON.createObjectNode().put("status", "success");
        read.putArray("done").add(reworded.words(language));
        reworded.sentences().forEach(read.putArray("understood_as")::add);
        events.toolCall("read_message", Exchange.JSON.createObjectNode());
        events.toolResult("read_message", read);
    }

    /** Returns what to say of the parts that {@code plan} did not understand, after the others were done. */
    String about(Session session, EditPlan plan, Situation after, Supplies supplies) {
        DidYouMean didYouMean = engine.planner().didYouMean();
        Optional<Offer> offer = didYouMean.offer(plan, after, supplies);
        if (offer.isEmpty()) return plan.confession(didYouMean.examples(plan.notUnderstood(), after));
        keep(session, open(session).with(offer.get().stored(), ""));
        String parts = String.join(plan.language().pick("\", \"", "”、“"), plan.notUnderstood());
        return plan.language()
                .say(
                        "I did not understand \"%s\". %s",
                        "我没听懂“%s”。%s", parts, offer.get().question(plan.language()));
    }
}
