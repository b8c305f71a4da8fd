package reelskill.cli;

import org.jspecify.annotations.Nullable;
import reelskill.session.Workplace;
import reelskill.studio.server.Studio;

/** An open backend, and the studio that was started for it; null where it runs elsewhere. */
record Bench(Workplace place, @Nullable Studio studio) implements AutoCloseable {
    @Override
    public void close() {
        if (studio != null) {
            studio.close();
        }
    }
}
