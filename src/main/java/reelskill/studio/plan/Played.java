package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Timeline;

/** When a clip plays what its media has, at the clip's speed. Backwards and frozen, it says nothing that can be understood. */
record Played(Timeline timeline, MediaSegment clip) {
    /** Returns when {@code time} of the media plays on the timeline, cut where the clip is; empty where none of it does. */
    Optional<TimeRange> of(TimeRange time) {
        if (!(clip.pace() instanceof Pace.Speed)) return Optional.empty();
        Duration in = latest(timeline.rate().time(clip.start()), at(time.in()));
        Duration out = earliest(timeline.rate().time(clip.end()), at(time.out()));
        return in.compareTo(out) < 0 ? Optional.of(new TimeRange(in, out)) : Optional.empty();
    }

    /** Returns whether the clip plays {@code moment} of the media. */
    boolean plays(Duration moment) {
        Duration at = at(moment);
        return clip.pace() instanceof Pace.Speed
                && at.compareTo(timeline.rate().time(clip.start())) >= 0
                && at.compareTo(timeline.rate().time(clip.end())) < 0;
    }

    private Duration at(Duration moment) {
        double factor = clip.pace().factor();
        Duration played = factor == 1 ? moment : Duration.ofNanos(Math.round(moment.toNanos() / factor));
        return played.minus(timeline.rate().time(clip.in()))
                .plus(timeline.rate().time(clip.start()));
    }

    private static Duration latest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration earliest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
