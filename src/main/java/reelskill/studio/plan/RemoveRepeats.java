package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Removes the first of two equal runs of words that are said right after each other, as by somebody who begins again. Only
 * where the words are sure and the voice rests at both ends of what goes; the others are named.
 *
 * <pre>
 *   | we should | we should go |   →   | we should go |
 * </pre>
 */
public record RemoveRepeats() implements EditOperation {
    private static final int LONGEST = 8;
    /** People say these twice on purpose. */
    private static final Set<String> MEANT = Set.of(
            "very", "so", "no", "yes", "yeah", "bye", "ha", "had", "that", "really", "many", "long", "far", "again",
            "never", "more", "much", "now", "there", "knock", "on", "wait", "please", "thank", "hey", "well", "ok",
            "okay");

    private static final Set<String> MEANT_IN_CHINESE = Set.of("谢", "慢", "常", "看", "试", "想", "天", "人", "个", "妈", "爸");

    @Override
    public EditResult apply(Scene scene) {
        Speech speech = Speech.of(scene);
        if (speech.words().isEmpty())
            return EditResult.unchanged(
                    scene.timeline(), speech.shortcoming(scene).orElseThrow());
        List<Repeat> repeats = repeats(speech.words());
        if (repeats.isEmpty()) return scene.unchanged("I heard nothing said twice in a row.", "没有听到连续重复的内容。");
        Dips dips = new Dips(scene);
        List<FrameRange> cuts = new ArrayList<>();
        List<Repeat> sure = new ArrayList<>();
        List<Repeat> unclear = new ArrayList<>();
        for (Repeat repeat : repeats) {
            Optional<FrameRange> cut = repeat.isSure() ? cut(scene, dips, repeat) : Optional.empty();
            cut.ifPresent(cuts::add);
            (cut.isPresent() ? sure : unclear).add(repeat);
        }
        EditResult result = cuts.isEmpty() ? EditResult.nothing(scene.timeline()) : removed(scene, cuts, sure);
        return unclear.isEmpty() ? result : result.but(left(scene, unclear));
    }

    /** Words said twice: {@code first} goes, {@code second} stays. */
    private record Repeat(List<Said> first, Said second) {
        boolean isSure() {
            return second.isSure() && first.stream().allMatch(Said::isSure);
        }

        String told(Scene scene) {
            return scene.say(
                    "\"%s\" (%s)",
                    "“%s”（%s）",
                    ShowTranscript.text(first),
                    Figures.moment(scene, scene.frames(first.get(0).word().in())));
        }
    }

    /** Returns the repeats from left to right; the longest where several begin at a word. */
    private static List<Repeat> repeats(List<Said> words) {
        List<String> sounds = words.stream().map(said -> said.word().sound()).toList();
        List<Repeat> repeats = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (int length = Math.min(LONGEST, (words.size() - at) / 2); length > 0; length--) {
                List<String> first = sounds.subList(at, at + length);
                boolean same = first.equals(sounds.subList(at + length, at + 2 * length));
                if (!same || first.contains("") || isMeant(first)) continue;
                repeats.add(new Repeat(words.subList(at, at + length), words.get(at + length)));
                at += length - 1;
                break;
            }
        }
        return repeats;
    }

    private static boolean isMeant(List<String> words) {
        return words.size() == 1 && (MEANT.contains(words.get(0)) || MEANT_IN_CHINESE.contains(words.get(0)));
    }

    private static Optional<FrameRange> cut(Scene scene, Dips dips, Repeat repeat) {
        Said first = repeat.first().get(0);
        Optional<TimeRange> before = dips.near(first.clip(), first.word().in());
        Optional<TimeRange> after =
                dips.near(repeat.second().clip(), repeat.second().word().in());
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) return Optional.empty();
        Duration in = before.get().out();
        Duration out = after.get().out();
        boolean plausible = out.compareTo(in) > 0
                && first.clip().id().equals(repeat.second().clip().id());
        return plausible ? Optional.of(RemoveFillers.frames(scene, new TimeRange(in, out))) : Optional.empty();
    }

    private static EditResult removed(Scene scene, List<FrameRange> cuts, List<Repeat> sure) {
        Timeline timeline = scene.timeline();
        return scene.done(
                timeline.remove(cuts),
                cuts.size() == 1
                        ? "Removed %d repeat, %s in all: %s (the first of two, cut where the voice rests)"
                        : "Removed %d repeats, %s in all: %s (the first of each two, cut where the voice rests)",
                "删除了%d处重复，共%s：%s（保留后一遍，在停顿处剪切）",
                cuts.size(),
                Figures.length(scene, FrameRange.sum(cuts)),
                told(scene, sure));
    }

    private static String left(Scene scene, List<Repeat> unclear) {
        return scene.say(
                "Heard twice and left alone, since I am not sure where to cut: %s. Name the times to remove them.",
                "听到重复但不确定剪切点，未处理：%s。如需删除请说出时间。", told(scene, unclear));
    }

    private static String told(Scene scene, List<Repeat> repeats) {
        return repeats.stream().map(repeat -> repeat.told(scene)).collect(Collectors.joining(scene.say(", ", "、")));
    }
}
