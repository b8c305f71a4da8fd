package reelskill.studio.plan;

import java.time.Duration;
import java.util.Optional;

/** The time from one moment to another, {@code [in, out)}, of a timeline of any length. */
public record Span(Moment in, Moment out) {
    static Span first(Duration length) {
        return new Span(Moment.START, Moment.at(length));
    }

    static Span last(Duration length) {
        return new Span(Moment.beforeEnd(length), Moment.END);
    }

    /** Returns the time of that length which begins at the same moment. */
    Span lasting(Duration length) {
        return new Span(in, new Moment(in.share(), in.offset().plus(length)));
    }

    /** Returns as much time from another moment on, or up to the end; from a part of the timeline to its end where nobody said how long. */
    Span beginning(Moment moment) {
        boolean known = in.share() == out.share();
        Duration length = out.offset().minus(in.offset());
        if (moment.equals(Moment.END)) return known ? last(length) : this;
        return new Span(
                moment, known ? new Moment(moment.share(), moment.offset().plus(length)) : out);
    }

    /** Returns how long it is if it is the first, or else the last, part of the timeline. */
    Optional<Duration> edge(boolean start) {
        if (start) return in.equals(Moment.START) && out.share() == 0 ? Optional.of(out.offset()) : Optional.empty();
        return out.equals(Moment.END) && in.share() == 1
                ? Optional.of(in.offset().negated())
                : Optional.empty();
    }

    /** Returns the middle of a timeline of any length, as long as {@code share} of it. */
    static Span middle(double share) {
        return new Span(new Moment(0.5 - share / 2, Duration.ZERO), new Moment(0.5 + share / 2, Duration.ZERO));
    }

    static Span middle(Duration length) {
        Duration half = length.dividedBy(2);
        return new Span(new Moment(0.5, half.negated()), new Moment(0.5, half));
    }
}
