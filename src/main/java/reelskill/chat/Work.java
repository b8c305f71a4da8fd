package reelskill.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import reelskill.language.Language;
import reelskill.tools.Caller;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;

/**
 * Runs tools to their end and shows how far they are. Who stops waiting is asked what becomes of the job; the job itself is
 * never touched by that. Used by the thread that talks.
 */
final class Work {
    /** The tools that begin a job, and what is shown while it runs. */
    private static final Map<String, List<String>> JOBS = Map.of(
            "upload_media", List.of("Uploading", "正在上传"),
            "edit_video", List.of("Editing", "正在编辑"),
            "undo_edit", List.of("Undoing", "正在撤销"),
            "export_video", List.of("Exporting", "正在导出"),
            "wait_for", List.of("Waiting", "正在等待"),
            "preview_video", List.of("Drawing", "正在生成预览"));

    private final Toolbox toolbox;
    private final Screen screen;
    private final Talk talk;
    private final Places places;

    /** @param toolbox one that does not wait by itself: its patience is zero */
    Work(Toolbox toolbox, Screen screen, Talk talk, Places places) {
        this.toolbox = toolbox;
        this.screen = screen;
        this.talk = talk;
        this.places = places;
    }

    static ObjectNode arguments() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns the arguments of a tool that works on the session. @throws ToolException if there is none yet */
    ObjectNode inSession() {
        String id = talk.sessionId()
                .orElseThrow(() -> ToolException.of(talk.language()
                        .pick(
                                "There is nothing to work on yet. Drop a video file into this line, or type its path.",
                                "还没有可处理的素材。请把视频文件拖到这里，或输入其路径。")));
        return arguments().put("session_id", id);
    }

    /** Runs a tool and tells what it told. */
    Toolbox.Told tell(String tool, ObjectNode arguments) {
        return tell(tool, arguments, true);
    }

    /** @param advises whether to say what can be done next; not before something that follows by itself */
    Toolbox.Told tell(String tool, ObjectNode arguments, boolean advises) {
        Toolbox.Told told = run(tool, arguments);
        tell(told.data(), advises);
        return told;
    }

    /** Runs a tool to its end. A report that says {@code running} is of a job that the person let run on. */
    @SuppressWarnings("try") // held, not used
    Toolbox.Told run(String tool, ObjectNode arguments) {
        Waiting waiting = new Waiting(screen, busy(tool));
        try (Screen.Watch watch = screen.onInterrupt(waiting::leave)) {
            if (JOBS.containsKey(tool)) screen.progress(busy(tool), Screen.UNKNOWN);
            Toolbox.Told told = awaited(toolbox.call(tool, arguments, waiting), waiting);
            Optional.of(told.data().path("session_id").asText())
                    .filter(id -> !id.isEmpty())
                    .ifPresent(talk::enter);
            return told;
        } finally {
            screen.endProgress();
        }
    }

    private String busy(String tool) {
        List<String> words = JOBS.getOrDefault(tool, List.of("", ""));
        return talk.language().pick(words.get(0), words.get(1));
    }

    private Toolbox.Told awaited(Toolbox.Told begun, Waiting waiting) {
        Toolbox.Told told = begun;
        waiting.begun();
        while (isRunning(told)) {
            if (waiting.hasLeft() && !goesOn(told)) return told;
            waiting.goOn();
            try {
                told = toolbox.call("wait_for", arguments().put("job_id", job(told)), waiting);
            } catch (CancellationException e) {
                if (!waiting.hasLeft()) throw e;
            }
        }
        return told;
    }

    static boolean isRunning(Toolbox.Told told) {
        return told.data().path("status").asText().equals("running");
    }

    private static String job(Toolbox.Told told) {
        return told.data().path("job_id").asText();
    }

    /** Asks what becomes of the job; returns whether to go on waiting. */
    private boolean goesOn(Toolbox.Told told) {
        screen.endProgress();
        boolean export = told.data().path("kind").asText().equals("export");
        String answer = answer(export).strip().toLowerCase(Locale.ROOT);
        if (answer.startsWith("w") || answer.equals("等")) return true;
        if (export && (answer.startsWith("c") || answer.equals("取消"))) {
            screen.show(Passage.quiet(toolbox.call("cancel_export", inSession(), Caller.PROGRAM)
                    .data()
                    .path("message")
                    .asText()));
        } else {
            keep(job(told), told.data().path("kind").asText());
        }
        return false;
    }

    private String answer(boolean export) {
        Language language = talk.language();
        String question = export
                ? language.pick(
                        "The export goes on. (k)eep it running, (c)ancel it, or go on (w)aiting? ",
                        "导出仍在进行。k 后台继续，c 取消，w 继续等待？")
                : language.pick(
                        "It was sent and goes on; /undo can take an edit back once it is done. (k)eep it running or go on (w)aiting? ",
                        "任务已发送并仍在进行；编辑完成后可用 /undo 撤销。k 后台继续，w 继续等待？");
        try {
            return screen.ask(question).orElse("k");
        } catch (CancellationException e) {
            return "k";
        }
    }

    private void keep(String job, String kind) {
        talk.kept().put(job, kind);
        Thread watcher = new Thread(() -> watch(job), "reelskill-chat-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Tells the end of a job that nobody waits for, unless somebody came back to wait for it. */
    private void watch(String job) {
        try {
            Toolbox.Told told;
            do {
                told = toolbox.call("wait_for", arguments().put("job_id", job), Caller.PROGRAM);
            } while (isRunning(told) && talk.kept().containsKey(job));
            if (talk.kept().remove(job) != null) tell(told.data(), true);
        } catch (ToolException e) {
            if (talk.kept().remove(job) != null) fail(e);
        }
    }

    /** Waits again for what was let run on, unless its end is being told just now. */
    void waitAgain(String job) {
        if (talk.kept().remove(job) != null) tell("wait_for", arguments().put("job_id", job));
    }

    void tell(ObjectNode data, boolean advises) {
        for (Passage passage : Telling.of(data, talk.language(), places)) {
            boolean advice = passage.mark().equals("→");
            if (!advice || (advises && talk.isNew(passage.text()))) screen.show(passage);
        }
    }

    void fail(ToolException failure) {
        String sentence = failure.sentence().replaceAll(" ?[（(]job_id [^)）]*[)）]", "");
        screen.show(Passage.failed(Command.inWords(sentence)));
    }
}
