package reelskill.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import reelskill.tools.Plain;

/** A model's answer while it comes. Called on the model's threads; one other waits. */
final class Reply implements StreamingChatResponseHandler {
    private final CompletableFuture<AiMessage> whole = new CompletableFuture<>();
    private final AtomicInteger pieces = new AtomicInteger();
    private final Screen screen;
    private final Duration patience;

    /** @param patience how long nothing may come: the connection's own limit ends with the head of the answer */
    Reply(Screen screen, Duration patience) {
        this.screen = screen;
        this.patience = patience;
    }

    /**
     * Waits for the end.
     *
     * @throws CancellationException if the person stopped waiting
     * @throws RuntimeException the model's own failure, or its silence
     */
    AiMessage await() {
        try {
            return awaited();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private AiMessage awaited() throws InterruptedException, ExecutionException {
        while (true) {
            int before = pieces.get();
            try {
                return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (pieces.get() > before) continue;
                stop();
                throw new LangChain4jException("nothing more came", e);
            }
        }
    }

    void stop() {
        whole.cancel(false);
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        pieces.incrementAndGet();
        if (whole.isCancelled()) context.streamingHandle().cancel();
        else screen.stream(Plain.text(piece.text()));
    }

    @Override
    public void onPartialThinking(PartialThinking thought) {
        pieces.incrementAndGet();
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
        pieces.incrementAndGet();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response.aiMessage());
    }

    @Override
    public void onError(Throwable error) {
        whole.completeExceptionally(error);
    }
}
