package reelskill.studio.plan;

import java.time.Duration;
import reelskill.media.TimeRange;
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
    /** Returns {@code word} of the clip's media as the clip plays it: cut where the clip is. */
    static Said of(Timeline timeline, MediaSegment clip, Word word, boolean isSure) {
        Duration start = timeline.rate().time(clip.start());
        Duration end = timeline.rate().time(clip.end());
        Duration shift = start.minus(timeline.rate().time(clip.in()));
        Duration in = word.in().plus(shift);
        Duration out = word.out().plus(shift);
        TimeRange time = new TimeRange(in.compareTo(start) < 0 ? start : in, out.compareTo(end) > 0 ? end : out);
        return new Said(new Word(word.text(), time), clip, isSure);
    }

    /** Returns whether {@code clip} plays the middle of {@code word}. */
    static boolean plays(Timeline timeline, MediaSegment clip, Word word) {
        Duration middle = word.in().plus(word.time().duration().dividedBy(2));
        return new TimeRange(timeline.rate().time(clip.in()), timeline.rate().time(clip.out())).contains(middle);
    }

    FrameRange frames(Timeline timeline) {
        long in = timeline.rate().frames(word.in());
        return new FrameRange(in, Math.max(in + 1, timeline.rate().frames(word.out())));
    }
}
