package reelskill.tools;

import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/** Looks at what a model passed, beyond what the tool's schema says. */
final class Arguments {
    private Arguments() {}

    /** Returns the text. @throws ToolException if it is missing, blank or longer than a person would write */
    static String text(String name, @Nullable String value, int most, Language language) {
        if (value == null || value.isBlank()) {
            throw ToolException.of(language, "%s is required and may not be empty.", "%s 为必填项，不能为空。", name);
        }
        if (value.length() > most) {
            throw ToolException.of(language, "%s may have at most %d characters.", "%s 最多 %d 个字符。", name, most);
        }
        return value.strip();
    }

    static int number(String name, @Nullable Integer value, int least, int most, int standard, Language language) {
        int number = value == null ? standard : value;
        if (number < least || number > most) {
            throw ToolException.of(language, "%s must be from %d to %d.", "%s 必须在 %d 到 %d 之间。", name, least, most);
        }
        return number;
    }
}
