package reelskill.skill;

import reelskill.language.Language;

/** A skill folder, front matter or manifest that cannot be used, in words that a person can act on. */
public final class InvalidSkillException extends RuntimeException {
    private final String chinese;

    InvalidSkillException(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    static InvalidSkillException of(String english, String chinese, Object... arguments) {
        return new InvalidSkillException(
                Language.ENGLISH.say(english, chinese, arguments), Language.CHINESE.say(english, chinese, arguments));
    }

    /** Returns what is wrong and what to do, without a private path. */
    public String sentence(Language language) {
        return language == Language.CHINESE ? chinese : String.valueOf(getMessage());
    }
}
