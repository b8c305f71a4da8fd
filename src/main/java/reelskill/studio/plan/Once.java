package reelskill.studio.plan;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is found out when it is first asked for, and then known. Safe for use by many threads. */
final class Once<T> implements Supplier<Optional<T>> {
    private final Supplier<Optional<T>> source;
    private @Nullable Optional<T> found;

    Once(Supplier<Optional<T>> source) {
        this.source = source;
    }

    @Override
    public synchronized Optional<T> get() {
        Optional<T> known = found;
        if (known == null) {
            known = source.get();
            found = known;
        }
        return known;
    }
}
