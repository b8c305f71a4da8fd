package reelskill.studio.render;

import java.util.Map;
import reelskill.studio.timeline.Timeline;

/**
 * What is seen, where it differs from what is heard.
 *
 * @param sources also those of media that was made for it
 */
record Seen(Timeline timeline, Map<String, Source> sources) {}
