package reelskill.studio.check;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Transition;

/** Which clip is seen at a time of the result, and which time of its medium that is. */
record Places(Timeline timeline) {
    long frame(Duration time) {
        return Math.round(time.toNanos() / 1e9 / timeline.rate().seconds(1));
    }

    Duration time(long frame) {
        return Duration.ofNanos(Math.round(timeline.rate().seconds(frame) * 1e9));
    }

    Optional<MediaSegment> clip(long frame) {
        return timeline.clips().stream()
                .filter(clip -> clip.start() <= frame && frame < clip.end())
                .findFirst();
    }

    /** Returns the time of its medium that a clip shows at a frame of the timeline. */
    Duration mediaTime(MediaSegment clip, long frame) {
        double position = clip.pace().position(clip.in() + frame - clip.start());
        return Duration.ofNanos(
                Math.round(Math.max(0, position) * timeline.rate().seconds(1) * 1e9));
    }

    /** Returns whether all of a range of frames is meant to be dark: it fades, or goes over through black. */
    boolean isMeantDark(long from, long to) {
        return LongStream.range(from, to).allMatch(this::fades);
    }

    private boolean fades(long frame) {
        return timeline.clips().stream().anyMatch(clip -> {
            boolean in = frame >= clip.start() && frame < clip.start() + clip.fadeIn();
            boolean out = frame >= clip.end() - clip.fadeOut() && frame < clip.end();
            Transition transition = clip.transition();
            boolean through = transition.kind() == Transition.Kind.FADE_BLACK
                    && frame >= clip.start() - transition.before()
                    && frame < clip.start() + transition.after();
            return in || out || through;
        });
    }

    /** Returns the part of its medium that a clip shows in a range of frames inside it; a still moment is one frame. */
    TimeRange part(MediaSegment clip, long from, long to) {
        Duration one = mediaTime(clip, from);
        Duration other = mediaTime(clip, Math.max(from, to - 1));
        Duration in = one.compareTo(other) <= 0 ? one : other;
        Duration out = one.compareTo(other) <= 0 ? other : one;
        return new TimeRange(in, out.plus(time(1)));
    }
}
