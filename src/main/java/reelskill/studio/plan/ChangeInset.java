package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Timeline;

/**
 * Changes a picture that stands over the video; what is not named stays.
 *
 * <pre>
 *   |  L  |                       |  L  |
 *   |      A      |   →   |      A      |
 *    at the left             at the right
 * </pre>
 */
public record ChangeInset(InsetRef which, List<InsetChange> changes) implements EditOperation {
    public ChangeInset {
        changes = List.copyOf(changes);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<MediaSegment> meant = which.in(timeline);
        if (meant.isEmpty()) return EditResult.unchanged(timeline, which.missing(scene));
        List<String> names = meant.stream().map(MediaSegment::name).distinct().toList();
        if (names.size() > 1) {
            return scene.unchanged(
                    "There are %d pictures over the video (%s): say which one, by its name.",
                    "视频上叠加了%d个画面（%s）：请用文件名说明是哪一个。",
                    names.size(),
                    scene.language().list(names));
        }
        MediaSegment first = changed(meant.get(0));
        if (first.equals(meant.get(0))) return scene.already("It is like that already.", "已经是这样了。");
        Inset after = InsetRef.placement(first).orElseThrow();
        String told = changes.stream()
                .map(change -> change.told(scene, after))
                .collect(Collectors.joining(scene.say(", ", "，")));
        return scene.done(
                timeline.insets().changed(inset -> Optional.of(meant.contains(inset) ? changed(inset) : inset)),
                "%s \"%s\" changed: %s",
                "%s“%s”已更改：%s",
                InsetWords.kind(scene, InsetRef.kindOf(first)),
                first.name(),
                told);
    }

    private MediaSegment changed(MediaSegment inset) {
        MediaSegment changed = inset;
        for (InsetChange change : changes)
            changed = change.of(changed, InsetRef.placement(changed).orElseThrow());
        return changed;
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveInset(which, false));
    }
}
