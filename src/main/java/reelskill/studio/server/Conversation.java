package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.studio.analysis.UnusableMediaException;
import reelskill.studio.check.Measure;
import reelskill.studio.check.TextCheck;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.plan.EditOperation;
import reelskill.studio.plan.EditPlan;
import reelskill.studio.plan.EditResult;
import reelskill.studio.plan.LastChange;
import reelskill.studio.plan.LibraryItem;
import reelskill.studio.plan.Past;
import reelskill.studio.plan.Reworded;
import reelskill.studio.plan.Situation;
import reelskill.studio.plan.Supplies;
import reelskill.studio.plan.VersionRequest;
import reelskill.studio.store.DraftVersion;
import reelskill.studio.store.Hold;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.timeline.Timeline;

/**
 * Turns: a sentence becomes a plan, the plan a new version of the draft, and all of it is told while it happens. A
 * session has one turn at a time, in all processes. Safe for use by many threads.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Store store;
    private final Engine engine;
    private final Editing editing;
    private final Memory memory;
    private final Clarifying clarifying;

    Conversation(Store store, Engine engine, Editing editing) {
        this.store = store;
        this.engine = engine;
        this.editing = editing;
        this.memory = new Memory(store, engine);
        this.clarifying = new Clarifying(store, engine);
    }

    /**
     * Does what {@code sentence} asks for and tells it to {@code events}. What was held is charged only together with a
     * new version. A failure is told like everything else; the draft is then as it was.
     */
    void turn(Session session, String sentence, Hold hold, EventStream events) {
        Language language = language(session, sentence);
        try {
            store.sessions().exclusively(session, () -> {
                run(session, sentence, hold, events);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("a turn failed", e);
            events.text(Failures.sentence(e, language));
        }
    }

    private void run(Session entered, String sentence, Hold hold, EventStream events) {
        Optional<String> reply = clarifying.reply(entered, sentence);
        if (reply.isPresent()) {
            events.text(reply.get());
            return;
        }
        Timeline held = editing.timeline(entered);
        Heard heard = heard(entered, sentence, alone(held));
        VersionDesk desk =
                new VersionDesk(store.versions(), heard.session(), heard.plan().language());
        Optional<String> hindered = clarifying
                .asked(heard.session(), heard.taken(), heard.plan(), heard.message())
                .or(() -> desk.objection(heard.plan().versions()));
        if (hindered.isPresent()) events.text(hindered.get());
        else carryOut(heard, desk, held, hold, events);
    }

    /**
     * What a sentence is taken for.
     *
     * @param message what stands for it in the history: its own words, or those that were meant
     * @param there where it was said; the timeline is without what an earlier message asked for once
     */
    private record Heard(
            Session session,
            Clarifying.Taken taken,
            String message,
            EditPlan plan,
            Optional<Reworded> reworded,
            Situation there,
            SessionFootage footage) {}

    private Heard heard(Session entered, String sentence, Timeline now) {
        List<LibraryItem> library = editing.named(entered);
        Past past = past(entered, library);
        Clarifying.Taken taken =
                clarifying.taken(entered, sentence, new Situation(now, library, past, entered.language()));
        String said = taken.words();
        Optional<Language> spoken = Language.ofSpoken(said);
        // A bare "1", and what is told between two messages, is of the language that was spoken last.
        Session session = spoken.map(language -> store.sessions().spoken(entered, language))
                .orElse(entered);
        SessionFootage footage = engine.footage(session);
        EditPlan planned = engine.planner().plan(said, now, library, past);
        EditPlan literally = spoken.isPresent() ? planned : planned.in(session.language());
        Situation there = new Situation(now, library, past, literally.language());
        Optional<Reworded> reworded = clarifying.reworded(said, literally, there, footage);
        EditPlan read = reworded.map(Reworded::plan).orElse(literally);
        EditPlan plan = Clarifying.isConsent(sentence) ? read.carriedOut() : read;
        return new Heard(session, taken, reworded.map(Reworded::message).orElse(said), plan, reworded, there, footage);
    }

    private void carryOut(Heard heard, VersionDesk desk, Timeline held, Hold hold, EventStream events) {
        EditPlan plan = heard.plan();
        Timeline now = heard.there().now();
        List<String> told = new ArrayList<>(desk.step(plan.history()));
        Optional<DraftVersion> base = desk.base(plan.versions());
        base.map(desk::restored).ifPresent(told::add);
        Timeline before = alone(
                base.map(Editing::timeline).orElseGet(() -> told.isEmpty() ? now : editing.timeline(heard.session())));
        heard.reworded().ifPresent(it -> told.add(it.words(plan.language())));
        heard.reworded().ifPresent(it -> clarifying.tell(it, plan.language(), events));
        EditResult result = apply(plan, before, heard.footage(), events);
        told.addAll(result.done());
        // Several operations may be hindered by the same.
        told.addAll(result.notDone().stream().distinct().toList());
        told.addAll(clarified(heard, result.after(), events));
        boolean stale = plan.wantsExport() && plan.history() == 0 && !now.equals(held);
        if (stale || !result.after().equals(base.isPresent() ? now : before)) {
            store.versions().append(heard.session(), heard.message(), Editing.draft(result.after()), hold);
        }
        told.addAll(checked(before, result.after(), plan.language(), events));
        measured(now, result.after(), heard.footage(), events);
        answer(plan.versions(), desk, told, events);
        clarifying.waiting(heard.session(), heard.taken(), plan.language()).ifPresent(told::add);
        if (plan.wantsExport()) told.add(exportWords(plan.language(), result.after()));
        events.text(String.join("\n", told));
    }

    /** Returns it without what an earlier message asked for once. */
    private static Timeline alone(Timeline timeline) {
        return timeline.withOutput(timeline.output().with(List.of()));
    }

    /** Tells what the edit did to what can be read. What needs the pictures is looked at in the finished file. */
    private static List<String> checked(Timeline before, Timeline after, Language language, EventStream events) {
        List<String> found = TextCheck.between(before, after).stream()
                .map(finding -> finding.in(language))
                .toList();
        if (found.isEmpty()) return found;
        ObjectNode result = Exchange.JSON.createObjectNode().put("status", "success");
        found.forEach(result.putArray("checks")::add);
        events.toolCall("check_timeline", Exchange.JSON.createObjectNode());
        events.toolResult("check_timeline", result);
        return found;
    }

    /** Tells how long and how loud it was and is. An extra: what cannot be measured is not told. */
    private void measured(Timeline before, Timeline after, SessionFootage footage, EventStream events) {
        if (before.equals(after) || after.duration() == 0) return;
        try {
            ObjectNode result = Exchange.JSON.createObjectNode().put("status", "success");
            result.set("before", json(engine.measure(before, footage)));
            result.set("after", json(engine.measure(after, footage)));
            events.toolCall("measure_timeline", Exchange.JSON.createObjectNode());
            events.toolResult("measure_timeline", result);
        } catch (UnusableMediaException | FfmpegException e) {
            LOG.warn("the sound of a timeline could not be measured", e);
        }
    }

    private static ObjectNode json(Measure measure) {
        ObjectNode json = Exchange.JSON
                .createObjectNode()
                .put("picture_ms", measure.pictureMillis())
                .put("sound_ms", measure.soundMillis());
        measure.loudness().ifPresent(lufs -> json.put("loudness_lufs", Math.round(lufs * 10) / 10.0));
        return json;
    }

    private static void answer(List<VersionRequest> requests, VersionDesk desk, List<String> told, EventStream events) {
        for (VersionRequest request : requests) {
            String name = VersionDesk.toolName(request);
            events.toolCall(name, Exchange.JSON.createObjectNode());
            desk.answer(request).ifPresent(told::add);
            events.toolResult(name, Exchange.JSON.createObjectNode().put("status", "success"));
        }
    }

    private Past past(Session session, List<LibraryItem> library) {
        Set<String> names = new VersionDesk(store.versions(), session, session.language()).names();
        Lazy<Optional<LastChange>> last = new Lazy<>(() -> memory.last(session, library));
        Lazy<Set<String>> played = new Lazy<>(() -> memory.played(session));
        return new Past(names, last::get, played::get);
    }

    /** Applies the operations one by one, so that each is told when it begins and when it is done. */
    private static EditResult apply(EditPlan plan, Timeline before, Supplies supplies, EventStream events) {
        List<String> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        Timeline timeline = before;
        for (EditOperation operation : plan.operations()) {
            OperationJson call = new OperationJson(operation);
            events.toolCall(call.name(), call.arguments());
            EditResult result = alone(plan, operation).apply(timeline, supplies);
            events.toolResult(call.name(), json(result));
            done.addAll(result.done());
            notDone.addAll(result.notDone());
            timeline = result.after();
        }
        notDone.addAll(plan.notAvailable());
        return new EditResult(timeline, done, notDone);
    }

    /** Tells what nothing became of: what is not available is in the words of the others already. */
    private List<String> clarified(Heard heard, Timeline after, EventStream events) {
        EditPlan plan = heard.plan();
        if (plan.notUnderstood().isEmpty() && plan.notAvailable().isEmpty()) return List.of();
        ObjectNode read = Exchange.JSON.createObjectNode().put("status", "partial");
        plan.notUnderstood().forEach(read.putArray("not_understood")::add);
        plan.notAvailable().forEach(read.putArray("not_done")::add);
        events.toolCall("read_message", Exchange.JSON.createObjectNode());
        events.toolResult("read_message", read);
        if (plan.notUnderstood().isEmpty()) return List.of();
        Situation there = heard.there();
        Situation changed = new Situation(after, there.library(), there.past(), plan.language());
        return List.of(clarifying.about(heard.session(), plan, changed, heard.footage()));
    }

    private static EditPlan alone(EditPlan plan, EditOperation operation) {
        return new EditPlan(List.of(operation), 0, List.of(), List.of(), List.of(), List.of(), plan.language(), false);
    }

    private static ObjectNode json(EditResult result) {
        ObjectNode json =
                Exchange.JSON.createObjectNode().put("status", result.notDone().isEmpty() ? "success" : "partial");
        result.done().forEach(json.putArray("done")::add);
        result.notDone().forEach(json.putArray("not_done")::add);
        return json;
    }

    /** What the protocol's backend says, as of a screen: clients turn it into their export (protocol.md, GUI translation). */
    private static String exportWords(Language language, Timeline timeline) {
        if (timeline.duration() == 0) {
            return language.say("There is nothing to export yet: upload a video first.", "还没有可以导出的内容：请先上传视频。");
        }
        return language.say("The timeline is ready. Click the **Export** button to render it.", "时间线已就绪，点击“导出”按钮即可导出。");
    }

    private static Language language(Session session, String sentence) {
        return Language.of(sentence) == Language.CHINESE ? Language.CHINESE : session.language();
    }
}
