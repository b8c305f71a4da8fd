package reelskill.session;

import java.nio.file.Path;
import java.util.function.Function;
import reelskill.language.Language;

/** Why the workflow stopped, in words for a person. What the backend refuses is a {@code NemoException} instead. */
public sealed class SessionException extends RuntimeException permits SessionReplacedException {
    private static final long serialVersionUID = 1L;

    /** What kind of stop it is. */
    public enum Problem {
        /** A file that was given cannot be used; nothing was changed. */
        INPUT,
        /** There is nothing to work on yet. */
        NOTHING_THERE,
        /** The backend no longer has the session; there is a new one. */
        SESSION_GONE,
        /** The turn would cost more than there is or may be spent; nothing was sent. */
        CREDITS,
        /** The result cannot be written where it should go. */
        OUTPUT,
        /** The backend tried and failed. */
        RENDER_FAILED,
        /** Something may still be running; nothing may be sent again. */
        STILL_RUNNING
    }

    private final Problem problem;
    private final boolean resumable;
    private final String english;
    private final String chinese;

    SessionException(Problem problem, String english, String chinese, Object... arguments) {
        this(problem, false, english, chinese, arguments);
    }

    private SessionException(Problem problem, boolean resumable, String english, String chinese, Object... arguments) {
        super(Language.ENGLISH.say(english, chinese, arguments));
        this.problem = problem;
        this.resumable = resumable;
        this.english = Language.ENGLISH.say(english, chinese, arguments);
        this.chinese = Language.CHINESE.say(english, chinese, arguments);
    }

    SessionException(Problem problem, Function<Language, String> sentence) {
        super(sentence.apply(Language.ENGLISH));
        this.problem = problem;
        this.resumable = false;
        this.english = sentence.apply(Language.ENGLISH);
        this.chinese = sentence.apply(Language.CHINESE);
    }

    /** Returns a stop after which an export waits to be gone on with. */
    static SessionException resumable(Problem problem, String english, String chinese, Object... arguments) {
        return new SessionException(problem, true, english, chinese, arguments);
    }

    /** Returns what a command on the last session says when there is none. */
    public static SessionException noSession() {
        return new SessionException(
                Problem.NOTHING_THERE,
                "There is no session yet. Begin one: reelskill edit --local clip.mp4 \"cut the boring parts\"",
                "还没有会话。请先开始：reelskill edit --local clip.mp4 \"剪掉无聊的部分\"");
    }

    /** Returns what is said of a file that a person named and that is not there. */
    public static SessionException noFile(Path file) {
        return new SessionException(
                Problem.INPUT, "There is no file '%s'. Check the name and the folder.", "找不到文件“%s”。请检查名称和文件夹。", file);
    }

    /** Returns what is said when there is no export to resume or cancel. */
    public static SessionException noExport() {
        return new SessionException(
                Problem.NOTHING_THERE,
                "There is no such export. 'reelskill exports list' shows all of them.",
                "没有这样的导出。“reelskill exports list”可列出全部。");
    }

    public Problem problem() {
        return problem;
    }

    /** Returns whether an export waits in the journal; how it is gone on with is for the host to say. */
    public boolean isResumable() {
        return resumable;
    }

    public String sentence(Language language) {
        return language.pick(english, chinese);
    }
}
