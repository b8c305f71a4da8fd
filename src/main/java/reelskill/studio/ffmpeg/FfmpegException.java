package reelskill.studio.ffmpeg;

import java.util.List;
import reelskill.language.Language;

/** ffmpeg could not be found, could not be started, or failed at its work. */
public final class FfmpegException extends RuntimeException {
    /** What went wrong, as far as a person can do something about it. */
    public enum Reason {
        WRONG_SETTING(
                "REELSKILL_FFMPEG names no ffmpeg that runs. Set it to the ffmpeg program or to the folder that has ffmpeg and ffprobe, or remove it to use the built-in one.",
                "REELSKILL_FFMPEG 指向的 ffmpeg 无法运行。请把它设为 ffmpeg 程序或包含 ffmpeg 与 ffprobe 的文件夹，或删除该设置以使用内置版本。"),
        NOT_BUNDLED(
                "There is no built-in ffmpeg for this system. Install ffmpeg and set REELSKILL_FFMPEG=ffmpeg.",
                "没有适用于本系统的内置 ffmpeg。请安装 ffmpeg，然后设置 REELSKILL_FFMPEG=ffmpeg。"),
        CANNOT_START(
                "The built-in ffmpeg does not start on this system. Install ffmpeg and set REELSKILL_FFMPEG=ffmpeg.",
                "内置 ffmpeg 无法在本系统上启动。请安装 ffmpeg，然后设置 REELSKILL_FFMPEG=ffmpeg。"),
        DISK_FULL("The disk is full. Free some space, then try again.", "磁盘已满。请释放一些空间后重试。"),
        TIMED_OUT(
                "Reading the media took too long, so it was stopped. Try another copy of the file.",
                "读取媒体耗时过长，已停止。请换一份文件重试。"),
        FAILED(
                "ffmpeg could not do this step. Check that the media plays, then try again.",
                "ffmpeg 未能完成这一步。请确认媒体可以播放后重试。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** Returns {@code DISK_FULL} if the system's words say so, else {@code other}. */
        static Reason of(String systemWords, Reason other) {
            return systemWords.contains("No space left on device") ? DISK_FULL : other;
        }
    }

    private final Reason reason;
    private final List<String> lastLines;

    FfmpegException(Reason reason, String detail, List<String> lastLines) {
        super(detail + (lastLines.isEmpty() ? "" : "\n" + String.join("\n", lastLines)));
        this.reason = reason;
        this.lastLines = List.copyOf(lastLines);
    }

    FfmpegException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
        this.lastLines = cause instanceof FfmpegException earlier ? earlier.lastLines : List.of();
    }

    public Reason reason() {
        return reason;
    }

    /** Returns what ffmpeg said last, at most 40 lines. For logs: it may name paths. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** Returns what failed and what to do next, for a person. The message of the exception is for logs. */
    public String sentence(Language language) {
        return language.say(reason.english, reason.chinese);
    }
}
