package reelskill.studio.handoff;

import java.nio.file.Path;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.TextSegment;

/** What documents refer to. */
public interface Materials {
    /** Returns the file of a media id, absolute. */
    Path file(String mediaId);

    MediaFacts facts(String mediaId);

    /** Returns a picture of the size of the canvas with the words at their place and nothing else, absolute. */
    Path picture(TextSegment text);
}
