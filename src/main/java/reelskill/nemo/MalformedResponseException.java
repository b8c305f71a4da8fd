package reelskill.nemo;

import reelskill.language.Language;

/** The service answered with something that the protocol does not know. */
public final class MalformedResponseException extends NemoException {
    private static final long serialVersionUID = 1L;

    MalformedResponseException(String operation, String what) {
        super(operation + " was answered with " + what);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public String sentence(Language language) {
        return language.say(
                "The video service gave an answer that could not be understood. Try again later; if it stays, update this skill.",
                "视频服务返回了无法识别的内容。请稍后再试；如果仍然如此，请更新本技能。");
    }
}
