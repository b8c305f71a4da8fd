package reelskill.studio.handoff;

import java.util.List;
import java.util.Optional;
import reelskill.language.Language;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Steady;
import reelskill.studio.timeline.Timeline;

/** What a timeline has that no document for other editors carries. */
public final class Omissions {
    private record Kind(Class<? extends Effect> effect, String english, String chinese) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Grade.class, "colour changes", "调色"),
            new Kind(Look.class, "looks", "风格滤镜"),
            new Kind(Lut.class, "colour tables (LUT)", "调色表（LUT）"),
            new Kind(Balance.class, "light and white balance", "光线和白平衡校正"),
            new Kind(Steady.class, "stabilising", "防抖"),
            new Kind(Fitting.class, "fitting to the canvas", "画面适配"),
            new Kind(Bars.class, "bars", "黑边"),
            new Kind(Denoise.class, "noise removal", "降噪"));

    private Omissions() {}

    /** Returns the sentence that names what is left out; empty where nothing of it is there. */
    public static Optional<String> of(Timeline timeline, Language language) {
        List<String> left = KINDS.stream()
                .filter(kind -> timeline.tracks().stream()
                        .flatMap(track -> track.segments().stream())
                        .anyMatch(segment -> segment instanceof MediaSegment clip
                                && clip.effects().get(kind.effect).isPresent()))
                .map(kind -> language.pick(kind.english, kind.chinese))
                .toList();
        if (left.isEmpty()) return Optional.empty();
        return Optional.of(language.say(
                "Not in this file, because other editors do them in their own way: %s. Do them again there.",
                "此文件不包含以下处理，请在其他剪辑软件中重新设置：%s。", String.join(language.pick(", ", "、"), left)));
    }
}
