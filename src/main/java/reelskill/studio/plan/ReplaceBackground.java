package reelskill.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Sets what stands behind the people of all clips, or of one.
 *
 * @param backdrop empty for what was filmed
 */
public record ReplaceBackground(Optional<Backdrop> backdrop, Optional<ClipRef> clip) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MediaSegment> wanted = wanted(timeline);
        if (wanted.isEmpty()) return EditResult.unchanged(timeline, missing(scene));
        List<MediaSegment> shown =
                wanted.stream().filter(segment -> isFor(segment, scene)).toList();
        if (shown.isEmpty()) {
            return scene.unchanged("I see nobody in the video, so the background stays as it is.", "视频里没有看到人，背景没有改动。");
        }
        Set<String> ids = shown.stream().map(MediaSegment::id).collect(Collectors.toSet());
        Timeline after = timeline.withEachMedia(media -> ids.contains(media.id()) ? changed(media) : media);
        if (after.equals(timeline)) return scene.unchanged("The background is like that already.", "背景已经是这样。");
        EditResult result = told(scene, after);
        List<String> empty = wanted.stream()
                .filter(segment -> !shown.contains(segment))
                .map(MediaSegment::name)
                .distinct()
                .toList();
        return empty.isEmpty()
                ? result
                : result.but(scene.say(
                        "I see nobody in %s, so its background stays.", "%s里没有看到人，背景保持不变。", String.join(", ", empty)));
    }

    private MediaSegment changed(MediaSegment media) {
        return backdrop.map(media::with).orElseGet(() -> media.without(Backdrop.class));
    }

    /** What was filmed comes back in any case; a picture is not set behind itself. */
    private boolean isFor(MediaSegment segment, Scene scene) {
        if (backdrop.isEmpty()) return true;
        boolean itself = backdrop.get() instanceof Backdrop.Picture picture
                && picture.mediaId().equals(segment.mediaId());
        return !itself && scene.footage().showsPerson(segment.mediaId());
    }

    private List<MediaSegment> wanted(Timeline timeline) {
        if (clip.isEmpty()) return timeline.clips();
        return Clips.find(timeline, clip.get()).stream()
                .flatMap(found -> found.pieces().stream())
                .toList();
    }

    private String missing(Scene scene) {
        return clip.map(ref -> Clips.missing(scene, ref))
                .orElseGet(() -> scene.say("There is nothing on the timeline yet.", "时间线上还没有内容。"));
    }

    private EditResult told(Scene scene, Timeline after) {
        if (backdrop.isEmpty()) return scene.done(after, "Original background restored", "已恢复原来的背景");
        if (backdrop.get() instanceof Backdrop.Blur blur) {
            return switch (blur.strength()) {
                case LIGHT -> scene.done(after, "Background blurred lightly", "背景已轻度虚化");
                case MEDIUM -> scene.done(after, "Background blurred", "背景已虚化");
                case STRONG -> scene.done(after, "Background blurred strongly", "背景已强烈虚化");
            };
        }
        return scene.done(after, "Background replaced: %s", "背景已更换：%s", name(scene, backdrop.get()));
    }

    private static String name(Scene scene, Backdrop backdrop) {
        if (backdrop instanceof Backdrop.Room room) return name(scene, room.place());
        if (backdrop instanceof Backdrop.Colour colour) return String.format(Locale.ROOT, "#%06x", colour.rgb());
        return scene.say("your picture", "您的图片");
    }

    private static String name(Scene scene, Backdrop.Place place) {
        return switch (place) {
            case CLEAN_OFFICE -> scene.say("clean office", "干净的办公室");
            case STUDIO_WHITE -> scene.say("white studio", "白色影棚");
            case STUDIO_GREY -> scene.say("grey studio", "灰色影棚");
            case SOFT_GRADIENT -> scene.say("soft gradient", "柔和渐变");
            case BOOKSHELF -> scene.say("bookshelf", "书架");
            case LIVING_ROOM -> scene.say("living room", "客厅");
            case OUTDOOR -> scene.say("outdoors", "户外");
        };
    }
}
