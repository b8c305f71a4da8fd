package reelskill.studio.plan;

import reelskill.media.MediaFacts;
import reelskill.studio.timeline.MediaSegment;

/** One file of a session: its id, the name that its person gave it, and what is in it. */
public record LibraryItem(String id, String name, MediaFacts facts) {
    /** What the names of files begin with that were composed here and not uploaded. */
    public static final String COMPOSED = "♪ ";

    /** Returns whether it is a colour table, which plays nowhere and is no file that "the second video" counts. */
    boolean isTable() {
        return facts.kind() == MediaFacts.Kind.TABLE;
    }

    /** Returns whether it was made here and not brought by anybody: music, or a card. */
    public boolean isMade() {
        return name.startsWith(COMPOSED) || name.startsWith(MediaSegment.CARD);
    }
}
