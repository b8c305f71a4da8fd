package reelskill.gui;

import java.util.List;

/**
 * A backend's answer without the screen.
 *
 * @param content what it says about the video, word for word; empty if it was screen talk only
 * @param actions what its screen talk comes to, in the order of the text, each kind once
 */
public record Translation(String content, List<GuiAction> actions) {
    public Translation {
        actions = List.copyOf(actions);
    }
}
