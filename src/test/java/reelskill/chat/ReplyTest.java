package reelskill.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model's answer that comes, and one that does not. */
@Timeout(60)
class ReplyTest {
    private final FakeScreen screen = new FakeScreen();

    @Test
    void modelThatFallsSilentIsGivenUp() {
        Reply reply = new Reply(screen, Duration.ofMillis(1));
        assertThatThrownBy(reply::await).isInstanceOf(LangChain4jException.class);
    }

    @Test
    void answerIsWhatWasSaidInAll() {
        Reply reply = new Reply(screen, Duration.ofMinutes(1));
        AiMessage message = AiMessage.from("Done.");
        reply.onCompleteResponse(ChatResponse.builder().aiMessage(message).build());
        assertThat(reply.await()).isEqualTo(message);
    }

    @Test
    void whoStopsWaitingIsLetGo() {
        Reply reply = new Reply(screen, Duration.ofMinutes(1));
        reply.stop();
        assertThatThrownBy(reply::await).isInstanceOf(CancellationException.class);
    }
}
