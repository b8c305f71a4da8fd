package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;

/** "cut the boring parts", "remove pauses longer than 1 second, keep 0.3 s around", "去掉静音". */
final class BoringRules {
    private static final Set<String> WORDS = Clause.concepts(
            "BORING SILENCE QUIETWORD STILLNESS PART REMOVE CUT TRIM ALL ONLY"
                    + " LONGER OVER AROUND AGGRESSIVE GENTLE TIGHTEN KEEP TIME VIDEO CLIP BETWEEN SLIGHTLY ADJECTIVE EACH LONG START END BOTHENDS OFF OFF2 AT FROM SHAPE PICTURE WHICH NOT SHORTEN");
    private static final Set<String> TALK =
            Clause.concepts("TALK KEEP ONLY RESTGONE VIDEO ALL REMOVE CUT EVERYTHING BORING SILENCE");
    private static final BoringRule AGGRESSIVE =
            new BoringRule(Duration.ofMillis(400), Duration.ofMillis(100), Duration.ofSeconds(1), 3);
    private static final BoringRule GENTLE =
            new BoringRule(Duration.ofSeconds(1), Duration.ofMillis(250), Duration.ofSeconds(3), -3);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);
    private static final Duration MOST_PAUSE = Duration.ofMinutes(1);

    private BoringRules() {}

    static Optional<Reading> read(Clause clause) {
        // 只留说话的部分: the pauses go.
        boolean talk = clause.has("TALK") && clause.has("KEEP");
        if (talk && clause.isMadeOf(TALK))
            return Optional.of(Reading.of(new CutBoring(rule(clause, Optional.empty(), Optional.empty()))));
        // 静音全部剪掉: all of it is what goes anyway.
        boolean wholly = clause.language() == Language.CHINESE
                && clause.all("EVERYTHING", String.class).equals(List.of(""));
        if (wholly) return read(clause.without("EVERYTHING"));
        boolean named = clause.hasAny("BORING", "SILENCE", "QUIETWORD", "STILLNESS");
        boolean shortened = clause.has("SHORTEN") && clause.hasAny("SILENCE", "STILLNESS");
        boolean action = clause.hasAny("REMOVE", "CUT", "TRIM", "TIGHTEN") || shortened;
        boolean shortStay = keepsShort(clause);
        boolean edge = clause.hasAny("START", "END", "BOTHENDS");
        boolean unclear = (edge && clause.hasAny("CLIP", "ALL", "EACH", "BORING", "BETWEEN"))
                || (!edge && clause.hasAny("OFF", "OFF2", "AT"))
                || (clause.has("NOT") && !shortStay)
                || (clause.has("KEEP") && !clause.has("AROUND") && !shortStay);
        if (!named || !action || unclear || !clause.isMadeOf(WORDS)) return Optional.empty();
        Optional<Duration> longer = clause.timeAfter("LONGER", "OVER");
        Optional<Duration> around = around(clause);
        int told = (longer.isPresent() ? 1 : 0) + (around.isPresent() ? 1 : 0);
        if (clause.count(Token.TIME) != told
                || (clause.hasAny("LONGER", "OVER") != longer.isPresent() && !keepsShort(clause)))
            return Optional.empty();
        boolean possible = longer.filter(time -> time.compareTo(LEAST_PAUSE) < 0 || time.compareTo(MOST_PAUSE) > 0)
                        .isEmpty()
                && around.filter(time -> time.compareTo(MOST_PAUSE) > 0).isEmpty();
        return possible
                ? Optional.of(Reading.of(new CutBoring(rule(clause, longer, around), place(clause))))
                : Optional.empty();
    }

    private static CutBoring.Place place(Clause clause) {
        boolean both = clause.has("BOTHENDS") || (clause.has("START") && clause.has("END"));
        if (both) return CutBoring.Place.BOTH_ENDS;
        if (clause.has("START")) return CutBoring.Place.START;
        return clause.has("END") ? CutBoring.Place.END : CutBoring.Place.EVERYWHERE;
    }

    /** "remove long pauses but keep the short ones": what goes must be named beside what stays. */
    private static boolean keepsShort(Clause clause) {
        boolean both = clause.all("SILENCE", String.class).contains("short") && clause.count("SILENCE") > 1;
        return both && clause.hasAny("KEEP", "NOT") && clause.hasAny("LONG", "LONGER");
    }

    /** "keep 0.3 s around", "0.3 s padding", "前后各留0.3秒". */
    private static Optional<Duration> around(Clause clause) {
        if (!clause.has("AROUND")) return Optional.empty();
        return clause.timeAfter("KEEP", "AROUND", "EACH")
                .or(() -> clause.has("LONGER") ? Optional.empty() : clause.time());
    }

    static BoringRule rule(Clause clause, Optional<Duration> longer, Optional<Duration> around) {
        BoringRule base = clause.has("AGGRESSIVE")
                ? AGGRESSIVE
                : clause.has("GENTLE") || keepsShort(clause) ? GENTLE : BoringRule.DEFAULT;
        boolean stills = clause.hasAny("BORING", "STILLNESS");
        boolean pauses = clause.hasAny("BORING", "SILENCE", "QUIETWORD", "TALK");
        if (!pauses)
            return new BoringRule(
                    CutBoring.NEVER, base.padding(), longer.orElse(base.shortestStill()), base.sensitivityDb());
        Duration pause = longer.orElse(base.shortestPause());
        Duration padding = around.orElse(base.padding());
        // What was said wins; the other number gives way, and the report states both.
        if (around.isPresent() && longer.isEmpty() && pause.compareTo(padding.multipliedBy(2)) <= 0) {
            pause = padding.multipliedBy(2).plus(LEAST_PAUSE);
        }
        if (pause.compareTo(padding.multipliedBy(2)) <= 0) padding = pause.dividedBy(4);
        return new BoringRule(pause, padding, stills ? base.shortestStill() : CutBoring.NEVER, base.sensitivityDb());
    }
}
