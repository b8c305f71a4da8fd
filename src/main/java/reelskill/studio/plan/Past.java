package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence may refer back to; what is asked for is remembered, so that it is of one turn. Not thread-safe.
 *
 * @param versionNames what versions of the timeline are called
 * @param last what was done last; asked only where the words mean it
 * @param played ids of the media that some version of the timeline played; asked only where the words mean all of them
 */
public record Past(Set<String> versionNames, Supplier<Optional<LastChange>> last, Supplier<Set<String>> played) {
    public static final Past NONE = new Past(Set.of(), Optional::empty);

    /** A past of which it is not known what played. */
    public Past(Set<String> versionNames, Supplier<Optional<LastChange>> last) {
        this(versionNames, last, Set::of);
    }

    public Past {
        versionNames = Set.copyOf(versionNames);
        last = new Once<>(last);
        played = new Once<>(played);
    }

    /** Every rule may ask, and to answer costs reading versions and a sentence. Not thread-safe. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> source;
        private @Nullable T known;

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            if (known == null) known = source.get();
            return known;
        }
    }
}
