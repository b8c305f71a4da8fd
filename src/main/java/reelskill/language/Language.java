package reelskill.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language that the product speaks to a person. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE);

    /** A title may be in another language than the sentence that asks for it; an apostrophe is no quotation mark. */
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|“[^”]*”|‘[^’]*’|「[^」]*」|(?<!\\p{L})'[^']*'(?!\\p{L})");

    private static final Pattern BARE =
            Pattern.compile("(?i)[\\P{L}]*(?:y|yes|yep|yeah|ok|okay|sure|n|no|nope|[a-e])[\\P{L}]*");

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** Returns the tag that the protocol's {@code language} field takes, like {@code en} or {@code zh-CN}. */
    public String tag() {
        return tag;
    }

    /** Returns Chinese if {@code words} contain a Han character, else English. What stands in quotes counts where all does. */
    public static Language of(String words) {
        String own = QUOTED.matcher(words).replaceAll(" ");
        String judged = own.codePoints().anyMatch(Character::isLetter) ? own : words;
        boolean han = judged.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? CHINESE : ENGLISH;
    }

    /** Returns the language of {@code words}; none for a bare "ok" or "no", a number or a sign, which are said in any. */
    public static Optional<Language> ofSpoken(String words) {
        boolean lettered = words.codePoints().anyMatch(Character::isLetter);
        return lettered && !BARE.matcher(words).matches() ? Optional.of(of(words)) : Optional.empty();
    }

    /** Returns the language of a tag like {@code zh}, {@code zh_TW} or {@code en-US}; English when it is another one. */
    public static Language ofTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? CHINESE : ENGLISH;
    }

    /** Returns the text of this language as it is. */
    public String pick(String english, String chinese) {
        return this == CHINESE ? chinese : english;
    }

    /** Returns {@code names} one after the other. */
    public String list(Iterable<String> names) {
        return String.join(pick(", ", "、"), names);
    }

    /** Returns the sentence of this language, formatted as {@link String#format} does. */
    public String say(String english, String chinese, Object... arguments) {
        return String.format(locale, pick(english, chinese), arguments);
    }
}
