package reelskill.studio.handoff;

import static reelskill.media.ExportFormat.EDL;
import static reelskill.media.ExportFormat.FCPXML;
import static reelskill.media.ExportFormat.MLT;
import static reelskill.media.ExportFormat.OTIO;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Bars;
import reelskill.studio.timeline.Cutout;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.Finish;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Lighting;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Music;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.ScreenKey;
import reelskill.studio.timeline.Steady;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.VolumeChanges;
import reelskill.studio.timeline.Zoom;

/** What a timeline has that a document for other editors does not carry. */
public final class Omissions {
    private static final Set<ExportFormat> NONE = EnumSet.noneOf(ExportFormat.class);

    /** @param carriedBy the formats that say it */
    private record Trait(Set<ExportFormat> carriedBy, Predicate<Timeline> isThere, String english, String chinese) {}

    /** An effect, and those that only tell how it is done; only what {@code counts} has to be carried. */
    private record Kind<E extends Effect>(
            Class<E> effect, Set<ExportFormat> carriedBy, Predicate<E> counts, String english, String chinese) {
        Trait trait() {
            return new Trait(
                    carriedBy,
                    // Of one colour a card is the same however it fits.
                    timeline -> media(timeline)
                            .filter(clip -> !clip.card())
                            .anyMatch(clip ->
                                    clip.effects().get(effect).filter(counts).isPresent()),
                    english,
                    chinese);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            left(Framing.class, "crops, turns and mirroring", "裁切、旋转和镜像"),
            left(Zoom.class, "zooms", "缩放运镜"),
            left(Fitting.class, "fitting to the canvas", "画面适配"),
            left(Bars.class, "bars", "黑边"),
            left(Backdrop.class, "new backgrounds", "更换的背景"),
            left(Grade.class, "colour changes", "调色"),
            left(Look.class, "looks", "风格滤镜"),
            left(Finish.class, "vignettes and grain", "暗角和颗粒"),
            left(Lut.class, "colour tables (LUT)", "调色表（LUT）"),
            left(Balance.class, "light and white balance", "光线和白平衡校正"),
            left(Steady.class, "stabilising", "防抖"),
            left(Denoise.class, "noise removal", "降噪"),
            left(VolumeChanges.class, "stretches that are louder or quieter", "局部音量变化"),
            new Kind<>(
                    Music.class, NONE, music -> music.ducking() > 0, "music that goes down under speech", "说话时音乐自动减弱"),
            new Kind<>(
                    Pace.class,
                    EnumSet.of(OTIO, FCPXML, EDL),
                    pace -> !MltProducers.plays(pace),
                    "speeds above 20×",
                    "20倍以上的速度"),
            new Kind<>(
                    Placement.class,
                    EnumSet.of(MLT, FCPXML),
                    placement -> true,
                    "where pictures over the video stand",
                    "叠加画面的位置"),
            new Kind<>(
                    Placement.class,
                    EnumSet.of(MLT, OTIO, EDL),
                    placement -> placement instanceof Placement.Panel,
                    "split screens",
                    "分屏"),
            new Kind<>(
                    Placement.class,
                    EnumSet.of(OTIO, EDL),
                    placement -> placement instanceof Placement.Inset inset
                            && !inset.outline().equals(Placement.Outline.NONE),
                    "borders, shadows and round corners",
                    "边框、阴影和圆角"));

    /** Effects that only say how another one is done. */
    static final Set<Class<?>> PARTS = Set.of(Cutout.class, ScreenKey.class, Lighting.class);

    private static final List<Trait> TRAITS = List.of(
            new Trait(
                    EnumSet.of(OTIO, FCPXML, MLT),
                    timeline -> timeline.tracks().stream()
                                    .filter(track -> !track.segments().isEmpty())
                                    .count()
                            > 1,
                    "everything over or beside the one picture track: titles, captions, pictures, music",
                    "主画面轨道之外的内容：标题、字幕、叠加画面、音乐"),
            new Trait(
                    EnumSet.of(EDL, MLT),
                    timeline -> texts(timeline).findAny().isPresent(),
                    "how titles and captions look",
                    "标题和字幕的样式"),
            new Trait(
                    EnumSet.of(EDL, OTIO, FCPXML),
                    timeline -> texts(timeline).anyMatch(text -> text.style().motion() != TextStyle.Motion.FADE),
                    "how titles move",
                    "标题动画"),
            new Trait(
                    EnumSet.of(FCPXML, MLT),
                    timeline -> media(timeline).anyMatch(clip -> clip.volume() != 1),
                    "volumes",
                    "音量"),
            new Trait(
                    EnumSet.of(MLT),
                    timeline -> media(timeline).anyMatch(clip -> clip.fadeIn() + clip.fadeOut() > 0),
                    "fades",
                    "淡入淡出"),
            new Trait(
                    NONE,
                    // Of one colour a card is the same however it fits.
                    timeline -> media(timeline)
                            .filter(clip -> !clip.card())
                            .anyMatch(clip -> !clip.transition().isCut()
                                    && !clip.transition().kind().blends()),
                    "the kinds of transitions (they become plain ones)",
                    "转场样式（变为普通转场）"),
            new Trait(NONE, timeline -> timeline.loudness().isPresent(), "evened loudness", "统一的响度"));

    private Omissions() {}

    private static <E extends Effect> Kind<E> left(Class<E> effect, String english, String chinese) {
        return new Kind<>(effect, NONE, any -> true, english, chinese);
    }

    private static Stream<MediaSegment> media(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .filter(MediaSegment.class::isInstance)
                .map(MediaSegment.class::cast);
    }

    private static Stream<TextSegment> texts(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .filter(TextSegment.class::isInstance)
                .map(TextSegment.class::cast);
    }

    /** Returns whether somebody thought of what becomes of an effect. */
    static boolean knows(Class<?> effect) {
        return PARTS.contains(effect)
                || KINDS.stream().anyMatch(kind -> kind.effect().equals(effect));
    }

    /**
     * Returns the sentence that names what {@code format} leaves out; empty where nothing of it is there.
     *
     * @param format one that {@link ExportFormat#isProject is a project}
     */
    public static Optional<String> of(Timeline timeline, ExportFormat format, Language language) {
        List<String> left = Stream.concat(KINDS.stream().map(Kind::trait), TRAITS.stream())
                .filter(trait ->
                        !trait.carriedBy().contains(format) && trait.isThere().test(timeline))
                .map(trait -> language.pick(trait.english(), trait.chinese()))
                .toList();
        if (left.isEmpty()) return Optional.empty();
        return Optional.of(language.say(
                "Not in this file, because other editors do them in their own way: %s. Do them again there.",
                "此文件不包含以下处理，请在其他剪辑软件中重新设置：%s。", String.join(language.pick(", ", "、"), left)));
    }
}
