package reelskill.tools;

import reelskill.language.Language;

/** Why a tool did not do it: a sentence for the model and its person, with what to do next. */
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ToolException(String sentence) {
        super(sentence, null, false, false);
    }

    public static ToolException of(String sentence) {
        return new ToolException(sentence);
    }

    static ToolException of(Language language, String english, String chinese, Object... arguments) {
        return new ToolException(language.say(english, chinese, arguments));
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
