package reelskill.studio.plan;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a sentence may refer back to.
 *
 * @param versionNames what versions of the timeline are called
 * @param last what was done last; asked only where the words mean it
 */
public record Past(Set<String> versionNames, Supplier<Optional<LastChange>> last) {
    public static final Past NONE = new Past(Set.of(), Optional::empty);

    public Past {
        versionNames = Set.copyOf(versionNames);
    }
}
