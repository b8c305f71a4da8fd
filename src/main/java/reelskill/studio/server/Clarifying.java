package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.studio.plan.DidYouMean;
import reelskill.studio.plan.EditPlan;
import reelskill.studio.plan.Offer;
import reelskill.studio.plan.Reworded;
import reelskill.studio.plan.Situation;
import reelskill.studio.plan.Supplies;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;

/** Asks what was meant by what was not understood; the next message answers, or drops it. */
final class Clarifying {
    private final Store store;
    private final Engine engine;

    Clarifying(Store store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Returns what to say to an answer that takes none of what was offered: what was meant stays open, or is dropped. */
    Optional<String> reply(Session session, String answer) {
        Optional<Offer> open = store.sessions().question(session).flatMap(Offer::of);
        if (open.isEmpty()) return Optional.empty();
        // A bare "ok" or "no" is of no language.
        Language language = Language.of(open.get().sentences().get(0));
        if (open.get().leavesOpen(answer)) return open.map(offer -> offer.question(language));
        if (!open.get().isDeclined(answer)) return Optional.empty();
        store.sessions().ask(session, Optional.empty());
        return Optional.of(language.pick("All right. Say it another way.", "好的。请换个说法。"));
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
        store.sessions().ask(session, offer.map(Offer::stored));
        String parts = String.join(plan.language().pick("\", \"", "”、“"), plan.notUnderstood());
        return plan.language()
                .say(
                        "I did not understand \"%s\". %s",
                        "我没听懂“%s”。%s", parts, offer.get().question(plan.language()));
    }
}
