package reelskill.studio.plan;

import java.util.List;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/**
 * What a sentence asks for, as data: it can be shown, tested and refused before anything is done.
 *
 * @param history versions to step before the operations run: negative undoes, positive does again
 * @param versions what is asked about the versions: going back comes before the operations, all else after them
 * @param questions without an answer to these nothing is done; at most one is asked at a time
 * @param notUnderstood parts of the sentence, word for word, that no rule accounts for
 * @param notAvailable sentences about what was understood and cannot be done here
 * @param wantsExport whether the result is to be rendered when the operations are done
 */
public record EditPlan(
        List<EditOperation> operations,
        int history,
        List<VersionRequest> versions,
        List<Question> questions,
        List<String> notUnderstood,
        List<String> notAvailable,
        Language language,
        boolean wantsExport) {
    public EditPlan {
        operations = List.copyOf(operations);
        versions = List.copyOf(versions);
        questions = List.copyOf(questions);
        notUnderstood = List.copyOf(notUnderstood);
        notAvailable = List.copyOf(notAvailable);
    }

    /** Returns a plan that does nothing, and says {@code why}. */
    static EditPlan refused(String why, Language language) {
        return new EditPlan(List.of(), 0, List.of(), List.of(), List.of(), List.of(why), language, false);
    }

    /** Returns whether it only looks at what would be done. */
    public boolean isTrial() {
        return !operations.isEmpty() && operations.stream().allMatch(Trial.class::isInstance);
    }

    /** Returns this plan with everything done that it would only look at. */
    public EditPlan carriedOut() {
        List<EditOperation> done = operations.stream()
                .map(operation -> operation instanceof Trial trial ? trial.operation() : operation)
                .toList();
        return new EditPlan(done, history, versions, questions, notUnderstood, notAvailable, language, wantsExport);
    }

    /** Returns the plan of words that are of no language themselves, like "ok", told in {@code spoken}. */
    public EditPlan in(Language spoken) {
        return new EditPlan(operations, history, versions, questions, notUnderstood, notAvailable, spoken, wantsExport);
    }

    /** Returns whether it does in some part the one thing that {@code whole} does everywhere. */
    boolean isPartOf(EditPlan whole) {
        boolean clear = notUnderstood.isEmpty() && notAvailable.isEmpty() && !operations.containsAll(whole.operations);
        return clear
                && operations.stream()
                        .anyMatch(one -> one.on(Target.ALL).stream().toList().equals(whole.operations));
    }

    /** Returns whether it does all that {@code other} does, and more. */
    boolean goesBeyond(EditPlan other) {
        return operations.size() > other.operations.size()
                && !other.operations.isEmpty()
                && operations.containsAll(other.operations);
    }

    /** Returns this plan with {@code parts} not understood. */
    EditPlan leaving(List<String> parts) {
        return new EditPlan(operations, history, versions, questions, parts, notAvailable, language, wantsExport);
    }

    /** Returns this plan with nothing done, and {@code sentence} not understood where it has no question either. */
    EditPlan withdrawn(String sentence) {
        List<String> parts = questions.isEmpty() ? List.of(sentence.strip()) : notUnderstood;
        return new EditPlan(List.of(), 0, List.of(), questions, parts, notAvailable, language, false);
    }

    /** Returns whether it accounts for every word, and nothing has to be asked. */
    boolean isWhole() {
        return asksForSomething() && questions.isEmpty() && notUnderstood.isEmpty() && notAvailable.isEmpty();
    }

    /** Returns whether there is something to do: an operation, a version or an export. */
    public boolean asksForSomething() {
        return !operations.isEmpty() || history != 0 || !versions.isEmpty() || wantsExport;
    }

    /**
     * Runs the operations in order; the {@link #history}, the {@link #versions} and the export are the caller's. What was not understood
     * or is not available is told in {@link EditResult#notDone}, so that its words and {@link EditResult#done} are the whole
     * answer.
     *
     * @throws IllegalStateException if there is a question to be asked first
     */
    public EditResult apply(Timeline timeline, Supplies supplies) {
        if (!questions.isEmpty()) throw new IllegalStateException("a plan with a question is never applied");
        EditResult result = EditResult.nothing(timeline);
        for (EditOperation operation : operations) {
            boolean empty = result.after().duration() == 0 && !(operation instanceof JoinClips);
            if (empty) {
                result = result.but(language.say("There is no video yet: upload one first.", "还没有视频，请先上传。"));
                break;
            }
            long end = result.after().duration();
            Scene scene = new Scene(result.after(), supplies, language);
            EditResult next = operation.apply(scene);
            Timeline captioned = FollowingCaptions.of(scene, next.after());
            result = result.then(
                    new EditResult(captioned.insets().fitted(end).withMusicFitted(end), next.done(), next.notDone()));
        }
        result = result.but(notAvailable);
        return notUnderstood.isEmpty() ? result : result.but(confession(List.of()));
    }

    /**
     * Returns the sentence that says what was not understood, and what could be said.
     *
     * @param examples sentences that work; empty for those of any refusal, where nothing else was asked for
     */
    public String confession(List<String> examples) {
        boolean partly = asksForSomething() || !notAvailable.isEmpty();
        String parts = String.join(language.say("\", \"", "”、“"), notUnderstood);
        String admitted = partly
                ? language.say("I did not understand \"%s\"; that part changed nothing.", "我没听懂“%s”，这部分没有做任何改动。", parts)
                : language.say("I did not understand \"%s\", so nothing was changed.", "我没听懂“%s”，所以没有做任何改动。", parts);
        if (partly && examples.isEmpty()) return admitted;
        String list = examples.isEmpty()
                ? language.pick(
                        "cut the boring parts; remove 0:10 to 0:20; add a title \"Weekly update\"",
                        "去掉无聊的部分；删除0:10到0:20；加一个标题“本周更新”")
                : String.join(language.pick("; ", "；"), examples);
        return admitted + language.say(" For example, say: %s.", "可以这样说：%s。", list);
    }
}
