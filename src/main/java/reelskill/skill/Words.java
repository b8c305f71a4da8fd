package reelskill.skill;

import reelskill.language.Language;

/** One text in both languages of the product. */
public record Words(String english, String chinese) {
    public String in(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
