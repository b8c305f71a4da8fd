package reelskill.studio.render;

import reelskill.language.Language;

/** A timeline could not be rendered. Nothing was left behind, and a file that was at the target is still there. */
public final class RenderException extends RuntimeException {
    /** What went wrong, as far as a person can do something about it. */
    public enum Reason {
        EMPTY("There is nothing to export: the timeline is empty. Add a clip first.", "没有可导出的内容：时间线是空的。请先添加素材。"),
        NO_SOUND("There is no sound on the timeline to export. Export a video instead.", "时间线上没有声音可以导出。请改为导出视频。"),
        TOO_SMALL(
                "The result cannot be made that small. Shorten it, or allow a larger file.",
                "无法压缩到这么小。请缩短视频，或允许更大的文件。"),
        MEDIA_MISSING(
                "A clip of the timeline is no longer there. Add it again, then export.", "时间线中的一个素材已不存在。请重新添加后再导出。"),
        TARGET_NOT_WRITABLE(
                "The video cannot be saved there: the folder does not exist or does not allow it. Choose another folder.",
                "无法保存到该位置：文件夹不存在或没有写入权限。请选择其他文件夹。"),
        DISK_FULL(
                "The disk is full, so the video was not saved. Free some space, then export again.",
                "磁盘已满，视频未保存。请释放一些空间后重新导出。"),
        FAILED(
                "The export failed. Check that every clip plays, then export again; finished parts are kept.",
                "导出失败。请确认每个素材都能播放，然后重新导出；已完成的部分会保留。");

        private final String english;
        private final String chinese;

        Reason(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private final Reason reason;

    RenderException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    RenderException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
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
