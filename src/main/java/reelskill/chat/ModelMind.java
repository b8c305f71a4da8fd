package reelskill.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.tools.Folders;
import reelskill.tools.ToolException;
import reelskill.tools.Toolbox;

/** Lets a language model understand what is said and choose the tools; what it may not decide alone the person is asked. */
final class ModelMind implements Mind {
    private static final Logger LOG = LoggerFactory.getLogger(ModelMind.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A model that goes round in circles is stopped. */
    private static final int MOST_ROUNDS = 20;

    /** Some models think for minutes and say nothing of it. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    private final LlmSettings llm;
    private final StreamingChatModel model;
    private final List<ToolSpecification> tools;
    private final Folders folders;
    private final Screen screen;
    private final Talk talk;
    private final Work work;
    private final Memory memory;
    private final Named named;

    private ModelMind(LlmSettings llm, Toolbox toolbox, Folders folders, Screen screen, Talk talk, Work work) {
        this.llm = llm;
        this.model = Models.of(llm);
        this.tools = toolbox.tools().stream()
                .flatMap(tool -> ToolSpecifications.toolSpecificationsFrom(tool).stream())
                .toList();
        this.folders = folders;
        this.screen = screen;
        this.talk = talk;
        this.work = work;
        this.memory = new Memory(SystemMessage.from(llm.prompt()));
        this.named = new Named(screen, talk);
    }

    static ModelMind of(LlmSettings llm, Toolbox toolbox, Folders folders, Screen screen, Talk talk, Work work) {
        return new ModelMind(llm, toolbox, folders, screen, talk, work);
    }

    @Override
    public void hear(Typed message) {
        message.files().forEach(folders::allowNamed);
        named.hear(message);
        memory.add(UserMessage.from(Context.of(message, talk)));
        try {
            converse();
        } catch (LangChain4jException e) {
            LOG.warn("the language model failed", e);
            throw ToolException.of(sentence(e));
        } finally {
            memory.close();
        }
    }

    private void converse() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            AiMessage answer = answer();
            screen.endText();
            memory.add(answer);
            if (!answer.hasToolExecutionRequests()) return;
            for (ToolExecutionRequest request : answer.toolExecutionRequests()) {
                memory.add(ToolExecutionResultMessage.from(request, result(request)));
            }
        }
        throw ToolException.of(talk.language()
                .pick(
                        "The language model did not come to an end, so I stopped it. Say it in other words.",
                        "语言模型没有得出结果，已停止。请换一种说法。"));
    }

    @SuppressWarnings("try") // held, not used
    private AiMessage answer() {
        Reply reply = new Reply(screen, LONGEST_SILENCE);
        screen.progress(talk.language().pick("Thinking", "正在思考"), Screen.UNKNOWN);
        try (Screen.Watch watch = screen.onInterrupt(reply::stop)) {
            model.chat(
                    ChatRequest.builder()
                            .messages(memory.messages())
                            .toolSpecifications(tools)
                            .build(),
                    reply);
            return reply.await();
        } finally {
            screen.endProgress();
        }
    }

    /** Returns what a tool told, or why it did not do it; the person sees the same. */
    private String result(ToolExecutionRequest request) {
        try {
            JsonNode given = JSON.readTree(
                    request.arguments() == null || request.arguments().isBlank() ? "{}" : request.arguments());
            if (!(given instanceof ObjectNode arguments)) return "The arguments are no JSON object.";
            named.guard(request.name(), arguments);
            Toolbox.Told told = work.run(request.name(), arguments);
            if (told.data().has("edit")
                    || told.data().has("files")
                    || told.data().has("export")
                    || told.data().has("picture_path")) {
                work.tell(told.data(), false);
            }
            return told.text();
        } catch (JsonProcessingException e) {
            return "The arguments are no valid JSON.";
        } catch (ToolException e) {
            return e.sentence();
        }
    }

    private String sentence(LangChain4jException failure) {
        String model = llm.provider().name().toLowerCase(java.util.Locale.ROOT) + ":" + llm.model();
        if (failure instanceof AuthenticationException) {
            return talk.language()
                    .say(
                            "The language model refused the key. Set %s to a valid one, or start without REELSKILL_LLM.",
                            "语言模型拒绝了密钥。请将 %s 设为有效的密钥，或不设置 REELSKILL_LLM。",
                            llm.provider().keyVariable());
        }
        if (failure instanceof ModelNotFoundException) {
            return talk.language().say("There is no language model '%s' there.", "没有语言模型“%s”。", model);
        }
        if (failure instanceof RateLimitException) {
            return talk.language()
                    .pick(
                            "The language model has too many requests or no quota left. Try again in a minute.",
                            "语言模型请求过多或额度已用完。请稍后再试。");
        }
        String code = failure.getCause() instanceof HttpException http ? " (HTTP " + http.statusCode() + ")" : "";
        return talk.language()
                .say(
                        "The language model %s did not answer%s. Check REELSKILL_LLM, REELSKILL_LLM_URL and the network; nothing was sent to the editor.",
                        "语言模型 %s 没有回答%s。请检查 REELSKILL_LLM、REELSKILL_LLM_URL 和网络；没有向编辑器发送任何内容。", model, code);
    }
}
