package reelskill.studio.plan;

import java.util.Optional;

/** Gives a text other words. {@code which} is empty where there is only one. */
public record ChangeText(Optional<String> which, String words) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        return Texts.change(
                scene,
                which,
                text -> Optional.of(text.saying(words)),
                text -> scene.say("Title changed: \"%s\" → \"%s\"", "标题已更改：“%s”→“%s”", text.text(), words));
    }
}
