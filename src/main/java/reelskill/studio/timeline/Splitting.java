package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Splits the clips of a timeline. The fade in and the transition stay with the first piece, the fade out with the last. */
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
        for (MediaSegment clip : timeline.clips()) split(clip, pieces);
        return pieces.isEmpty() ? timeline : timeline.withClips(TrackKind.VIDEO, pieces);
    }

    private void split(MediaSegment clip, List<MediaSegment> pieces) {
        long from = clip.start();
        for (long frame : frames.subSet(clip.start() + 1, clip.end())) {
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
