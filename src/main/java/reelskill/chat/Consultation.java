package reelskill.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a language model one thing, once, and takes a list of sentences for an answer. It has no tools and remembers nothing.
 *
 * @param llm the model, and what it is told of its task
 * @param patience how long its whole answer may take
 */
public record Consultation(LlmSettings llm, Duration patience) {
    private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "sentences";

    private static final ResponseFormat SENTENCES = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name(FIELD)
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    FIELD,
                                    JsonArraySchema.builder()
                                            .items(new JsonStringSchema())
                                            .build())
                            .required(FIELD)
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    /** Returns what the model answers; nothing if it fails, takes too long or answers with something else. */
    public List<String> sentences(String question) {
        Whole whole = new Whole();
        try {
            Models.of(llm)
                    .chat(
                            ChatRequest.builder()
                                    .messages(SystemMessage.from(llm.prompt()), UserMessage.from(question))
                                    .responseFormat(SENTENCES)
                                    .build(),
                            whole);
            return read(whole.text.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException | JsonProcessingException | RuntimeException | LinkageError e) {
            // A light copy may lack the provider's library.
            LOG.warn("the language model {} gave no sentences", llm, e);
            return List.of();
        } finally {
            whole.text.cancel(false);
        }
    }

    /** Some models wrap what they were asked for. */
    private static List<String> read(String answer) throws JsonProcessingException {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        if (from < 0 || to < from) return List.of();
        return JSON.readTree(answer.substring(from, to + 1))
                .path(FIELD)
                .valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Called on the model's threads; one other waits. */
    private static final class Whole implements StreamingChatResponseHandler {
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            if (text.isCancelled()) context.streamingHandle().cancel();
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            String said = response.aiMessage().text();
            text.complete(said == null ? "" : said);
        }

        @Override
        public void onError(Throwable error) {
            text.completeExceptionally(error);
        }
    }
}
