package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.Timeline;

/** "under 3 minutes", "to 30 seconds", "a 60-second highlight", "drop the boring parts until it is 2 minutes", "剪到一分钟以内". */
final class FitRules {
    private static final Set<String> WORDS = Clause.concepts(
            "TIME HIGHLIGHT SHORTEN ATMOST TO LONG CHANGE TRIM CUT REMOVE KEEP ONLY BORING PART VIDEO SHAPE UNTIL EVERYTHING"
                    + " RESIZE ADD ABOUT LENGTH EXPORT PUT PLAY ADJECTIVE PRESET OF FROM AT FOR ALL BETWEEN QUIETER START END VAGUE"
                    + " NOT CLIP BACKGROUND FASTER SPEED AGAIN");
    private static final Set<String> VERSION = Clause.concepts("TIME PRESET SHAPE VIDEO ADD CHANGE");
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Set<String> SHARE = Clause.concepts(
            "SHORTEN QUIETER REMOVE CUT TRIM GRAB LENGTH PERCENT FRACTION HALF OFF OFF2 FROM CLIPREF CLIP VIDEO CHANGE EVERYTHING TO ABOUT ONLY BY HALVE FOR");

    private static final Set<String> BY_TIME =
            Clause.concepts("SHORTEN BY TIME CLIPREF CLIP VIDEO CHANGE EVERYTHING ALL EACH ABOUT ONLY");

    private FitRules() {}

    static Optional<Reading> read(Clause clause) {
        boolean half = clause.all("SHORTEN", String.class).contains("half") && !clause.has(Token.TIME);
        if (half && clause.isMadeOf(WORDS)) return Optional.of(Reading.of(new FitTo(half(clause.now()), false, false)));
        Optional<Duration> time = clause.time().filter(length -> length.compareTo(SHORTEST) >= 0);
        boolean ofClip = clause.has("FASTER") && clause.clips().size() == 1;
        if (time.isEmpty()
                || !(clause.isMadeOf(WORDS)
                        || (ofClip && clause.without(Token.CLIPREF).isMadeOf(WORDS)))
                || !isAim(clause)
                || namesAMoment(clause)) return Optional.empty();
        // "don't make it shorter than 30 seconds" is no limit above.
        boolean least = clause.has("NOT") && clause.has("ATMOST") && clause.language() == Language.ENGLISH;
        if (least || deniesPace(clause)) return Optional.empty();
        if (clause.has("FASTER") && clause.has(Token.CLIPREF)) return paced(clause, time.get());
        List<EditOperation> operations = new ArrayList<>();
        if (clause.has("PRESET")) OutputRules.sized(clause).ifPresent(operations::add);
        operations.add(
                clause.has("FASTER") ? new SpeedTo(time.get()) : new FitTo(time.get(), opens(clause), closes(clause)));
        return Optional.of(Reading.of(operations));
    }

    private static boolean isHalf(Clause clause) {
        return clause.all("SHORTEN", String.class).contains("half");
    }

    /** "make clip 2 five seconds shorter", "shorten every clip by 1 second". */
    static Optional<Reading> byTime(Clause clause) {
        boolean by = clause.has("SHORTEN") && clause.has("BY") && clause.isMadeOf(BY_TIME);
        Optional<Duration> time = clause.time().filter(length -> !length.isZero());
        if (!by || time.isEmpty() || clause.clips().size() > 1) return Optional.empty();
        List<Span> end = List.of(Span.last(time.get()));
        if (!clause.clips().isEmpty())
            return Optional.of(
                    Reading.of(new RemoveRanges(end, Optional.of(clause.clips().get(0)))));
        boolean each = clause.has("EACH") || clause.all("ALL", String.class).contains("each");
        if (each)
            return Optional.of(Reading.of(Clips.of(clause.now()).stream()
                    .map(clip -> new RemoveRanges(end, Optional.of(ClipRef.number(clip.number()))))
                    .toList()));
        Duration left = clause.now().rate().time(clause.now().duration()).minus(time.get());
        boolean some = left.compareTo(SHORTEST) >= 0 && !clause.hasAny("CLIP", "ALL");
        return some ? Optional.of(Reading.of(new FitTo(left, false, false))) : Optional.empty();
    }

    /** "a third shorter", "shave 20% off the length of clip 2": a clip loses it at its end. */
    static Optional<Reading> by(Clause clause) {
        Optional<Double> told = clause.one(Token.PERCENT, Double.class)
                .or(() -> clause.text("FRACTION").map(Double::parseDouble))
                .or(() -> clause.hasAny("HALF", "HALVE") || isHalf(clause) ? Optional.of(0.5) : Optional.empty())
                .filter(share -> share > 0 && share < 1);
        boolean shorter = clause.has("SHORTEN")
                || (clause.hasAny("REMOVE", "CUT", "GRAB", "TRIM", "HALVE") && clause.has("LENGTH"))
                || (clause.hasAny("CUT", "TRIM") && clause.has("QUIETER"));
        // "down to a third" names what is left.
        int figures =
                clause.count(Token.PERCENT) + clause.count("FRACTION") + clause.count("HALF") + clause.count("HALVE");
        boolean one = figures + (isHalf(clause) ? 1 : 0) == 1;
        if (told.isEmpty()
                || !one
                || !shorter
                || !clause.isMadeOf(SHARE)
                || clause.clips().size() > 1) return Optional.empty();
        double left = clause.has("TO") ? told.get() : 1 - told.get();
        if (!clause.clips().isEmpty())
            return Optional.of(Reading.of(new RemoveRanges(
                    List.of(new Span(new Moment(left, Duration.ZERO), Moment.END)),
                    Optional.of(clause.clips().get(0)))));
        Timeline now = clause.now();
        Duration length = now.rate().time(Math.round(now.duration() * left));
        return Optional.of(Reading.of(new FitTo(length, false, false)));
    }

    /** "speed clip 1 up so it lasts 5 seconds": it has to be longer now. */
    private static Optional<Reading> paced(Clause clause, Duration length) {
        List<Clips> clips = clause.clips().stream()
                .flatMap(ref -> Clips.find(clause.now(), ref).stream())
                .toList();
        if (clips.size() != 1) return Optional.empty();
        double now = clause.now().rate().seconds(clips.get(0).range().duration());
        double factor = Math.ceil(now / (length.toMillis() / 1000.0) * 1000) / 1000;
        return factor > 1 ? Optional.of(Reading.of(new SetSpeed(factor, true, Target.of(clause)))) : Optional.empty();
    }

    private static Duration half(Timeline timeline) {
        return timeline.rate().time(timeline.duration()).dividedBy(2);
    }

    /** The time is how long it is to be. */
    private static boolean isAim(Clause clause) {
        boolean limit = clause.hasAny("ATMOST", "LONG", "UNTIL", "LENGTH");
        boolean verb = clause.hasAny("SHORTEN", "CHANGE", "TRIM", "CUT", "RESIZE", "BORING", "PUT", "ADD", "EXPORT");
        boolean to =
                clause.timeAfter("TO", "ATMOST", "ABOUT", "CHANGE", "UNTIL").isPresent()
                        || (clause.has("CHANGE") && clause.timeAfter("VIDEO").isPresent())
                        || clause.all("SHORTEN", String.class).contains("to");
        // "cut 4 seconds in total": so much goes, and more than that stays.
        boolean total = clause.has("LONG") && !clause.hasAny("ATMOST", "UNTIL", "LENGTH", "CHANGE", "BORING", "KEEP");
        boolean removes = clause.hasAny("REMOVE", "CUT", "TRIM") && (!limit || total) && !to;
        if (removes && !clause.has("HIGHLIGHT")) return false;
        if (clause.has("HIGHLIGHT") || limit) return true;
        return (verb && to) || ((clause.has("SHAPE") || isVersion(clause)) && !clause.has("AT"));
    }

    /** 15秒的抖音版: a version of that length. */
    private static boolean isVersion(Clause clause) {
        return clause.language() == Language.CHINESE
                && clause.has("PRESET")
                && clause.tokens().stream().allMatch(token -> VERSION.contains(token.concept()));
    }

    /** "from the start", "at 0:30": where, and not how long. What is to be left alone at the ends is something else. */
    private static boolean namesAMoment(Clause clause) {
        boolean edge = clause.hasAny("START", "END", "VAGUE");
        boolean spared = clause.hasAny("KEEP", "NOT");
        return (edge && !spared)
                || clause.timeAfter("AT", "FROM", "START", "END").isPresent();
    }

    private static boolean opens(Clause clause) {
        return clause.hasAny("KEEP", "NOT")
                && (clause.has("START") || clause.all("VAGUE", String.class).contains("opening"));
    }

    private static boolean closes(Clause clause) {
        return clause.hasAny("KEEP", "NOT")
                && (clause.has("END") || clause.all("VAGUE", String.class).contains("ending"));
    }

    /** "shorten it to 15 seconds, without speeding it up" */
    private static boolean deniesPace(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        int pace = said.indexOf("FASTER");
        return pace > 0 && said.get(pace - 1).equals("NOT");
    }
}
