package editing;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import java.nio.file.Path;
import java.util.List;
import reelskill.cli.LocalTools;

/** The tools in a program of LangChain4j: any chat model edits video on this machine. */
final class EditByChat {
    interface Editor {
        String chat(String message);
    }

    static String edit(ChatModel model, String wish) {
        try (LocalTools tools = LocalTools.open(List.of(Path.of("")))) {
            Editor editor = AiServices.builder(Editor.class)
                    .chatModel(model)
                    .tools(tools.all())
                    .build();
            return editor.chat(wish);
        }
    }
}
