package reelskill.nemo;

import reelskill.language.Language;

/** The caller canceled the call, or its thread was interrupted. */
public final class CanceledException extends NemoException {
    private static final long serialVersionUID = 1L;

    CanceledException(String operation, Throwable cause) {
        super(operation + " was canceled", cause);
    }

    CanceledException(String operation) {
        super(operation + " was canceled");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public String sentence(Language language) {
        return language.say("Stopped, as you asked.", "已按您的要求停止。");
    }
}
