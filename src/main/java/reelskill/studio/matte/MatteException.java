package reelskill.studio.matte;

import reelskill.language.Language;

/** A person cannot be cut out, for a reason that is not in the footage. */
public final class MatteException extends RuntimeException {
    /** What went wrong, as far as a person can do something about it. */
    public enum Reason {
        MODEL_MISSING(
                "The part that finds people in a picture is missing from this installation. Install ReelSkill again; nothing was changed.",
                "此安装缺少人像识别模型。请重新安装 ReelSkill；未做任何改动。"),
        MODEL_DAMAGED(
                "The part that finds people in a picture is damaged. Install ReelSkill again; nothing was changed.",
                "人像识别模型已损坏。请重新安装 ReelSkill；未做任何改动。"),
        NOT_SUPPORTED(
                "People cannot be cut out on this kind of computer: there is no ONNX Runtime for it. Everything else works.",
                "此类计算机没有 ONNX Runtime，无法抠出人像；其他功能不受影响。"),
        ROOM_MISSING(
                "A built-in background is missing from this installation. Install ReelSkill again; nothing was changed.",
                "此安装缺少内置背景。请重新安装 ReelSkill；未做任何改动。"),
        PICTURE_UNREADABLE(
                "The picture for the background cannot be read. Use a JPEG, PNG or WebP picture or a video.",
                "无法读取背景图片。请使用 JPEG、PNG、WebP 图片或视频。"),
        FAILED("Replacing the background failed. Try again.", "替换背景失败，请重试。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private final Reason reason;

    MatteException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    MatteException(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns what a person reads: what failed and what to do next. */
    public String sentence(Language language) {
        return language.say(reason.english, reason.chinese);
    }
}
