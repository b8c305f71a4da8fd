package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** Wishes of one sentence that cannot all be done as they are said; then none of them is. Pure. */
final class Conflicts {
    private static final Pattern EACH = Pattern.compile("(?i)每|各|\\b(?:each|every|apiece|long)\\b");
    private static final Pattern BOTH_WAYS = Pattern.compile(
            "(?i)\\bplay\\w*\\b[^.;]*?\\bforwards?\\b,?(?: once)?,? (?:and|then)\\b[^.;]*\\b(?:backwards?|reversed?)\\b"
                    + "|正[着向]?[放播][^。；]{0,6}倒[着]?[放播]|倒[着]?[放播][^。；]{0,6}正[着向]?[放播]");

    private Conflicts() {}

    /** Returns why nothing of {@code words} is done; empty where {@code operations} go together. */
    static Optional<String> of(String words, List<EditOperation> operations, Timeline now, Language language) {
        if (BOTH_WAYS.matcher(words).find() && has(operations, PlayBackwards.class))
            return Optional.of(language.say(
                    "I cannot play a part forwards and backwards at once, so nothing was changed. Say first \"duplicate clip 2\","
                            + " then \"reverse clip 3\".",
                    "不能一次让同一段正放再倒放，所以没有做任何改动。可以先说“复制第二段”，再说“第三段倒放”。"));
        if (EACH.matcher(words).find() && splitsTwice(operations, now))
            return Optional.of(language.say(
                    "So many parts of that length are not the length of the video, so nothing was split: say either the number or"
                            + " the length.",
                    "段数和每段时长与视频总长不符，所以没有分割：请只说段数，或只说每段时长。"));
        if (standsOnAnother(operations))
            return Optional.of(language.say(
                    "The titles would stand over each other, so none was added: give each its time, for example: title \"One\" at"
                            + " 0:00 and title \"Two\" at 0:04.",
                    "这些标题会重叠，所以都没有添加：请给每个标题定时间，例如：0秒加标题“一”，4秒加标题“二”。"));
        return Optional.empty();
    }

    /** "into three parts, 30 seconds each" is one split only where these are the same. */
    private static boolean splitsTwice(List<EditOperation> operations, Timeline now) {
        List<SplitAt> splits = all(operations, SplitAt.class);
        boolean both = splits.stream().anyMatch(Conflicts::isOfShares)
                && splits.stream().anyMatch(split -> !isOfShares(split));
        return both
                && splits.stream()
                                .map(split -> split.moments().stream()
                                        .map(moment -> moment.frame(now))
                                        .collect(Collectors.toSet()))
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isOfShares(SplitAt split) {
        return split.moments().stream()
                .allMatch(moment -> moment.share() > 0 && moment.offset().isZero());
    }

    /** Two titles without a time each begin at once, in one place. */
    private static boolean standsOnAnother(List<EditOperation> operations) {
        List<AddText> texts = all(operations, AddText.class);
        return IntStream.range(1, texts.size())
                .anyMatch(at -> texts.subList(0, at).stream().anyMatch(other -> isOver(other, texts.get(at))));
    }

    private static boolean isOver(AddText one, AddText other) {
        return one.at().equals(other.at())
                && one.style().position() == other.style().position()
                && one.style().rise() == other.style().rise();
    }

    private static boolean has(List<EditOperation> operations, Class<? extends EditOperation> kind) {
        return operations.stream().anyMatch(kind::isInstance);
    }

    private static <T extends EditOperation> List<T> all(List<EditOperation> operations, Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
