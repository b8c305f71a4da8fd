package reelskill.studio.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The effects of one segment, at most one of each kind. The order in which they were added means nothing: the renderer
 * knows what comes first.
 */
public record Effects(List<Effect> all) {
    public static final Effects NONE = new Effects(List.of());

    public Effects {
        all = all.stream()
                .sorted(Comparator.comparing(effect -> effect.kind().getSimpleName()))
                .toList();
        if (all.stream().map(Effect::kind).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two effects of one kind in " + all);
        }
    }

    public static Effects of(Collection<? extends Effect> effects) {
        return new Effects(List.copyOf(effects));
    }

    public <E extends Effect> Optional<E> get(Class<E> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Returns these with {@code effect} in place of the one of its kind. */
    public Effects with(Effect effect) {
        return new Effects(Stream.concat(without(effect.kind()).all.stream(), Stream.of(effect))
                .toList());
    }

    public Effects without(Class<? extends Effect> kind) {
        return only(effect -> effect.kind() != kind);
    }

    /** Returns those of these that are {@code wanted}. */
    public Effects only(Predicate<Effect> wanted) {
        return new Effects(all.stream().filter(wanted).toList());
    }
}
