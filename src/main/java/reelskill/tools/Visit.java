package reelskill.tools;

import java.util.Optional;
import java.util.function.Function;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.session.Allowance;
import reelskill.session.Conversation;
import reelskill.session.Expense;
import reelskill.session.JobRecord;
import reelskill.session.Journal;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;

/** One call about one session: who asks, where the work is done, and what it is done on. */
record Visit(Office office, Caller caller, Workplace place, SessionRecord session) {
    /** What a job does; the place tells on what happens to whoever waits for the job. */
    @FunctionalInterface
    interface Deed {
        Job.Outcome run(Conversation conversation, Workplace place, Job job);
    }

    String id() {
        return session.id();
    }

    Language language() {
        return session.language();
    }

    Journal journal() {
        return place.journal();
    }

    /** Works at once and on this thread. */
    <T> T now(Function<Conversation, T> deed) {
        return Office.guarded(
                language(),
                place,
                () -> deed.apply(Conversation.resume(place, session, language(), new CancelSignal())));
    }

    /** Returns the job that answers this order already, also one of an earlier process. */
    Optional<Job> find(Job.Order order) {
        recall();
        return office.jobs().find(order);
    }

    /**
     * Starts a job, or finds it, and waits a little.
     *
     * @param agreed whether the person agreed to what it costs beyond what needs no question
     */
    Answer.JobReport start(Job.Order order, boolean agreed, Deed deed) {
        return find(order)
                .orElseGet(() -> office.jobs().start(order, journal(), work(order.language(), agreed, deed)))
                .await(caller, office.patience());
    }

    /**
     * Asks the person, where the host can, whether to spend more than may be spent without a question.
     *
     * @return false if nothing had to be asked, or nobody can be: then the turn itself is refused if it must be
     * @throws ToolException if the person did not agree
     */
    boolean agreesToSpend(String words, Language language) {
        if (!caller.canAsk()) return false;
        Optional<Expense> expense = now(conversation -> conversation.objection(words));
        if (expense.isEmpty()) return false;
        if (caller.agrees(expense.get().question(language), language)) return true;
        throw ToolException.of(
                language,
                "The person did not agree to the cost: nothing was sent and nothing was spent. Do not ask again unless"
                        + " they want the edit.",
                "用户未同意花费：没有发送任何内容，也没有消耗积分。除非用户再次要求，请勿重复询问。");
    }

    /** Takes in what other processes began in this session. */
    void recall() {
        for (JobRecord record : journal().jobsOf(id())) takeIn(record);
    }

    void takeIn(JobRecord record) {
        Deed looking = (conversation, told, job) -> new Interrupted(record, job, conversation, told).outcome();
        office.jobs().takeIn(record, journal(), work(record.language(), false, looking));
    }

    private Job.Work work(Language language, boolean agreed, Deed deed) {
        return job -> Office.guarded(language, place, () -> {
            Allowance allowance = new Allowance(place.allowance().limit(), expense -> agreed);
            Workplace told = new Workplace(place.backend(), place.journal(), job, place.manifest(), allowance);
            return deed.run(Conversation.resume(told, session, language, job.cancel()), told, job);
        });
    }
}
