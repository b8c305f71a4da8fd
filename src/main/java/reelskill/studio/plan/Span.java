package reelskill.studio.plan;

import java.time.Duration;

/** The time from one moment to another, {@code [in, out)}, of a timeline of any length. */
public record Span(Moment in, Moment out) {
    static Span first(Duration length) {
        return new Span(Moment.START, Moment.at(length));
    }

    static Span last(Duration length) {
        return new Span(Moment.beforeEnd(length), Moment.END);
    }

    static Span middle(Duration length) {
        Duration half = length.dividedBy(2);
        return new Span(new Moment(0.5, half.negated()), new Moment(0.5, half));
    }
}
