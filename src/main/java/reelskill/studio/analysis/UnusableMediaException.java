package reelskill.studio.analysis;

import reelskill.language.Language;

/** A file that cannot be edited, and why. */
public final class UnusableMediaException extends RuntimeException {
    private static final String FORMATS = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";

    /** Why, and what a person does about it. */
    public enum Reason {
        MISSING(
                "There is no such file, or it may not be read. Check its name and try again.",
                "找不到该文件，或没有读取权限。请检查文件名后重试。"),
        EMPTY("The file is empty (0 bytes). Copy or download it again.", "文件是空的（0 字节）。请重新复制或下载。"),
        NOT_MEDIA(
                "The file is not video, audio or a picture, whatever its name says. Choose one of: " + FORMATS + ".",
                "无论文件名是什么，它的内容都不是视频、音频或图片。请选择以下格式：" + FORMATS + "。"),
        DAMAGED(
                "The file is damaged or was not copied to its end, so it cannot be read. Copy, download or record it again.",
                "文件已损坏或未完整复制，无法读取。请重新复制、下载或录制。"),
        UNSUPPORTED(
                "This type of file is not supported. Convert it to one of: " + FORMATS + ".",
                "不支持此类文件。请转换为以下格式之一：" + FORMATS + "。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private final Reason reason;

    UnusableMediaException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns what failed and what to do next, for a person. The message of the exception is for logs. */
    public String sentence(Language language) {
        return language.say(reason.english, reason.chinese);
    }
}
