package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;

/**
 * Puts a picture or a small video over the video.
 *
 * <pre>
 *   |      A      |   →   |  L  |
 *                         |      A      |
 * </pre>
 *
 * A file that is put over the video plays as a clip of its own no more. A small video is silent at first. What
 * stands at the same place and time makes way; so does the same file at another place.
 *
 * @param when of the video; a small video ends with its media in any case
 */
public record AddInset(LibraryItem item, Placement.Inset look, Span when) implements EditOperation {
    private static final Duration FADE = Duration.ofMillis(250);

    @Override
    public EditResult apply(Scene scene) {
        Lifted file = new Lifted(item, when);
        EditResult lifted = file.from(scene);
        Timeline below = lifted.after();
        FrameRange time = file.time(scene, below);
        Optional<String> refusal = file.refusal(scene, below, time);
        if (refusal.isPresent()) return EditResult.unchanged(scene.timeline(), refusal.get());
        Timeline free = withoutOthersThere(below, time);
        Timeline after = free.insets().with(inset(scene, time, below.duration()));
        EditResult added = EditResult.done(after, told(scene, time));
        Optional<TextSegment> covered = covered(after, time);
        boolean replaced = InsetRef.all(free).size() < InsetRef.all(below).size();
        EditResult result = new EditResult(below, lifted.done(), List.of()).then(added);
        if (covered.isPresent()) {
            return result.but(scene.say(
                    "It stands over \"%s\" for a while; move one of them.",
                    "它与“%s”有一段重叠，可以移动其中一个。", covered.get().text()));
        }
        return replaced ? result.but(scene.say("It took the place of the one that was there.", "它取代了原来的画面。")) : result;
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return Optional.of(new AddInset(item, look.scaled(factor), when));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveInset(new InsetRef(InsetRef.Kind.ANY, Optional.of(item.name())), false));
    }

    @Override
    public Optional<EditOperation> beginning(Moment moment) {
        return Optional.of(new AddInset(item, look, when.beginning(moment)));
    }

    @Override
    public Optional<EditOperation> lasting(Duration length) {
        return Optional.of(new AddInset(item, look, when.lasting(length)));
    }

    private boolean isStill() {
        return item.facts().kind() == MediaFacts.Kind.IMAGE;
    }

    private Timeline withoutOthersThere(Timeline below, FrameRange time) {
        return below.insets().changed(other -> {
            boolean samePlace = InsetRef.placement(other)
                    .filter(place -> place.x() == look.x() && place.y() == look.y())
                    .isPresent();
            boolean sameTime = other.start() < time.out() && other.end() > time.in();
            boolean same = samePlace || other.mediaId().equals(item.id());
            return same && sameTime ? Optional.empty() : Optional.of(other);
        });
    }

    private Optional<TextSegment> covered(Timeline timeline, FrameRange time) {
        return timeline.texts().stream()
                .filter(text -> text.start() < time.out() && text.end() > time.in())
                .filter(text -> stands(text.style().position()))
                .findFirst();
    }

    /** Returns whether words of that position stand where this does. */
    private boolean stands(TextStyle.Position position) {
        return switch (position) {
            case TOP_LEFT -> look.x() < 0.5 && look.y() < 0.5;
            case TOP_RIGHT -> look.x() > 0.5 && look.y() < 0.5;
            case BOTTOM_LEFT, LOWER_THIRD -> look.x() < 0.5 && look.y() > 0.5;
            case BOTTOM_RIGHT -> look.x() > 0.5 && look.y() > 0.5;
            case TOP -> look.x() == 0.5 && look.y() < 0.5;
            case CENTER -> look.x() == 0.5 && look.y() == 0.5;
            case BOTTOM -> look.x() == 0.5 && look.y() > 0.5;
            case CARD, CAPTION, CAPTION_TOP -> false;
        };
    }

    /** It fades only where it comes or goes while the video plays. */
    private MediaSegment inset(Scene scene, FrameRange time, long total) {
        long fade = Math.min(scene.frames(FADE), time.duration() / 2);
        MediaSegment plain = MediaSegment.of("new", time.in(), time.duration(), item.id(), item.name(), 0)
                .with(look)
                .withFades(time.in() == 0 ? 0 : fade, time.out() == total ? 0 : fade);
        return isStill() ? plain.with(new Pace.Freeze(0)) : plain.withVolume(0);
    }

    private String told(Scene scene, FrameRange time) {
        String range = Figures.range(scene, time.in(), time.out());
        String place = InsetWords.place(scene, look);
        String faint = look.opacity() == 1 ? "" : scene.say(", %s opaque", "，不透明度%s", Figures.percent(look.opacity()));
        if (isStill())
            return scene.say("Picture added: \"%s\" %s%s (%s)", "已添加图片：“%s”%s%s（%s）", item.name(), place, faint, range);
        String silent = item.facts().audio().isEmpty()
                ? ""
                : scene.say(", without its sound (\"unmute the small video\" brings it)", "，不带声音（说“打开小窗声音”即可）");
        return scene.say(
                "Picture in picture: \"%s\" %s%s (%s)%s",
                "画中画：“%s”%s%s（%s）%s", item.name(), place, faint, range, silent);
    }
}
