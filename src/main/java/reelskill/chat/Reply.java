package reelskill.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import reelskill.tools.Plain;

/** A model's answer while it comes. Called on the model's threads; one other waits. */
final class Reply implements StreamingChatResponseHandler {
    private final CompletableFuture<AiMessage> whole = new CompletableFuture<>();
    private final Screen screen;

    Reply(Screen screen) {
        this.screen = screen;
    }

    /**
     * Waits for the end.
     *
     * @throws CancellationException if the person stopped waiting
     * @throws RuntimeException the model's own failure
     */
    AiMessage await() {
        try {
            return whole.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    void stop() {
        whole.cancel(false);
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        if (whole.isCancelled()) context.streamingHandle().cancel();
        else screen.stream(Plain.text(piece.text()));
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
