package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how versions are called: "the first version", "version 3", "上一版", a quoted name, or one of {@code names}.
 *
 * @param names what versions of the session are called
 */
record VersionRefs(Set<String> names) {
    private static final String QUOTED = "[\"“”'‘’「『《](?<name>[^\"“”「」『』《》]{1,60}?)[\"“”'‘’」』》]";
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("one", 1));
    private static final String WORD_NUMBER = String.join("|", ORDINALS.keySet());

    private record Form(Pattern pattern, Function<MatchResult, VersionRef> ref) {
        static Form of(String pattern, Function<MatchResult, VersionRef> ref) {
            return new Form(Pattern.compile("(?i)(?:" + pattern + ")"), ref);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of(
                    "(?:the |my )?(?:very )?(?:first|original|initial) (?:version|cut|draft|edit|state|one|upload)"
                            + "|(?:the )?original(?: video)?|the (?:very )?(?:beginning|start)"
                            + "|第一个?版本?|第1个?版本?|最初的?版本?|最早的?版本?|最开始的?版本?|最(?:开始|初)(?:的(?:样子|状态|时候))?|原始的?版本|原来的版本|原版|初版",
                    found -> new VersionRef.Numbered(1)),
            Form.of(
                    "(?:the )?(?:previous|last|prior) (?:version|cut|one|state)|the version before(?: that| this)?"
                            + "|上一?个?版本?|前一个?版本?|之前的?版本?",
                    found -> new VersionRef.Previous()),
            Form.of(
                    "(?:the |my )?(?:current|present|newest|latest) (?:version|cut|one|state)|this(?: (?:version|one|cut))?"
                            + "|it|now|what (?:i|we) have now|(?:the|this) (?:video|timeline)(?: now)?"
                            + "|当前的?版本?|现在的?(?:版本)?|这个?版本?|这一版|最新的?版本?|目前的?版本?|它",
                    found -> new VersionRef.Current()),
            Form.of(
                    "(?:the )?version (?:number |no\\.? ?|#)?(\\d{1,4})|v(\\d{1,4})|(?:the )?(\\d{1,4})(?:st|nd|rd|th) version"
                            + "|版本 ?(\\d{1,4})|第 ?(\\d{1,4}) ?(?:个版本|版)",
                    found -> new VersionRef.Numbered(number(found))),
            Form.of(
                    "(?:the )?(?:version (" + WORD_NUMBER + ")|(" + WORD_NUMBER + ") version)",
                    found -> new VersionRef.Numbered(ORDINALS.getOrDefault(
                            (found.group(1) == null ? found.group(2) : found.group(1)).toLowerCase(Locale.ROOT), 1))),
            Form.of(
                    "版本([一二两三四五六七八九十]{1,3})|第([一二两三四五六七八九十]{1,3})(?:个版本|版)",
                    found -> new VersionRef.Numbered(
                            TimeWords.value(found.group(1) == null ? found.group(2) : found.group(1))
                                    .intValue())));
    private static final Pattern NAMED = Pattern.compile("(?i)(?:the )?(?:version |cut )?(?:called |named |名为|叫做?)?"
            + QUOTED + " ?(?:version|cut)?(?:的|那个|这个)*(?:版本|版)?");

    private static final Pattern CALLED =
            Pattern.compile("(?i)(?:the )?version (?:called|named) (?<name>[\\w' -]{1,60})");
    private static final Pattern AROUND_NAME = Pattern.compile(
            "(?i)^(?:the |my )?(?:version )?(?:called |named )?" + "|(?: version)?$|(?:的|那个|这个)*(?:版本?)?$");

    /** Returns the version that {@code words}, all of them, mean. */
    Optional<VersionRef> read(String words) {
        String said = words.strip();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(said);
            if (matcher.matches()) return Optional.of(form.ref.apply(matcher.toMatchResult()));
        }
        for (Pattern pattern : List.of(NAMED, CALLED)) {
            Matcher matcher = pattern.matcher(said);
            if (matcher.matches())
                return Optional.of(new VersionRef.Named(matcher.group("name").strip()));
        }
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(said)
                        || name.equalsIgnoreCase(AROUND_NAME.matcher(said).replaceAll("")))
                .findFirst()
                .map(VersionRef.Named::new);
    }

    private static int number(MatchResult found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.group(i) != null) return Integer.parseInt(found.group(i));
        }
        throw new IllegalStateException("a number was found");
    }
}
