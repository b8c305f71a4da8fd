package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays the clips of a timeline anew where some of them last longer or shorter than before, and moves everything else
 * along: what began with a moment of a clip begins with it again. Not thread-safe.
 */
final class Relaying {
    private final Timeline timeline;
    private final List<MediaSegment> clips = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private long before;
    private long after;
    private long spare;

    Relaying(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Time of the timeline as it was, and what it became. */
    private record Stretch(long from, long to, long newFrom, long newTo) {
        long after(long frame) {
            if (frame >= to) return newTo + frame - to;
            return newFrom + Math.round((double) (frame - from) * (newTo - newFrom) / (to - from));
        }
    }

    /**
     * Lets {@code clip} play where {@code place} was. Gaps between places stay as long as they are.
     *
     * @param spareAfter frames, as it plays, that its media is known to have after its out point
     */
    void lay(FrameRange place, MediaSegment clip, long spareAfter) {
        after += place.in() - before;
        stretches.add(new Stretch(place.in(), place.out(), after, after + clip.duration()));
        before = place.out();
        add(clip, spareAfter);
    }

    /** Lets {@code clip} play next, in time of its own. */
    void insert(MediaSegment clip, long spareAfter) {
        add(clip, spareAfter);
    }

    private void add(MediaSegment clip, long spareAfter) {
        MediaSegment last = clips.isEmpty() ? null : clips.get(clips.size() - 1);
        clips.add(clip.at(after).withTransition(fitting(last, clip)));
        after += clip.duration();
        spare = spareAfter;
    }

    private Transition fitting(@Nullable MediaSegment last, MediaSegment clip) {
        if (last == null || last.end() != after || clip.transition().isCut()) return Transition.CUT;
        return clip.transition().fitting(clip.in(), spare, Math.min(last.duration(), clip.duration()) / 3);
    }

    Timeline done() {
        Timeline laid = timeline.withClips(TrackKind.VIDEO, clips);
        int main = timeline.tracks().indexOf(trackOf(timeline.clips().get(0)));
        List<Track> moved = new ArrayList<>(laid.tracks());
        for (int i = 0; i < moved.size(); i++) {
            if (i != main && !MusicBed.isIn(moved.get(i))) moved.set(i, moved(moved.get(i)));
        }
        Timeline done = laid.withTracks(moved);
        return done.withMusic(done.music().stream()
                .filter(bed -> after(bed.start()) < after(bed.end()))
                .map(bed -> bed.over(after(bed.start()), after(bed.end())))
                .toList());
    }

    private Track trackOf(MediaSegment clip) {
        return timeline.tracks().stream()
                .filter(track -> track.segments().contains(clip))
                .findFirst()
                .orElseThrow();
    }

    /** What touched its neighbour still does; nothing begins before the one before it ends, or plays beyond the whole. */
    private Track moved(Track track) {
        long total = after(timeline.duration());
        List<Segment> result = new ArrayList<>();
        long free = 0;
        long wasEnd = -1;
        for (Segment segment : track.segments()) {
            boolean touches = segment.start() == wasEnd && !(segment instanceof TextSegment);
            wasEnd = segment.end();
            long start = touches ? free : Math.max(free, after(segment.start()));
            long end = Math.min(start + segment.duration(), total);
            if (end <= start) continue;
            result.add(
                    segment instanceof TextSegment text
                            ? text.lasting(start, end - start)
                            : ended((MediaSegment) segment.at(start), end));
            free = end;
        }
        return new Track(track.kind(), result);
    }

    private static MediaSegment ended(MediaSegment media, long end) {
        return media.piece(media.id(), media.start(), end).withFades(media.fadeIn(), media.fadeOut());
    }

    /** Returns where the moment {@code frame} is now. */
    private long after(long frame) {
        long moved = frame;
        for (Stretch stretch : stretches) {
            if (stretch.from > frame) break;
            moved = stretch.after(frame);
        }
        return moved;
    }
}
