package reelskill.studio.plan;

import reelskill.media.MediaFacts;

/** One file of a session: its id, the name that its person gave it, and what is in it. */
public record LibraryItem(String id, String name, MediaFacts facts) {
    /** Returns whether it is a colour table, which plays nowhere and is no file that "the second video" counts. */
    boolean isTable() {
        return facts.kind() == MediaFacts.Kind.TABLE;
    }
}
