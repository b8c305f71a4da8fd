package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.Transition;

/**
 * Where a segment of media begins, ends, or goes over into the next: {@code [start, end)} shows or sounds both, and is
 * empty for a plain cut and at a gap. Picture and sound are cut at the same joints.
 */
record Joint(
        Optional<MediaSegment> outgoing, Optional<MediaSegment> incoming, Transition.Kind kind, long start, long end) {
    long length() {
        return end - start;
    }

    /** True if the media plays on over the joint as if it were not there. */
    boolean isSeamless() {
        if (outgoing.isEmpty() || incoming.isEmpty()) return false;
        MediaSegment before = outgoing.get();
        MediaSegment after = incoming.get();
        return before.runsOnInto(after) && before.volume() == after.volume();
    }

    /** Returns the joints of a track of media in order: n segments have n + 1 joints, and one more for each gap. */
    static List<Joint> of(Track track) {
        List<Joint> joints = new ArrayList<>();
        Optional<MediaSegment> before = Optional.empty();
        for (Segment segment : track.segments()) {
            MediaSegment media = (MediaSegment) segment;
            if (before.isPresent() && before.get().end() < media.start()) {
                joints.add(cut(before, Optional.empty(), before.get().end()));
                before = Optional.empty();
            }
            long earliest = joints.isEmpty() ? 0 : joints.get(joints.size() - 1).end();
            joints.add(
                    before.isPresent()
                            ? between(before.get(), media, earliest)
                            : cut(before, Optional.of(media), media.start()));
            before = Optional.of(media);
        }
        before.ifPresent(last -> joints.add(cut(Optional.of(last), Optional.empty(), last.end())));
        return joints;
    }

    private static Joint cut(Optional<MediaSegment> outgoing, Optional<MediaSegment> incoming, long at) {
        return new Joint(outgoing, incoming, Transition.Kind.CUT, at, at);
    }

    /** A transition longer than the segments beside it have room for is shortened to what they have. */
    private static Joint between(MediaSegment outgoing, MediaSegment incoming, long earliest) {
        Transition transition = incoming.transition();
        long at = incoming.start();
        long start = Math.max(at - transition.before(), earliest);
        long end = Math.min(at + transition.after(), incoming.end());
        return new Joint(Optional.of(outgoing), Optional.of(incoming), transition.kind(), start, end);
    }
}
