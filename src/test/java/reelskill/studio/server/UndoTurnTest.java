package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inverse of every kind of edit is to undo it: the draft is then what it was, to the last field. */
class UndoTurnTest extends OneSession {
    private static final List<String> EDITS = List.of(
            "remove the first second",
            "keep 1s to 3s",
            "split at 2s",
            "cut the pauses",
            "play it twice as fast",
            "play it backwards",
            "freeze the picture at 2s for 1 second",
            "rotate it by 90 degrees",
            "mirror it",
            "crop 20% from the left",
            "zoom in slowly",
            "make it square",
            "make it vertical and fill the screen",
            "add cinematic black bars",
            "make it warmer",
            "black and white",
            "fix the colours",
            "brighter and more contrast",
            "add a title 'Hello'",
            "add a lower third 'Anna, CEO'",
            "add an end card 'Bye'",
            "start with a black screen that says 'Hello'",
            "fade in and fade out",
            "make it quieter",
            "mute it",
            "normalize the loudness",
            "add calm music",
            "export it as a gif");

    @Override
    Path clip() {
        return StudioMedia.clip();
    }

    @Test
    void undoneEditLeavesTheDraftAsItWas() {
        JsonNode before = draft();
        List<String> without = new ArrayList<>();
        for (String edit : EDITS) {
            text(edit);
            if (draft().equals(before)) without.add(edit);
            else text("undo");
            assertThat(draft()).as("after the undo of: " + edit).isEqualTo(before);
        }
        assertThat(without).as("edits that changed nothing").isEmpty();
    }

    @Test
    void undoLeadsBackOneEditAndNoFurther() {
        JsonNode filmed = draft();
        text("make it warmer");
        JsonNode warmer = draft();
        text("mute it");
        text("undo");
        assertThat(draft()).isEqualTo(warmer);
        text("undo");
        assertThat(draft()).isEqualTo(filmed);
    }

    private JsonNode draft() {
        return client.state(session).at("/state/draft");
    }
}
