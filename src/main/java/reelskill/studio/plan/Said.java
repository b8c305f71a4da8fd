package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.Word;

/**
 * A word as the timeline plays it.
 *
 * @param word its time is the timeline's
 * @param clip the clip that plays it
 * @param isSure whether it was recognized for sure
 */
record Said(Word word, MediaSegment clip, boolean isSure) {
    /** Returns {@code word} of the clip's media as the clip plays it, cut where the clip is; empty where it does not. */
    static Optional<Said> of(Timeline timeline, MediaSegment clip, Word word, boolean isSure) {
        Played played = new Played(timeline, clip);
        Duration middle = word.in().plus(word.time().duration().dividedBy(2));
        if (!played.plays(middle)) return Optional.empty();
        return played.of(word.time()).map(time -> new Said(new Word(word.text(), time), clip, isSure));
    }

    FrameRange frames(Timeline timeline) {
        long in = timeline.rate().frames(word.in());
        return new FrameRange(in, Math.max(in + 1, timeline.rate().frames(word.out())));
    }
}
