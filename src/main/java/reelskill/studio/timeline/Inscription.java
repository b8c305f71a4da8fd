package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Words that a file of one picture shows over its frame, and the video does not. How they move does not matter. */
public record Inscription(String text, TextStyle style) {
    /** Returns {@code timeline} with the words at {@code frame} alone, at its last frame where there are fewer. */
    Timeline on(Timeline timeline, long frame) {
        long shown = Math.min(frame, timeline.duration() - 1);
        return shown < 0 ? timeline : timeline.withText(text, shown, 1, style.moving(TextStyle.Motion.CUT), 0);
    }

    void write(ObjectNode json) {
        TextStyleJson.write(style, json.put("text", text).putObject("style"));
    }

    static Inscription read(DraftFields json) {
        json.only(Set.of("text", "style"));
        return new Inscription(json.text("text", DraftReader.LONGEST_TEXT), TextStyleJson.read(json.object("style")));
    }
}
