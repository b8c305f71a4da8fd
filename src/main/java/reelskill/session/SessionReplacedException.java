package reelskill.session;

/**
 * The backend no longer has the session (1002), so a new one was made. Nothing was sent again and nothing was uploaded
 * there: whether to begin again is the person's decision.
 */
public final class SessionReplacedException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final transient Conversation replacement;

    SessionReplacedException(Conversation replacement) {
        super(
                Problem.SESSION_GONE,
                "The editing session no longer exists on the service, so I made a new one. Your message was not sent again. The new session is empty: upload your media there, then say what to do.",
                "服务上的编辑会话已不存在，我已新建会话。您的消息没有重发。新会话是空的：请重新上传素材，然后再说需要做什么。");
        this.replacement = replacement;
    }

    /** Returns the conversation to go on with. */
    public Conversation replacement() {
        return replacement;
    }
}
