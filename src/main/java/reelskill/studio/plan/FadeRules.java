package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "fade in and out", "fade to black at the end", "2 second fade out", "开头淡入". */
final class FadeRules {
    private static final Set<String> WORDS =
            Clause.concepts("FADEIN FADEOUT FADEBOTH FADE KIND BLACKNESS ADD TIME FOR OVER EACH AT START END VIDEO"
                    + " SPAN ALL EVERYTHING VAGUE CHANGE ADJECTIVE PUT TO FROM SLIGHTLY LONG");
    private static final Set<String> GONE =
            Clause.concepts("REMOVE NOT FADE FADEIN FADEOUT FADEBOTH ALL AT START END VIDEO");
    private static final Duration DEFAULT = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private FadeRules() {}

    /** "get rid of the fade out". */
    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.hasAny("REMOVE", "NOT") && clause.isMadeOf(GONE);
        boolean both = clause.hasAny("FADEBOTH", "FADE");
        Optional<Duration> in = both || clause.has("FADEIN") ? Optional.of(Duration.ZERO) : Optional.empty();
        Optional<Duration> out = both || clause.has("FADEOUT") ? Optional.of(Duration.ZERO) : Optional.empty();
        boolean named = in.isPresent() || out.isPresent();
        return gone && named ? Optional.of(Reading.of(new Fade(in, out))) : Optional.empty();
    }

    static Optional<Reading> read(Clause clause) {
        if (clause.has("VAGUE") && !clause.all("VAGUE", String.class).equals(List.of("ending")))
            return Optional.empty();
        boolean fade = clause.has("FADE") || clause.all("KIND", String.class).equals(List.of("fade_black"));
        boolean atStart = fade && clause.has("START");
        boolean atEnd = fade
                && !atStart
                && (clause.has("KIND") || clause.has("END") || clause.spans().size() == 1);
        boolean in = clause.hasAny("FADEIN", "FADEBOTH") || (atStart && !clause.has("KIND"));
        boolean out = clause.hasAny("FADEOUT", "FADEBOTH") || atEnd;
        if ((!in && !out) || (clause.has("KIND") && !atEnd) || !clause.isMadeOf(WORDS)) return Optional.empty();
        if (clause.count(Token.TIME) + clause.count(Token.SPAN) > 1) return Optional.empty();
        // "fade in, then fade out, both 2 seconds" goes back to the first.
        if (clause.has("ALL") && !(in && out)) return Optional.empty();
        boolean elsewhere = (!in && clause.has("START")) || (!out && clause.has("END"));
        Optional<Duration> told = clause.time()
                .or(() -> clause.spans().stream().findFirst().flatMap(span -> span.edge(true)
                        .or(() -> span.edge(false))));
        if (elsewhere || (clause.has(Token.SPAN) && told.isEmpty())) return Optional.empty();
        Duration length = told.orElse(DEFAULT);
        if (length.compareTo(LONGEST) > 0) return Optional.empty();
        return Optional.of(Reading.of(
                new Fade(in ? Optional.of(length) : Optional.empty(), out ? Optional.of(length) : Optional.empty())));
    }
}
