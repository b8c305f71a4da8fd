package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.studio.store.Store;

class RenderWorkerTest {
    @TempDir
    private Path home;

    @Test
    void whoWaitsForARenderHearsThatItWasStoppedBeforeItBegan() {
        StudioSettings settings = StudioSettings.of(home, StudioMedia.CACHE);
        try (Store store = Store.open(home, settings.clock(), settings.ids(), settings.lease());
                RenderWorker worker = new RenderWorker(store, new Engine(settings, store), settings)) {
            Future<Void> end = worker.nextEnd();
            worker.stop("render_1");
            assertThat(end).isDone();
        }
    }
}
