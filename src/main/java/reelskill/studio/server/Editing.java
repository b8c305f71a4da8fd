package reelskill.studio.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import reelskill.media.MediaFacts;
import reelskill.studio.plan.LibraryItem;
import reelskill.studio.plan.Timelines;
import reelskill.studio.store.DraftVersion;
import reelskill.studio.store.Library;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.DraftJson;
import reelskill.studio.timeline.Timeline;

/** Timelines as the store keeps them: drafts in versions. Safe for use by many threads. */
record Editing(Store store) {
    /**
     * Takes media into the session's library and, if they are its first, onto its timeline: all of that, or nothing where it
     * fails. Later media wait in the library until they are asked for.
     */
    List<StoredMedia> takeIn(Session session, List<Library.Described> arrivals) throws IOException {
        try {
            return store.sessions().exclusively(session, () -> takeInAlone(session, arrivals));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<StoredMedia> takeInAlone(Session session, List<Library.Described> arrivals) {
        try {
            return store.library().addAll(session, arrivals, added -> begin(session, added));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Session session, List<StoredMedia> added) {
        List<StoredMedia> playable = added.stream().filter(Editing::plays).toList();
        if (playable.isEmpty() || store.versions().head(session).isPresent()) return;
        Timeline first = Timelines.of(
                session.name(), playable.stream().map(Editing::item).toList());
        store.versions().append(session, "upload " + names(playable), draft(first));
    }

    /** Returns the session's timeline; an empty one before the first media. */
    Timeline timeline(Session session) {
        return store.versions()
                .head(session)
                .map(Editing::timeline)
                .orElseGet(() -> Timelines.empty(session.name(), library(session)));
    }

    /**
     * Returns what its person brought and can be put on the timeline: texts are for those who ask what is said, and what was
     * made here is named by its mood or its colour.
     */
    List<LibraryItem> library(Session session) {
        return store.library().list(session).stream()
                .filter(media -> plays(media) && !media.made())
                .map(Editing::item)
                .toList();
    }

    /** Returns all that a sentence can name: the library, and behind it the colour tables. */
    List<LibraryItem> named(Session session) {
        Stream<LibraryItem> tables = store.library().list(session).stream()
                .filter(media -> media.facts().kind() == MediaFacts.Kind.TABLE)
                .map(Editing::item);
        return Stream.concat(library(session).stream(), tables).toList();
    }

    private static boolean plays(StoredMedia media) {
        MediaFacts.Kind kind = media.facts().kind();
        return kind != MediaFacts.Kind.TEXT && kind != MediaFacts.Kind.TABLE;
    }

    static Timeline timeline(DraftVersion version) {
        return DraftJson.read(json(version));
    }

    static JsonNode json(DraftVersion version) {
        return parse(version.draft());
    }

    static JsonNode parse(String draft) {
        try {
            return Exchange.JSON.readTree(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a draft that is not JSON", e);
        }
    }

    static String draft(Timeline timeline) {
        return DraftJson.write(timeline).toString();
    }

    private static LibraryItem item(StoredMedia media) {
        return new LibraryItem(media.id(), media.name(), media.facts());
    }

    private static String names(List<StoredMedia> media) {
        return String.join(", ", media.stream().map(StoredMedia::name).toList());
    }
}
