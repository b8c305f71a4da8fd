package reelskill.chat;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Makes the client of a language model. Loaded only when one is asked for. */
final class Models {
    private static final String OLLAMA_HERE = "http://127.0.0.1:11434";

    /** A model on one's own machine may have to be loaded first. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The default of the provider's library cuts long receipts off. */
    private static final int MOST_TOKENS = 4096;

    private Models() {}

    static StreamingChatModel of(LlmSettings llm) {
        return switch (llm.provider()) {
            case OPENAI -> openAi(llm);
            case ANTHROPIC -> anthropic(llm);
            case OLLAMA -> ollama(llm);
        };
    }

    private static StreamingChatModel openAi(LlmSettings llm) {
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http())
                .modelName(llm.model())
                .timeout(PATIENCE)
                // A server of one's own asks for none, and the library insists on some.
                .apiKey(llm.key().orElse("none"));
        llm.url().map(URI::toString).ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static StreamingChatModel anthropic(LlmSettings llm) {
        AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder builder = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http())
                .modelName(llm.model())
                .timeout(PATIENCE)
                .maxTokens(MOST_TOKENS)
                .apiKey(llm.key().orElse("none"));
        llm.url().map(URI::toString).ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static StreamingChatModel ollama(LlmSettings llm) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http())
                .modelName(llm.model())
                .timeout(PATIENCE)
                .baseUrl(llm.url().map(URI::toString).orElse(OLLAMA_HERE))
                .build();
    }

    /** HTTP/1.1, because small servers stumble over the upgrade that the JDK's client asks plain HTTP for. */
    private static HttpClientBuilder http() {
        return JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    }
}
