package reelskill.studio.server;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reelskill.studio.plan.EditPlan;
import reelskill.studio.plan.LastChange;
import reelskill.studio.plan.LibraryItem;
import reelskill.studio.plan.Past;
import reelskill.studio.store.DraftVersion;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * What a session did last: the sentence of its current version, read once more in sight of the version before. So it needs
 * no memory of its own, outlives the process, and an undo takes it back too.
 */
record Memory(Store store, Engine engine) {
    /** Returns what led to the current version; empty at the first, and where that was no sentence. */
    Optional<LastChange> last(Session session, List<LibraryItem> library) {
        Map<Long, DraftVersion> versions = store.versions().list(session).stream()
                .collect(Collectors.toMap(DraftVersion::id, Function.identity()));
        return versions.values().stream()
                .filter(DraftVersion::isCurrent)
                .findFirst()
                .flatMap(head -> leadingTo(head, versions, library));
    }

    /** Returns the ids of all media that any version of the session's timeline plays. */
    Set<String> played(Session session) {
        return store.versions().list(session).stream()
                .flatMap(version -> Editing.timeline(version).clips().stream())
                .map(MediaSegment::mediaId)
                .collect(Collectors.toSet());
    }

    private Optional<LastChange> leadingTo(
            DraftVersion version, Map<Long, DraftVersion> versions, List<LibraryItem> library) {
        return version.parent().stream()
                .mapToObj(versions::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(parent -> change(parent, version.sentence(), versions, library));
    }

    private Optional<LastChange> change(
            DraftVersion parent, String sentence, Map<Long, DraftVersion> versions, List<LibraryItem> library) {
        Timeline before = Editing.timeline(parent);
        Past past = new Past(Set.of(), () -> leadingTo(parent, versions, library));
        EditPlan plan = engine.planner().plan(sentence, before, library, past);
        return plan.operations().isEmpty() ? Optional.empty() : Optional.of(LastChange.of(before, plan));
    }
}
