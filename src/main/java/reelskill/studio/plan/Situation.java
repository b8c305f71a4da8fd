package reelskill.studio.plan;

import java.util.List;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/**
 * What a sentence is said of.
 *
 * @param now what is on the timeline when it is to be done
 * @param library the session's media, in the order of upload
 */
public record Situation(Timeline now, List<LibraryItem> library, Past past, Language language) {
    public Situation {
        library = List.copyOf(library);
    }
}
