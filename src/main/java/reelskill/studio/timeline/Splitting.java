package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Splits the clips of a timeline. The fade in and the transition stay with the first piece, the fade out with the last;
 * a frame inside a transition splits beside it, since half a transition cannot be.
 */
final class Splitting {
    private final Timeline timeline;
    private final TreeSet<Long> frames;
    private final Ids ids;

    Splitting(Timeline timeline, List<Long> frames) {
        this.timeline = timeline;
        this.frames = new TreeSet<>(frames);
        this.ids = Ids.after(timeline);
    }

    Timeline apply() {
        List<MediaSegment> pieces = new ArrayList<>();
        List<MediaSegment> clips = timeline.clips();
        for (int i = 0; i < clips.size(); i++) {
            boolean last = i + 1 == clips.size();
            split(clips.get(i), last ? 0 : clips.get(i + 1).transition().before(), pieces);
        }
        return pieces.isEmpty() ? timeline : timeline.withClips(TrackKind.VIDEO, pieces);
    }

    /** @param after how many frames at the end of {@code clip} go over into the next */
    private void split(MediaSegment clip, long after, List<MediaSegment> pieces) {
        long from = clip.start();
        for (long wanted : frames.subSet(clip.start() + 1, clip.end())) {
            long frame = Math.max(clip.start() + clip.transition().after(), Math.min(clip.end() - after, wanted));
            if (frame <= from || frame >= clip.end()) continue;
            pieces.add(piece(clip, from, frame));
            from = frame;
        }
        pieces.add(piece(clip, from, clip.end()));
    }

    private MediaSegment piece(MediaSegment clip, long from, long to) {
        boolean first = from == clip.start();
        return clip.piece(first ? clip.id() : ids.next(), from, to)
                .withTransition(first ? clip.transition() : Transition.CUT)
                .withFades(first ? clip.fadeIn() : 0, to == clip.end() ? clip.fadeOut() : 0);
    }
}
