package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reelskill.language.Language;

/** When something stands over the video, as a clause says it. */
final class Showing {
    static final Span WHOLE = new Span(Moment.START, Moment.END);

    private Showing() {}

    /** Returns the time that is said, all of it where none is; empty where the words contradict each other. */
    static Optional<Span> of(Clause clause) {
        List<Span> spans = clause.spans();
        int times = clause.count(Token.TIME);
        if (spans.size() > 1 || (!spans.isEmpty() && times > 0)) return Optional.empty();
        if (!spans.isEmpty()) return Optional.of(spans.get(0));
        boolean edge = clause.has("START") || (clause.has("END") && !clause.has("TO"));
        if (times == 0) return edge ? Optional.empty() : Optional.of(WHOLE);
        return times <= 2 ? timed(clause, times) : Optional.empty();
    }

    private static Optional<Span> timed(Clause clause, int times) {
        Optional<Duration> at = clause.timeAfter("AT", "FROM", "PUT", "AFTER");
        Optional<Duration> length =
                times == 1 && at.isEmpty() ? clause.time() : clause.timeAfter("FOR", "LONG", "OVER");
        if (times == 2 && (at.isEmpty() || length.isEmpty())) {
            if (clause.language() != Language.CHINESE) return Optional.empty();
            List<Duration> both = clause.all(Token.TIME, Duration.class);
            at = Optional.of(both.get(0));
            length = Optional.of(both.get(1));
        }
        if (at.isPresent() && clause.hasAny("START", "END")) return Optional.empty();
        if (clause.has("END")) return length.map(Span::last);
        Moment in = Moment.at(at.orElse(Duration.ZERO));
        Moment out = length.map(time -> new Moment(0, in.offset().plus(time))).orElse(Moment.END);
        return Optional.of(new Span(in, out));
    }
}
