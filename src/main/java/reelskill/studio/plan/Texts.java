package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;

/** Which text of a timeline is meant, and what is told where that is not clear. */
final class Texts {
    private Texts() {}

    /**
     * Changes the one text that is meant.
     *
     * @param which the words of the text; empty where there is only one
     */
    static EditResult change(
            Scene scene,
            Optional<String> which,
            Function<TextSegment, Optional<TextSegment>> change,
            Function<TextSegment, String> told) {
        List<TextSegment> meant = scene.timeline().texts().stream()
                .filter(text -> which.isEmpty() || text.text().equalsIgnoreCase(which.get()))
                .toList();
        if (meant.isEmpty()) return EditResult.unchanged(scene.timeline(), missing(scene, which));
        if (meant.size() > 1) {
            return scene.unchanged(
                    "There are %d texts (%s): say which one, by its words in quotes.",
                    "共有%d处文字（%s）：请用引号说明是哪一处。", meant.size(), names(scene, meant));
        }
        TextSegment text = meant.get(0);
        return EditResult.done(
                scene.timeline().withEachText(other -> other.equals(text) ? change.apply(other) : Optional.of(other)),
                told.apply(text));
    }

    /** Returns {@code result}, and tells where words left the card behind that they stood on. */
    static EditResult leavingCards(Scene scene, EditResult result) {
        long bare = bare(result.after()) - bare(scene.timeline());
        return bare <= 0
                ? result
                : result.but(scene.say(
                        "The card behind the words is still there, without words; \"remove the card\" takes it away.",
                        "文字后面的底色画面还在，只是没有字了；说“去掉卡片”即可移除。"));
    }

    private static long bare(Timeline timeline) {
        return timeline.clips().stream()
                .filter(clip -> clip.card() && timeline.texts().stream().noneMatch(clip::carries))
                .count();
    }

    /** Returns the one text that says {@code part} and more; {@code part} where there is none, or a text that says just that. */
    static String whole(Scene scene, String part) {
        List<String> holding = scene.timeline().texts().stream()
                .map(TextSegment::text)
                .filter(text -> within(part).matcher(text).find())
                .toList();
        return holding.size() == 1 ? holding.get(0) : part;
    }

    /** Finds {@code part} where it stands in whole words, on one line or two; Chinese has no spaces between them. */
    static Pattern within(String part) {
        String words = Stream.of(part.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile("(?i)(?<![\\p{IsLatin}\\d])" + words + "(?![\\p{IsLatin}\\d])", Pattern.UNICODE_CASE);
    }

    private static String missing(Scene scene, Optional<String> which) {
        List<TextSegment> all = scene.timeline().texts();
        if (which.isEmpty() || all.isEmpty()) return scene.say("There is no text on the video.", "视频上没有文字。");
        return scene.say("There is no text \"%s\"; there is %s.", "没有文字“%s”，现有的是%s。", which.get(), names(scene, all));
    }

    static String names(Scene scene, List<TextSegment> texts) {
        return String.join(
                scene.say(", ", "、"),
                texts.stream()
                        .map(text -> scene.say("\"%s\"", "“%s”", text.text()))
                        .toList());
    }
}
