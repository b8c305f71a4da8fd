package reelskill.studio.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.TimeRange;

/** Removes ranges of time from every track and closes the gaps. One pass over each track. Not thread-safe. */
final class Ripple {
    /** A caption of which less than one part in this many is left goes. */
    private static final int LEAST_OF_CAPTION = 3;

    private final Timeline timeline;
    private final List<FrameRange> cuts;
    /** At i: how many frames the cuts before cut i take. */
    private final long[] removedUpTo;

    private final Ids ids;
    private final long total;

    Ripple(Timeline timeline, List<FrameRange> ranges) {
        this.timeline = timeline;
        this.cuts = FrameRange.merged(ranges);
        this.removedUpTo = sums(cuts);
        this.ids = Ids.after(timeline);
        this.total = timeline.duration() - removedBefore(timeline.duration());
    }

    Timeline close() {
        if (cuts.isEmpty()) return timeline;
        Timeline closed = timeline.withTracks(timeline.tracks().stream()
                .map(track -> MusicBed.isIn(track) ? track : close(track))
                .toList());
        return closed.withMusic(timeline.music().stream()
                .filter(bed -> after(bed.start()) < after(bed.end()))
                .map(this::close)
                .toList());
    }

    /** Music plays on under a cut; what was made louder or quieter under a picture stays under it. */
    private MusicBed close(MusicBed bed) {
        MusicBed closed = bed.over(after(bed.start()), after(bed.end()));
        Optional<VolumeChanges> changes = bed.piece().effects().get(VolumeChanges.class);
        if (changes.isEmpty()) return closed;
        VolumeChanges moved = VolumeChanges.NONE;
        for (VolumeChanges.Stretch stretch : changes.get().stretches()) {
            Duration in = moved(bed, stretch.time().in());
            Duration out = moved(bed, stretch.time().out());
            if (in.compareTo(out) < 0) moved = moved.with(new TimeRange(in, out), stretch.factor());
        }
        MediaSegment piece = bed.piece();
        return closed.withPiece(moved.stretches().isEmpty() ? piece.without(VolumeChanges.class) : piece.with(moved));
    }

    private Duration moved(MusicBed bed, Duration time) {
        long frame = after(bed.start() + timeline.rate().frames(time)) - after(bed.start());
        return Duration.ofMillis(timeline.rate().millis(Math.max(0, frame)));
    }

    private Track close(Track track) {
        if (track.kind() != TrackKind.TEXT) return closeMedia(track);
        return track.isOfCaptions() ? closeCaptions(track) : closeTexts(track);
    }

    private Track closeMedia(Track track) {
        List<Piece> pieces = new ArrayList<>();
        int cut = 0;
        long removed = 0;
        List<Segment> segments = track.segments();
        for (int i = 0; i < segments.size(); i++) {
            MediaSegment whole = (MediaSegment) segments.get(i);
            long spare = i + 1 < segments.size() ? incoming(segments.get(i + 1)).after() : 0;
            long from = whole.start();
            while (cut < cuts.size() && cuts.get(cut).in() < whole.end()) {
                FrameRange range = cuts.get(cut);
                if (range.in() > from) pieces.add(new Piece(whole, from, range.in(), removed, spare));
                if (range.out() > whole.end()) {
                    from = whole.end();
                    break;
                }
                from = Math.max(from, range.out());
                removed += range.duration();
                cut++;
            }
            if (from < whole.end()) pieces.add(new Piece(whole, from, whole.end(), removed, spare));
        }
        return new Track(track.kind(), Insets.joined(dress(pieces, segments)));
    }

    /** Gives each piece its id, its fades and what is left of its transition. */
    private List<Segment> dress(List<Piece> pieces, List<Segment> before) {
        List<Segment> result = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean first = i == 0 || !pieces.get(i - 1).whole.equals(piece.whole);
            boolean last = i == pieces.size() - 1 || !pieces.get(i + 1).whole.equals(piece.whole);
            // The fades at both ends of a track belong to the whole film: they outlive the segment that carried them.
            long fadeIn = i == 0 ? ((MediaSegment) before.get(0)).fadeIn() : first ? piece.whole.fadeIn() : 0;
            long fadeOut = i == pieces.size() - 1
                    ? ((MediaSegment) before.get(before.size() - 1)).fadeOut()
                    : last ? piece.whole.fadeOut() : 0;
            Transition transition = first && i > 0 ? piece.transitionFrom(pieces.get(i - 1)) : Transition.CUT;
            result.add(piece.whole
                    .piece(first ? piece.whole.id() : ids.next(), piece.from, piece.to)
                    .at(piece.from - piece.removed)
                    .withTransition(transition)
                    .withFades(fadeIn, fadeOut));
        }
        return result;
    }

    /** Of a caption, as much time stays as of what it says; where that is the smaller part, it says something else now. */
    private Track closeCaptions(Track track) {
        List<Segment> result = new ArrayList<>();
        for (Segment segment : track.segments()) {
            TextSegment caption = (TextSegment) segment;
            long start = after(caption.start());
            long left = after(caption.end()) - start;
            if (left > 0 && left * LEAST_OF_CAPTION >= caption.duration()) result.add(caption.lasting(start, left));
        }
        return new Track(track.kind(), result);
    }

    private Track closeTexts(Track track) {
        List<Segment> result = new ArrayList<>();
        long free = 0;
        List<Segment> texts = track.segments();
        for (int i = 0; i < texts.size(); i++) {
            TextSegment text = (TextSegment) texts.get(i);
            boolean gone = after(text.start()) == after(text.end());
            if (gone && timeline.clips().stream().anyMatch(clip -> clip.carries(text))) continue;
            long next = i + 1 < texts.size() ? after(texts.get(i + 1).start()) : total;
            long start = Math.max(free, Math.min(after(text.start()), total - text.duration()));
            long end = Math.min(start + text.duration(), Math.max(Math.min(next, total), start));
            // A text whose whole time went together with the next one's would have no frame left to show in.
            if (end <= start) continue;
            result.add(text.lasting(start, end - start));
            free = end;
        }
        return new Track(track.kind(), result);
    }

    /** Returns where the moment {@code frame} is afterwards; a removed one is at its cut. */
    private long after(long frame) {
        return frame - removedBefore(frame);
    }

    private long removedBefore(long frame) {
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts.get(middle).in() < frame) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return 0;
        FrameRange last = cuts.get(low - 1);
        return removedUpTo[low - 1] + Math.min(last.out(), frame) - last.in();
    }

    private static long[] sums(List<FrameRange> cuts) {
        long[] sums = new long[cuts.size() + 1];
        for (int i = 0; i < cuts.size(); i++)
            sums[i + 1] = sums[i] + cuts.get(i).duration();
        return sums;
    }

    private static Transition incoming(Segment segment) {
        return ((MediaSegment) segment).transition();
    }

    /**
     * What is kept of a segment.
     *
     * @param removed frames of the timeline that went before it
     * @param spare frames of media known to exist after the whole segment's out point
     */
    private record Piece(MediaSegment whole, long from, long to, long removed, long spare) {
        /** A transition stays as long as its handles are known to exist and both neighbours carry it. */
        Transition transitionFrom(Piece before) {
            if (before.to - before.removed != from - removed) return Transition.CUT;
            long outgoing = before.spare + before.whole.end() - before.to;
            long incoming = whole.in() + from - whole.start();
            return whole.transition().fitting(incoming, outgoing, Math.min(to - from, before.to - before.from) / 3);
        }
    }
}
