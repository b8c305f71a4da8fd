package reelskill.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What comes to a conversation while it ends on another thread. */
class PeerTest {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Peer peer = new Peer("one");

    @Test
    void streamThatOpensAfterTheEndIsClosed() {
        peer.leave();
        peer.reachThrough(new Stream());
        assertThat(ended).isTrue();
    }

    @Test
    void watchThatBeginsAfterTheEndIsGivenUp() {
        peer.leave();
        peer.watch("test://watched", () -> ended.set(true));
        assertThat(ended).isTrue();
    }

    @Test
    void secondStreamTakesThePlaceOfTheFirst() {
        peer.reachThrough(new Stream());
        peer.reachThrough(message -> {});
        assertThat(ended).isTrue();
    }

    private final class Stream implements Channel {
        @Override
        public void send(ObjectNode message) {}

        @Override
        public void end() {
            ended.set(true);
        }
    }
}
