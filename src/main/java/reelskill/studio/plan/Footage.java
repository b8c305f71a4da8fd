package reelskill.studio.plan;

import java.util.List;
import reelskill.media.MediaFacts;
import reelskill.media.TimeRange;

/** What a plan may ask about the media of a session. Answers may take as long as an analysis does. */
public interface Footage {
    /** Returns the facts of one file of the session's library. */
    MediaFacts facts(String mediaId);

    /**
     * Returns the stretches in which nothing is said and nothing happens, in the media's own time, in order, apart from
     * each other and already shortened by the rule's padding: each can be removed as it is.
     */
    List<TimeRange> boringStretches(String mediaId, BoringRule rule);

    /** Returns whether anybody is seen in a few frames from all over the picture of a file; not in one without a picture. */
    boolean showsPerson(String mediaId);
}
