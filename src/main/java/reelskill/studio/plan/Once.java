package reelskill.studio.plan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is found out when it is first asked for, and then known. Safe for use by many threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T found;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = found;
        if (known == null) {
            known = source.get();
            found = known;
        }
        return known;
    }
}
