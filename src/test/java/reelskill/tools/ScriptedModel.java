package reelskill.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** A model that does what a script says, and keeps what its tools answered. */
final class ScriptedModel implements ChatModel {
    private final Queue<Function<ChatRequest, ChatResponse>> script;
    final List<String> answers = new ArrayList<>();

    ScriptedModel(List<Function<ChatRequest, ChatResponse>> script) {
        this.script = new ArrayDeque<>(script);
    }

    /** What a program of LangChain4j declares. */
    interface Editor {
        String chat(String message);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        if (request.messages().get(request.messages().size() - 1) instanceof ToolExecutionResultMessage result) {
            answers.add(result.text());
        }
        return script.remove().apply(request);
    }

    static ChatResponse text(String words) {
        return ChatResponse.builder().aiMessage(AiMessage.from(words)).build();
    }

    static ChatResponse tool(String name, String arguments) {
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id("call-" + name)
                .name(name)
                .arguments(arguments)
                .build();
        return ChatResponse.builder().aiMessage(AiMessage.from(request)).build();
    }

    /** Returns what the last tool answered. */
    JsonNode last() {
        try {
            return Descriptors.JSON.readTree(answers.get(answers.size() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
