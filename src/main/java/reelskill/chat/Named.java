package reelskill.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import reelskill.tools.Plain;
import reelskill.tools.ToolException;

/** Keeps a model to what the person said: only named files are uploaded unasked, and nobody but the person agrees to cost. */
final class Named {
    private final Set<String> names = new HashSet<>();
    private final Screen screen;
    private final Talk talk;

    Named(Screen screen, Talk talk) {
        this.screen = screen;
        this.talk = talk;
    }

    void hear(Typed message) {
        for (Path file : message.files()) names.add(file.toString());
        names.addAll(message.addresses());
    }

    /**
     * Takes out of a model's call what it may not say.
     *
     * @throws ToolException if the person did not agree to something
     */
    void guard(String tool, ObjectNode arguments) {
        arguments.remove("spending_agreed");
        if (!tool.equals("upload_media")) return;
        for (JsonNode source : arguments.path("sources")) {
            if (!names.contains(source.asText())) ask(source.asText());
        }
    }

    private void ask(String source) {
        String question = talk.language()
                .say(
                        "The language model wants to upload '%s', which you did not name. Upload it? [y/N] ",
                        "语言模型要上传您没有提到的“%s”。要上传吗？[y/N] ", Plain.line(source));
        if (!Waiting.isYes(screen.ask(question))) {
            throw ToolException.of("The person did not agree to upload '" + Plain.line(source) + "'.");
        }
        names.add(source);
    }
}
