package reelskill.studio.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;

/**
 * Stretches of a segment that are louder or quieter than the rest of it. They stay with what is heard there: trimming the
 * segment moves none of them.
 *
 * @param stretches in order and apart, in whole milliseconds: of the media's own time as played at its pace, for {@link Music} of the time since
 *     its bed begins
 */
public record VolumeChanges(List<Stretch> stretches) implements Effect {
    /** {@code factor} on the segment's volume, 0 for silence, at most 10. */
    public record Stretch(TimeRange time, double factor) {
        public Stretch {
            if (!(factor >= 0 && factor <= 10)) throw new IllegalArgumentException("a volume of " + factor);
        }
    }

    public static final VolumeChanges NONE = new VolumeChanges(List.of());

    public VolumeChanges {
        stretches = stretches.stream()
                .sorted(Comparator.comparing(stretch -> stretch.time().in()))
                .toList();
    }

    /** Returns these with {@code factor} over {@code time}, in place of what was there. */
    public VolumeChanges with(TimeRange time, double factor) {
        List<Stretch> changed = new ArrayList<>();
        for (Stretch old : stretches) {
            add(changed, old.time().in(), least(old.time().out(), time.in()), old.factor());
            add(changed, most(old.time().in(), time.out()), old.time().out(), old.factor());
        }
        if (factor != 1) changed.add(new Stretch(time, factor));
        return new VolumeChanges(changed);
    }

    /** Returns these where what is heard plays at {@code to} instead of {@code from}. */
    VolumeChanges paced(Pace from, Pace to, FrameRate rate) {
        List<Stretch> moved = new ArrayList<>();
        for (Stretch stretch : stretches) {
            long one = played(stretch.time().in(), from, to, rate);
            long other = played(stretch.time().out(), from, to, rate);
            Duration in = Duration.ofMillis(rate.millis(Math.max(0, Math.min(one, other))));
            Duration out = Duration.ofMillis(rate.millis(Math.max(one, other)));
            add(moved, in, out, stretch.factor());
        }
        return new VolumeChanges(moved);
    }

    private static long played(Duration time, Pace from, Pace to, FrameRate rate) {
        return to.played(from.position(rate.frames(time)));
    }

    private static void add(List<Stretch> changed, Duration in, Duration out, double factor) {
        if (in.compareTo(out) < 0) changed.add(new Stretch(new TimeRange(in, out), factor));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public boolean isSeen() {
        return false;
    }

    @Override
    public Class<VolumeChanges> kind() {
        return VolumeChanges.class;
    }
}
