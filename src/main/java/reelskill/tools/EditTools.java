package reelskill.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.invocation.InvocationParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.session.Conversation;
import reelskill.session.Measures;
import reelskill.session.Receipt;
import reelskill.session.Told;

/** The tools that change a timeline. */
final class EditTools {
    private static final int LONGEST_INSTRUCTION = 8000;
    private static final int MOST_STEPS = 50;

    private final Office office;

    EditTools(Office office) {
        this.office = office;
    }

    @Tool(
            name = "edit_video",
            value =
                    "Edits the video as a sentence says, in English or Chinese: cut boring parts and pauses, trim, split,"
                            + " reorder, add transitions, titles, captions, text, music, fades, speed, crop to vertical 9:16, volume,"
                            + " background. 剪辑视频、剪掉无聊部分、加字幕、加标题、加转场、加音乐、竖屏。 Pass on the person's words as they are,"
                            + " all wishes in one call; put files in with upload_media first. In the cloud this costs credits: never"
                            + " repeat it after a time-out, call wait_for with the job_id instead.")
    @Hints(title = "Edit video by chat")
    Answer.JobReport editVideo(
            @P(name = "session_id", value = "The session to edit, from upload_media or start_session") String sessionId,
            @P(name = "instruction", value = "What to do with the video, in the person's own words and language")
                    String instruction,
            @P(
                            name = "request_id",
                            value =
                                    "Any text that names this one request; the same text again returns the job that runs or"
                                            + " ran under it, so that a retry is never paid twice",
                            required = false)
                    @Nullable
                    String requestId,
            @P(
                            name = "spending_agreed",
                            value =
                                    "true only after the person agreed to this edit's cost, when it was refused for that;"
                                            + " false if left out",
                            required = false)
                    @Nullable
                    Boolean spendingAgreed,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        String words = Arguments.text("instruction", instruction, LONGEST_INSTRUCTION, visit.language());
        return say(visit, words, requestId, Boolean.TRUE.equals(spendingAgreed));
    }

    @Tool(
            name = "undo_edit",
            value =
                    "Undoes the last edit, or the last few, or goes back to an earlier version: take it back, revert, restore."
                            + " 撤销、恢复上一步、回到某个版本。 Takes back edits of this session only; nothing is lost by it.")
    @Hints(title = "Undo the last edit")
    Answer.JobReport undoEdit(
            @P(name = "session_id", value = "The session to go back in") String sessionId,
            @P(name = "steps", value = "How many edits to undo, 1 to 50; 1 if left out", required = false) @Nullable
                    Integer steps,
            @P(
                            name = "to_version",
                            value =
                                    "Instead of steps: the number or name of the version to have again, from list_versions",
                            required = false)
                    @Nullable
                    String toVersion,
            @P(
                            name = "request_id",
                            value = "Any text that names this one request; the same text again returns the same job",
                            required = false)
                    @Nullable
                    String requestId,
            InvocationParameters call) {
        Visit visit = office.visit(sessionId, call);
        Language language = visit.language();
        if (toVersion != null && !toVersion.isBlank()) return say(visit, back(visit, toVersion), requestId, false);
        int number = Arguments.number("steps", steps, 1, MOST_STEPS, 1, language);
        String words = number == 1
                ? language.pick("undo", "撤销")
                : language.say("undo the last %d changes", "撤销最近%d次修改", number);
        return say(visit, words, requestId, false);
    }

    private static String back(Visit visit, String wanted) {
        if (!visit.place().backend().keepsVersions()) {
            throw ToolException.of(
                    visit.language(),
                    "The cloud keeps no versions to go back to. export_video with version renders an earlier one; undo_edit"
                            + " with steps takes edits back.",
                    "云端不保存历史版本。可用 export_video 的 version 参数导出较早的版本，或用 undo_edit 的 steps 撤销。");
        }
        int number = VersionTools.version(visit, visit.now(Conversation::history), wanted)
                .number();
        return visit.language().say("go back to version %d", "回到版本%d", number);
    }

    private static Answer.JobReport say(Visit visit, String words, @Nullable String requestId, boolean agreed) {
        Language language = Language.ofSpoken(words).orElse(visit.language());
        Job.Order order = new Job.Order(Job.Kind.EDIT, visit.id(), words, requestId, null, language);
        boolean mayCost = agreed || (visit.find(order).isEmpty() && visit.agreesToSpend(words, language));
        return visit.start(
                order,
                mayCost,
                (conversation, place, job) ->
                        told(conversation.say(words, job.id()), place.backend().keepsVersions(), language));
    }

    static Job.Outcome told(Receipt receipt, boolean local, Language language) {
        Draft after = receipt.after();
        List<String> changes = receipt.changes().stream()
                .map(change -> Plain.line(change.in(language)))
                .toList();
        Answer.Edit edit = new Answer.Edit(
                receipt.outcome().name().toLowerCase(Locale.ROOT),
                Plain.text(receipt.said()),
                read(receipt.told(), local),
                changes,
                new Answer.Before(
                        Plain.line(receipt.before().summary(language)),
                        receipt.before().durationMillis() / 1000.0),
                Plain.line(after.summary(language)),
                after.durationMillis() / 1000.0,
                receipt.told().measures().map(EditTools::measured).orElse(null),
                receipt.wantsExport(),
                receipt.notes().stream().map(Plain::line).toList(),
                receipt.nextSteps().stream().map(Plain::line).toList());
        return new Job.Outcome(message(receipt, language), null, edit, null);
    }

    private static Answer.Measured measured(Measures measures) {
        return new Answer.Measured(figures(measures.before()), figures(measures.after()));
    }

    private static Answer.Figures figures(Measures.Side side) {
        return new Answer.Figures(
                side.pictureMillis() / 1000.0,
                side.soundMillis() / 1000.0,
                side.loudness().isPresent() ? side.loudness().getAsDouble() : null);
    }

    private static Answer.Read read(Told told, boolean checks) {
        return new Answer.Read(
                lines(told.understood()),
                lines(told.done()),
                lines(told.notDone()),
                lines(told.notUnderstood()),
                checks ? lines(told.checks()) : null);
    }

    private static List<String> lines(List<String> foreign) {
        return foreign.stream().map(Plain::line).toList();
    }

    private static String message(Receipt receipt, Language language) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (receipt.outcome()) {
                    case CHANGED ->
                        language.say(
                                "Edited; changes on the timeline: %d.",
                                "已编辑：%d 处改动。", receipt.changes().size());
                    case UNCHANGED ->
                        receipt.isFulfilled()
                                ? language.pick("Nothing had to be changed.", "无需改动。")
                                : language.pick(
                                        "Nothing was changed; 'said' holds the answer or a question for the person.",
                                        "没有任何改动；“said”中是回答或需要用户确认的问题。");
                    case ANSWERED ->
                        language.pick("Answered in 'said'; the timeline is as it was.", "“said”中是回答；时间线没有变化。");
                    case UNKNOWN ->
                        language.pick(
                                "The connection broke and no change was seen yet. Do not send it again; look with"
                                        + " show_timeline in a minute.",
                                "连接中断，暂未看到改动。请勿重发；一分钟后用 show_timeline 查看。");
                });
        if (receipt.wantsExport()) {
            sentences.add(
                    language.pick("If the person wants the file, call export_video.", "如果用户需要文件，请调用 export_video。"));
        }
        receipt.notes().stream().map(Plain::line).forEach(sentences::add);
        receipt.credits()
                .ifPresent(credits -> sentences.add(language.say(
                        "Credits available: %s.",
                        "可用积分：%s。", credits.available().toPlainString())));
        return String.join(" ", sentences);
    }
}
