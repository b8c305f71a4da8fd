package reelskill.route;

/** What a message asks for. All but {@link #CHAT} are done without a paid turn (protocol.md, Routing). */
public enum Action {
    EXPORT,
    CREDITS,
    STATE,
    UPLOAD,
    CHAT
}
