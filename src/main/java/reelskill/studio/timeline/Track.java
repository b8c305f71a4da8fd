package reelskill.studio.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A lane of segments in order of time. Time that no segment covers is a gap, through which lower tracks show. */
public record Track(TrackKind kind, List<Segment> segments) {
    public Track {
        segments = List.copyOf(segments);
        long free = 0;
        for (Segment segment : segments) {
            if (segment.start() < free) {
                throw new IllegalArgumentException("segment " + segment.id() + " begins at frame " + segment.start()
                        + " inside the one before it");
            }
            if ((kind == TrackKind.TEXT) != (segment instanceof TextSegment)) {
                throw new IllegalArgumentException(
                        "segment " + segment.id() + " does not belong on a " + kind + " track");
            }
            free = segment.end();
        }
    }

    /** Returns the first frame after the last segment; 0 for an empty track. */
    public long end() {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
    }

    /** Returns whether this is a track of captions, which holds nothing else. */
    boolean isOfCaptions() {
        return !segments.isEmpty() && segments.get(0) instanceof TextSegment text && text.isCaption();
    }

    /** Returns whether no segment plays while {@code segment} would. */
    boolean isFree(Segment segment) {
        return segments.stream().allMatch(other -> other.end() <= segment.start() || other.start() >= segment.end());
    }

    /** Returns this track with {@code segment} in its place; the track must be free there. */
    Track with(Segment segment) {
        return new Track(
                kind,
                Stream.concat(segments.stream(), Stream.of(segment))
                        .sorted(Comparator.comparingLong(Segment::start))
                        .toList());
    }
}
