package reelskill.tools;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.language.Language;
import reelskill.nemo.CanceledException;
import reelskill.nemo.NemoException;
import reelskill.session.SessionException;
import reelskill.session.Workplace;
import reelskill.skill.InvalidSkillException;

/** Turns whatever went wrong into a sentence that a model can act on. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static ToolException of(RuntimeException failure, Language language, Workplace place) {
        if (failure instanceof ToolException told) return told;
        if (failure instanceof SessionException stop) return ToolException.of(Plain.text(stop.sentence(language)));
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
        return ToolException.of(
                language,
                "The tool failed. What was made so far is kept; look at it with show_timeline before trying again.",
                "工具出错。已完成的内容已保留；重试前请先用 show_timeline 查看。");
    }
}
