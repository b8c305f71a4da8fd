package reelskill.studio.timeline;

import reelskill.language.Language;

/** A draft that the studio did not write, or that someone damaged. Its sentences are for the person who sent it. */
public final class InvalidDraftException extends RuntimeException {
    private final String english;
    private final String chinese;

    InvalidDraftException(String english, String chinese) {
        super(english);
        this.english = english;
        this.chinese = chinese;
    }

    /** Returns what is wrong and what to do, ready to be shown. */
    public String sentence(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
