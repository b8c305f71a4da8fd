package reelskill.session;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wish to give a version of the timeline a name, where the backend keeps no versions: the names are then kept on this
 * machine. Only a message that says nothing else is one, and that names a version; all others are for the backend.
 *
 * @param number of the version; empty for the current one
 */
record VersionNaming(OptionalInt number, String name) {
    private static final String NAME =
            "(?:[\"“'‘「『《](?<quoted>[^\"“”‘’「」『』《》]{1,60})[\"”'’」』》]|(?<bare>[^\\s\"“”'‘’「」『』《》,，;；。！]{1,40}(?: [^\\s\"“”'‘’,，;；。！]{1,20})?))";
    private static final String ENGLISH = "(?:please |now |ok,? )*"
            + "(?:call|name|label|mark|save|keep|store|remember|bookmark) "
            + "(?:this version|this as (?:a )?version(?: called| named)?|the current version|version (?<number>\\d{1,6}))(?: as| called| named|:)? "
            + NAME;
    private static final String CHINESE =
            "(?:请|帮我|麻烦)?(?:把|将)?(?:这个|这一|当前|现在的?|目前的?)?(?:版本(?<digits>\\d{1,6})|第(?<nth>\\d{1,6})个?版本?|版本|这一?版)"
                    + "(?:叫做|叫作|叫|命名为|命名成|取名为|取名叫|标记为|记为|保存为|存为|称为)"
                    + NAME.replace("quoted", "quoted2").replace("bare", "bare2");
    private static final Pattern WISH =
            Pattern.compile("(?iu)(?:" + ENGLISH + "|" + CHINESE + ")(?:,? please)?[.!。！\\s]*");
    private static final Pattern MORE = Pattern.compile("(?i)\\b(?:and|then|with|but|to)\\b");

    static Optional<VersionNaming> of(String message) {
        Matcher wish = WISH.matcher(message.strip());
        if (!wish.matches()) return Optional.empty();
        Optional<String> bare =
                group(wish, "bare", "bare2").filter(name -> !MORE.matcher(name).find());
        OptionalInt number = group(wish, "number", "digits", "nth").stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        return group(wish, "quoted", "quoted2")
                .or(() -> bare)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new VersionNaming(number, name));
    }

    private static Optional<String> group(Matcher matcher, String... names) {
        for (String name : names) {
            if (matcher.group(name) != null) return Optional.of(matcher.group(name));
        }
        return Optional.empty();
    }
}
