package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a sentence may refer back to. Every rule may ask, again and again.
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
        // Reading an earlier sentence may take reading the one before it: asked each time, that would double with every
        // turn.
        last = new Once<>(last);
    }
}
