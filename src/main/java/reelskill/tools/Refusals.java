package reelskill.tools;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.nemo.CanceledException;
import reelskill.nemo.NemoException;
import reelskill.session.SessionException;
import reelskill.session.SessionException.Problem;
import reelskill.session.SessionReplacedException;
import reelskill.session.Workplace;
import reelskill.skill.InvalidSkillException;

/** Turns whatever went wrong into a sentence that a model can act on. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static ToolException of(RuntimeException failure, Language language, Workplace place) {
        if (failure instanceof ToolException told) return told;
        if (failure instanceof SessionException stop) return stopped(stop, language);
        if (failure instanceof CanceledException || failure instanceof CancellationException) {
            return ToolException.of(language, "It was cancelled.", "已取消。");
        }
        if (failure instanceof NemoException refused) {
            String sentence = place.backend().client().account().sentence(refused, language);
            return ToolException.of(Plain.text(sentence));
        }
        if (failure instanceof InvalidSkillException skill) return ToolException.of(skill.sentence(language));
        LOG.warn("a tool failed", failure);
        if (failure instanceof UncheckedIOException) {
            return ToolException.of(
                    language,
                    "A file of mine could not be read or written. Check the disk's free space and its permissions.",
                    "无法读写程序文件。请检查磁盘空间和权限。");
        }
        return ToolException.of(unknown(language));
    }

    /** What to do next is said in tools: a host's person has no shell. */
    private static ToolException stopped(SessionException stop, Language language) {
        String sentence = Plain.text(stop.sentence(language));
        if (stop instanceof SessionReplacedException replaced) {
            return ToolException.of(sentence
                    + language.say(
                            " The new session_id is %s: pass it on from now on.",
                            "新的 session_id 是 %s：之后请使用它。",
                            replaced.replacement().session().id()));
        }
        return ToolException.of(sentence + next(stop, language));
    }

    private static String next(SessionException stop, Language language) {
        if (stop.isResumable()) {
            return language.pick(
                    " Call export_video with the same output_path to finish it.",
                    "请用相同的 output_path 再次调用 export_video 完成。");
        }
        return stop.problem() == Problem.CREDITS
                ? language.pick(
                        " If the person agrees to the cost, call edit_video with spending_agreed true.",
                        "如果用户同意花费，请在 edit_video 中将 spending_agreed 设为 true。")
                : "";
    }

    /** Returns what is told where nothing better is known. */
    static String unknown(Language language) {
        return language.pick(
                "The tool failed. What was made so far is kept; look at it with show_timeline before trying again.",
                "工具出错。已完成的内容已保留；重试前请先用 show_timeline 查看。");
    }
}
