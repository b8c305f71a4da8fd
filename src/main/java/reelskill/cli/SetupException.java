package reelskill.cli;

import reelskill.language.Language;

/** A setting or a part of this machine with which no command can work. */
final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String english;
    private final String chinese;

    SetupException(String english, String chinese) {
        super(english);
        this.english = english;
        this.chinese = chinese;
    }

    String sentence(Language language) {
        return language.pick(english, chinese);
    }
}
