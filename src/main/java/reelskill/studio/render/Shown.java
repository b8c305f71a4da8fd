package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * A segment of a picture track, and what is seen of it: its own frames and those that transitions take from beside it.
 *
 * @param first counted like the segment's in point
 */
record Shown(MediaSegment segment, long first, long length) {
    static List<Shown> of(Timeline timeline, Predicate<MediaSegment> wanted) {
        List<Shown> found = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            if (track.kind() != TrackKind.VIDEO) continue;
            List<Segment> segments = track.segments();
            for (int i = 0; i < segments.size(); i++) {
                MediaSegment media = (MediaSegment) segments.get(i);
                if (!wanted.test(media)) continue;
                boolean last = i + 1 == segments.size();
                long after = last
                        ? 0
                        : ((MediaSegment) segments.get(i + 1)).transition().after();
                long first = Math.max(0, media.in() - media.transition().before());
                found.add(new Shown(media, first, media.out() + after - first));
            }
        }
        return found;
    }
}
