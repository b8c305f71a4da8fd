package reelskill.studio.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reelskill.media.Resolution;

/** The end of the work while somebody waits for frames that nobody makes any more. */
@Timeout(60)
class ConveyorTest {
    private static final Resolution SIZE = new Resolution(16, 16);

    private final Conveyor belt = new Conveyor(MatteMode.FAST, new Background.Transparent(), 0);

    @AfterEach
    void close() {
        belt.close();
    }

    @Test
    void whoWaitsForAFrameThatIsNeverFinishedSeesTheEnd() throws Exception {
        Half half = Half.of(new YuvPicture(SIZE));
        belt.put(new Frame(0, half, new Pyramid(half), Optional.empty()), new CompletableFuture<>());
        FutureTask<Optional<Finished>> taking = waiting(new FutureTask<>(belt::take));
        belt.close();
        assertThat(taking.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void whoWaitsForAPictureThatNobodyGivesBackIsLetGo() throws Exception {
        FutureTask<Void> filling = waiting(new FutureTask<>(() -> {
            while (true) belt.empty(SIZE);
        }));
        belt.close();
        assertThatThrownBy(() -> filling.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    private static <T> FutureTask<T> waiting(FutureTask<T> work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
        return work;
    }
}
