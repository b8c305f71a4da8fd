package reelskill.install;

import reelskill.language.Language;

/** Why nothing was installed or removed, in words that a person can act on; nothing was changed. */
public final class InstallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String english;
    private final String chinese;

    private InstallException(String english, String chinese) {
        super(english);
        this.english = english;
        this.chinese = chinese;
    }

    /** Formats both sentences as {@link String#format} does. */
    public static InstallException of(String english, String chinese, Object... arguments) {
        return new InstallException(
                Language.ENGLISH.say(english, chinese, arguments), Language.CHINESE.say(english, chinese, arguments));
    }

    /** Returns what is wrong and what to do. */
    public String sentence(Language language) {
        return language.pick(english, chinese);
    }
}
