package reelskill.studio.render;

import java.util.ArrayList;
import java.util.List;
import reelskill.studio.render.Piece.Black;
import reelskill.studio.render.Piece.Blend;
import reelskill.studio.render.Piece.Take;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.Effect;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** Pieces at their places on the timeline, in order, with gaps. */
record Lane(List<Placed> pieces) {
    record Placed(long start, Piece piece) {
        long end() {
            return start + piece.length();
        }
    }

    /** Returns the pieces that are seen, from frame 0 to the timeline's end without a gap: the topmost at each time. */
    static List<Piece> seen(Timeline timeline) {
        long duration = timeline.duration();
        if (duration == 0) return List.of();
        Lane seen = new Lane(List.of(new Placed(0, new Black(duration))));
        for (int i = 0; i < timeline.tracks().size(); i++) {
            Track track = timeline.tracks().get(i);
            if (track.kind() == TrackKind.VIDEO && !timeline.insets().isAt(i))
                seen = Lane.of(track).over(seen, duration);
        }
        return seen.pieces.stream().map(Placed::piece).toList();
    }

    /**
     * Returns the pieces of one track.
     *
     * <pre>
     *   |     A     |     B     |   →   |   A   |A → B|   B   |
     * </pre>
     */
    static Lane of(Track track) {
        List<Placed> placed = new ArrayList<>();
        List<Joint> joints = Joint.of(track);
        for (int i = 0; i + 1 < joints.size(); i++) {
            Joint before = joints.get(i);
            Joint after = joints.get(i + 1);
            if (before.length() > 0) placed.add(new Placed(before.start(), blend(before)));
            long start = before.end();
            boolean gap = before.incoming().isEmpty();
            if (!gap && after.start() > start) placed.add(new Placed(start, body(before, after)));
        }
        return new Lane(placed);
    }

    private static Piece blend(Joint joint) {
        MediaSegment outgoing = joint.outgoing().orElseThrow();
        MediaSegment incoming = joint.incoming().orElseThrow();
        return new Blend(
                joint.kind(), take(outgoing, joint.start(), joint.end()), take(incoming, joint.start(), joint.end()));
    }

    /** Returns the frames of {@code segment} from frame {@code from} of the timeline to {@code to}, without its fades. */
    static Take take(MediaSegment segment, long from, long to) {
        return new Take(
                segment.mediaId(),
                segment.in() + from - segment.start(),
                to - from,
                0,
                0,
                // What is only heard must not make the pictures anew.
                segment.effects().only(Effect::isSeen),
                segment.backdrop().filter(Backdrop.Picture.class::isInstance).isPresent() ? segment.in() : 0);
    }

    /** A transition takes the place of a fade at the same end. */
    private static Take body(Joint before, Joint after) {
        MediaSegment segment = before.incoming().orElseThrow();
        Take plain = take(segment, before.end(), after.start());
        long fadeIn = before.length() > 0 ? 0 : Math.min(segment.fadeIn(), plain.length());
        long fadeOut = after.length() > 0 ? 0 : Math.min(segment.fadeOut(), plain.length() - fadeIn);
        return new Take(plain.mediaId(), plain.in(), plain.length(), fadeIn, fadeOut, plain.effects(), plain.origin());
    }

    /** Returns this lane with {@code lower} in its gaps, up to {@code duration}. */
    private Lane over(Lane lower, long duration) {
        List<Placed> all = new ArrayList<>();
        long free = 0;
        for (Placed upper : pieces) {
            all.addAll(lower.between(free, upper.start()));
            all.add(upper);
            free = upper.end();
        }
        all.addAll(lower.between(free, duration));
        return new Lane(all);
    }

    private List<Placed> between(long from, long to) {
        List<Placed> found = new ArrayList<>();
        for (Placed placed : pieces) {
            long start = Math.max(from, placed.start());
            long end = Math.min(to, placed.end());
            if (start < end) found.add(new Placed(start, placed.piece().part(start - placed.start(), end - start)));
        }
        return found;
    }
}
