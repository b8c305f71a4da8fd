package reelskill.studio.speech;

import reelskill.language.Language;

/** Speech that could not be heard here, and why. */
public final class SpeechException extends RuntimeException {
    /** Why, and what a person does about it. */
    public enum Reason {
        MODEL_DAMAGED(
                "The network that hears speech is missing or damaged. Install ReelSkill again.",
                "语音识别模型缺失或已损坏。请重新安装 ReelSkill。"),
        NOT_SUPPORTED(
                "Speech cannot be recognized on this kind of machine. Upload subtitles (.srt or .vtt) instead.",
                "此类设备无法识别语音。请改为上传字幕文件（.srt 或 .vtt）。"),
        FAILED(
                "Recognizing the speech failed. Try again; if it stays, upload subtitles (.srt or .vtt).",
                "语音识别失败。请重试；若仍失败，请上传字幕文件（.srt 或 .vtt）。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private final Reason reason;

    SpeechException(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    SpeechException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    /** Returns what failed and what to do next, for a person. The message of the exception is for logs. */
    public String sentence(Language language) {
        return language.say(reason.english, reason.chinese);
    }
}
