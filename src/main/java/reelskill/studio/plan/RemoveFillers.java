package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.Timeline;

/**
 * Removes "um" and its like, which only a text of the user's has: the recognizer leaves them out. Each is cut where a
 * short sound stands between two rests of the voice at its estimated time; where there is none, it stays and is named.
 *
 * <pre>
 *   | so um we go |   →   | so we go |
 * </pre>
 */
public record RemoveFillers() implements EditOperation {
    private static final Set<String> FILLERS = Set.of(
            "um", "umm", "uhm", "uh", "uhh", "er", "erm", "err", "hm", "hmm", "mm", "mmm", "ah", "eh", "嗯", "呃", "额",
            "唔");

    @Override
    public EditResult apply(Scene scene) {
        Speech speech = Speech.of(scene);
        List<Said> fillers = speech.words().stream()
                .filter(said -> FILLERS.contains(said.word().sound()))
                .toList();
        if (fillers.isEmpty()) return EditResult.unchanged(scene.timeline(), none(scene, speech));
        Dips dips = new Dips(scene);
        List<FrameRange> cuts = new ArrayList<>();
        List<Said> unclear = new ArrayList<>();
        for (Said filler : fillers) {
            Optional<TimeRange> cut = dips.around(filler).map(Dips.Island::cut);
            cut.map(range -> frames(scene, range)).ifPresentOrElse(cuts::add, () -> unclear.add(filler));
        }
        EditResult result = cuts.isEmpty() ? EditResult.nothing(scene.timeline()) : removed(scene, cuts);
        return unclear.isEmpty() ? result : result.but(left(scene, unclear));
    }

    private static EditResult removed(Scene scene, List<FrameRange> cuts) {
        Timeline timeline = scene.timeline();
        List<FrameRange> merged = FrameRange.merged(cuts);
        return scene.done(
                timeline.remove(merged),
                merged.size() == 1
                        ? "Removed %d filler word, %s in all: %s (each between two rests of the voice)"
                        : "Removed %d filler words, %s in all: %s (each between two rests of the voice)",
                "删除了%d处口头禅，共%s：%s（都在声音的两次停顿之间）",
                merged.size(),
                Figures.length(scene, FrameRange.sum(merged)),
                merged.stream()
                        .map(range -> Figures.range(scene, range.in(), range.out()))
                        .collect(Collectors.joining(scene.say(", ", "、"))));
    }

    private static String left(Scene scene, List<Said> unclear) {
        return scene.say(
                "Left alone, since no rest of the voice parts them from the words beside them: %s.",
                "未处理（与相邻的词之间没有停顿）：%s。",
                unclear.stream()
                        .map(said -> "\"" + said.word().sound() + "\" "
                                + Figures.moment(scene, scene.frames(said.word().in())))
                        .collect(Collectors.joining(scene.say(", ", "、"))));
    }

    private static String none(Scene scene, Speech speech) {
        if (speech.words().isEmpty()) return speech.shortcoming(scene).orElseThrow();
        return speech.isRecognized()
                ? scene.say(
                        "I cannot hear ums by myself: the recognizer leaves them out of what it writes. Upload subtitles (.srt) or a"
                                + " text in which they are written, and I cut them out; \"remove the pauses\" works at once.",
                        "无法自行识别口头禅：语音识别会略去它们。请上传写有这些词的字幕（.srt）或文稿，即可剪掉；“去掉停顿”可以直接使用。")
                : scene.say("There is no um or the like in your text.", "您的文字中没有口头禅。");
    }

    static FrameRange frames(Scene scene, TimeRange range) {
        long in = scene.frames(range.in());
        return new FrameRange(in, Math.max(in + 1, scene.frames(range.out())));
    }
}
