package reelskill.studio.plan;

import java.util.List;

/** Tells what an operation would do, and does not do it. */
public record Trial(EditOperation operation) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        EditResult result = operation.apply(scene);
        if (result.done().isEmpty()) return new EditResult(scene.timeline(), List.of(), result.notDone());
        String would = scene.say(
                "Only a look, nothing was changed. It would be: %s",
                "只是预览，没有做任何改动。执行后会是：%s", String.join("; ", result.done()));
        return new EditResult(scene.timeline(), List.of(would), result.notDone());
    }
}
