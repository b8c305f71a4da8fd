package reelskill.studio.plan;

import java.util.List;
import reelskill.studio.timeline.Timeline;

/**
 * Does something in place of what was done last: it begins from the timeline of before. Where it fails, all stays.
 *
 * <pre>
 *   before ── last ──→ now            before ── change ──→ now
 * </pre>
 */
public record Instead(LastChange change) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        EditResult result = EditResult.nothing(change.before());
        for (EditOperation operation : change.operations()) {
            Timeline now = result.after();
            result = result.then(operation.apply(scene.at(now)));
        }
        if (result.done().isEmpty()) return new EditResult(scene.timeline(), List.of(), result.notDone());
        String told = scene.say(
                "In place of the last change: %s", "替换上一步：%s", result.done().get(0));
        List<String> rest = result.done().subList(1, result.done().size());
        return EditResult.done(result.after(), told).then(new EditResult(result.after(), rest, result.notDone()));
    }
}
