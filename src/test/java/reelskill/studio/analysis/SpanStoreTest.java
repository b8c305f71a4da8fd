package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.ffmpeg.Cancellation;

class SpanStoreTest {
    private static final List<Span> FOUND = List.of(new Span(1, 2));

    @TempDir
    Path folder;

    @Test
    void whoAsksWhatIsBeingFoundOutWaitsForIt() {
        CompletableFuture<List<Span>> other = new CompletableFuture<>();

        List<Span> found = store().spans("film", "person", () -> {
            Thread asking = new Thread(() -> other.complete(ask()));
            asking.start();
            while (asking.getState() != Thread.State.TIMED_WAITING && !other.isDone()) Thread.onSpinWait();
            return FOUND;
        });

        assertThat(found).isEqualTo(FOUND);
        assertThat(other.join()).isEqualTo(FOUND);
    }

    @Test
    void whatFailedIsFoundOutAgain() {
        assertThatThrownBy(() -> store().spans("film", "person", () -> {
                    throw new IllegalStateException("no frames");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store().spans("film", "person", () -> FOUND)).isEqualTo(FOUND);
    }

    private List<Span> ask() {
        return store().spans("film", "person", List::of);
    }

    private SpanStore store() {
        return new SpanStore(folder, new Cancellation());
    }
}
