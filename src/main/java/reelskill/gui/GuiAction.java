package reelskill.gui;

/**
 * All that a phrase of the backend can make us do (protocol.md, GUI translation). None of them starts a paid turn:
 * {@link #SEND_EDIT} only says that a gesture was asked for, which the person may put into words.
 */
public enum GuiAction {
    EXPORT,
    UPLOAD,
    SHOW_CREDITS,
    SEND_EDIT,
    SHOW_STATE
}
