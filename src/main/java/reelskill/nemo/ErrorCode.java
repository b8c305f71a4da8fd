package reelskill.nemo;

import reelskill.language.Language;

/** Why the service refused, what to do and what to say (protocol.md, Envelopes). */
public enum ErrorCode {
    TOKEN_REJECTED(
            Remedy.SIGN_IN_AGAIN,
            "The service did not accept the access token. Try again; if you set NEMO_TOKEN, renew or remove it.",
            "服务未接受访问令牌。请重试；如果您设置了 NEMO_TOKEN，请更新或移除它。"),
    SESSION_NOT_FOUND(
            Remedy.NEW_SESSION,
            "This editing session no longer exists, so a new one is needed. Upload your media again there.",
            "此编辑会话已不存在，需要新建会话。请在新会话中重新上传素材。"),
    OUT_OF_CREDITS(Remedy.ASK_USER, "You are out of credits. Top up credits in your account.", "积分不足。请在您的账户中充值积分。"),
    UNSUPPORTED_FILE(
            Remedy.CHANGE_INPUT,
            "This file type is not supported. Use mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a or aac.",
            "不支持此文件类型。请使用 mp4、mov、avi、webm、mkv、jpg、png、gif、webp、mp3、wav、m4a 或 aac。"),
    FILE_TOO_LARGE(
            Remedy.CHANGE_INPUT,
            "The file is too large (500 MB at most). Compress or trim it, then upload it again.",
            "文件过大（最大 500 MB）。请压缩或剪短后重新上传。"),
    MISSING_CLIENT_ID(
            Remedy.NEW_ID,
            "The service did not accept this device's id. If you set NEMO_CLIENT_ID, change or remove it, then try again.",
            "服务未接受本设备的标识。如果您设置了 NEMO_CLIENT_ID，请更改或移除后重试。"),
    /** The 400 of every other call. */
    INVALID_REQUEST(
            Remedy.CHANGE_INPUT,
            "The service could not work with this request. Say it in another way, or update this skill.",
            "服务无法处理此请求。请换一种说法，或更新本技能。"),
    EXPORT_BLOCKED(Remedy.ASK_USER, "Register or upgrade your plan to unlock export.", "请注册或升级套餐以解锁导出功能。"),
    RATE_LIMITED(
            Remedy.WAIT,
            "The service is busy with too many requests. Wait 30 seconds, then try again.",
            "请求过于频繁。请等待 30 秒后重试。"),
    NOT_FOUND(
            Remedy.REPORT,
            "The service does not know what was asked for. It may have been removed.",
            "服务找不到所请求的内容，可能已被删除。"),
    DUPLICATE_ID(
            Remedy.NEW_ID, "An export with this id exists already. Start the export again.", "已存在相同编号的导出任务。请重新开始导出。"),
    SERVICE_FAULT(
            Remedy.WAIT,
            "The video service has a fault of its own. Nothing is wrong with your request: try again in a minute.",
            "视频服务出现内部故障，您的请求没有问题：请一分钟后重试。"),
    /** A code newer than this client; see {@link ServiceException#wireCode()}. */
    UNRECOGNIZED(
            Remedy.REPORT,
            "The video service refused the request for a reason that this version does not know. Try again, or update this skill.",
            "视频服务拒绝了请求，原因为此版本所未知。请重试，或更新本技能。");

    private final Remedy remedy;
    private final String english;
    private final String chinese;

    ErrorCode(Remedy remedy, String english, String chinese) {
        this.remedy = remedy;
        this.english = english;
        this.chinese = chinese;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** Returns what failed and what to do next. Who has an {@link Account} asks {@link Account#sentence} instead. */
    public String sentence(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }

    /** Returns the code of a wire code, else of an HTTP status: each is seen in place of the other. */
    static ErrorCode of(int wireCode, int httpStatus) {
        ErrorCode named = of(wireCode);
        return named == UNRECOGNIZED ? of(httpStatus) : named;
    }

    private static ErrorCode of(int number) {
        return switch (number) {
            case 1001, 1010, 1011, 401 -> TOKEN_REJECTED;
            case 1002 -> SESSION_NOT_FOUND;
            case 2001 -> OUT_OF_CREDITS;
            case 4001 -> UNSUPPORTED_FILE;
            case 4002, 413 -> FILE_TOO_LARGE;
            case 400 -> MISSING_CLIENT_ID;
            case 402 -> EXPORT_BLOCKED;
            case 404 -> NOT_FOUND;
            case 409 -> DUPLICATE_ID;
            case 429 -> RATE_LIMITED;
            default -> number == 408 || (number >= 500 && number < 600) ? SERVICE_FAULT : UNRECOGNIZED;
        };
    }
}
