package reelskill.studio.server;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.studio.store.StoredMedia;

/** Green and blue screens behind what is filmed, as clients are told of them. */
final class Screens {
    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

    private Screens() {}

    /** Returns the colour behind each of {@code media}, which are looked at where nobody has yet; in their order. */
    static List<Optional<String>> behind(List<StoredMedia> media, SessionFootage footage) {
        return media.parallelStream().map(one -> behind(one, footage)).toList();
    }

    /** An extra: a file whose frames cannot be looked at was taken in all the same. */
    private static Optional<String> behind(StoredMedia media, SessionFootage footage) {
        if (media.facts().video().isEmpty()) return Optional.empty();
        try {
            return footage.screen(media.id()).stream()
                    .mapToObj(rgb -> (rgb >> 8 & 255) > (rgb & 255) ? "green" : "blue")
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.warn("the frames of an upload could not be looked at", e);
            return Optional.empty();
        }
    }
}
