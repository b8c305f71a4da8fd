package reelskill.chat;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A language model to talk to.
 *
 * @param url where it is served; empty for the provider's own address
 * @param key empty where none is set: models on one's own machine need none
 * @param prompt what it is told of its task
 */
public record LlmSettings(Provider provider, String model, Optional<URI> url, Optional<String> key, String prompt) {
    /** Whose protocol the model speaks. */
    public enum Provider {
        OPENAI("OPENAI_API_KEY"),
        ANTHROPIC("ANTHROPIC_API_KEY"),
        OLLAMA("OLLAMA_API_KEY");

        private final String keyVariable;

        Provider(String keyVariable) {
            this.keyVariable = keyVariable;
        }

        /** Returns the environment variable that holds its key. */
        public String keyVariable() {
            return keyVariable;
        }

        /** Returns the provider of a name like {@code openai}; empty if there is none. */
        public static Optional<Provider> named(String name) {
            for (Provider provider : values()) {
                if (provider.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(provider);
            }
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return provider.name().toLowerCase(Locale.ROOT) + ":" + model;
    }
}
