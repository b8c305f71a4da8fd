package reelskill.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** What a language model is told of the conversation: its task, and the newest exchanges, each whole. Not thread-safe. */
final class Memory {
    private static final int MOST = 60;

    private final SystemMessage task;
    private final List<ChatMessage> messages = new ArrayList<>();

    Memory(SystemMessage task) {
        this.task = task;
    }

    void add(ChatMessage message) {
        messages.add(message);
    }

    List<ChatMessage> messages() {
        List<ChatMessage> all = new ArrayList<>();
        all.add(task);
        all.addAll(messages);
        return all;
    }

    /** Ends an exchange: providers refuse a call of a tool without its answer, and an answer without its call. */
    void close() {
        while (!messages.isEmpty() && !isAnswer(messages.get(messages.size() - 1)))
            messages.remove(messages.size() - 1);
        while (messages.size() > MOST) forgetOldest();
    }

    private static boolean isAnswer(ChatMessage message) {
        return message instanceof AiMessage said && !said.hasToolExecutionRequests();
    }

    private void forgetOldest() {
        messages.remove(0);
        while (!messages.isEmpty() && !(messages.get(0) instanceof UserMessage)) messages.remove(0);
    }
}
