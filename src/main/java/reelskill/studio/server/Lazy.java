package reelskill.studio.server;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that costs time to make: made once, when it is first needed. Safe for use by many threads. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Waits for whoever makes it; one that could not be made is tried again. */
    synchronized T get() {
        T found = made;
        if (found == null) {
            found = maker.get();
            made = found;
        }
        return found;
    }
}
