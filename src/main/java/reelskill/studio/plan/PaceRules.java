package reelskill.studio.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/** "speed up 2x", "slow motion on the second clip", "play it backwards", "freeze at 0:05 for 2 seconds", "加速到1.5倍". */
final class PaceRules {
    private static final Set<String> WHERE =
            Clause.concepts("CLIPREF CLIP VIDEO SPAN PART ALL EVERYTHING AT TO FOR FROM BETWEEN PLAY CHANGE ADD PUT");
    private static final Set<String> SPEED = Clause.union(
            WHERE,
            Clause.concepts("SPEED FASTER SLOWER SLOWMO FACTOR RATE PERCENT SLIGHTLY LOUDER QUIETER HALVE HALF DOUBLE"
                    + " REMOVE RESTORE REDO UNDO ORIGINAL BACK STRONG MUCH NUMBER STEP BORING MIDDLE ADJECTIVE"));
    private static final Set<String> REVERSE = Clause.union(WHERE, Set.of("REVERSE"));
    private static final Set<String> FREEZE = Clause.concepts(
            "FREEZE FRAME AT TO FOR PART TIME START END ORDINAL VIDEO ADD PUT MIDDLE CLIP SHAPE PICTURE CLIPREF BACK FRONT");
    private static final Set<String> PACE =
            Clause.concepts("SPEED FASTER SLOWER SLOWMO FACTOR RATE PERCENT SLIGHTLY HALF HALVE DOUBLE");
    private static final double STEP = 1.25;

    private PaceRules() {}

    /** "speed up the pauses 4x", 停顿加速3倍: they alone, and no word. */
    static Optional<Reading> pauses(Clause clause) {
        boolean named = clause.hasAny("SILENCE", "STILLNESS", "BORING") && clause.hasAny("FASTER", "SPEED", "PLAY");
        if (!named || clause.hasAny(Token.CLIPREF, Token.SPAN)) return Optional.empty();
        Clause speed =
                clause.without("SILENCE").without("STILLNESS").without("BORING").without("WHICH");
        return speed(speed).flatMap(reading -> {
            if (reading.question().isPresent())
                return Optional.of(Reading.ask(reading.question().get().words(), Question.SAID_AND_BLANK));
            boolean paced = reading.operations().size() == 1
                    && reading.operations().get(0) instanceof SetSpeed set
                    && set.target().equals(Target.ALL)
                    && !set.factor();
            CutBoring pauses = new CutBoring(BoringRules.rule(clause, Optional.empty(), Optional.empty()));
            return paced
                    ? Optional.of(Reading.of(new SpeedPauses(
                            pauses, ((SetSpeed) reading.operations().get(0)).amount())))
                    : Optional.empty();
        });
    }

    static Optional<Reading> speed(Clause said) {
        Clause clause = usual(said);
        boolean about = clause.hasAny("SPEED", "FASTER", "SLOWER", "SLOWMO", "RATE")
                || (clause.has("FACTOR") && clause.hasAny("PLAY", "SPAN", "CLIPREF", "ALL", "EVERYTHING"))
                || (clause.has("PLAY") && clause.has("AT") && isShare(clause));
        // "speed up from 1x to 3x" changes it on the way.
        boolean ramp = clause.count("FACTOR") == 2 && clause.has("FROM") && clause.has("TO");
        if (about && ramp && clause.isMadeOf(SPEED))
            return Unavailable.of("ramp", clause.language()).map(Reading::notAvailable);
        Target target = Target.of(clause);
        if (!about || !target.isClear() || !clause.isMadeOf(SPEED) || figures(clause) > 1) return Optional.empty();
        // "the boring middle part, 20 to 40 s" describes what its times name; without them it is another wish.
        if (clause.hasAny("BORING", "MIDDLE", "BETWEEN") && clause.spans().isEmpty()) return Optional.empty();
        if (clause.hasAny("REMOVE", "RESTORE", "REDO", "UNDO", "ORIGINAL")) return normal(clause, target);
        boolean faster = clause.has("FASTER") || (clause.has("SPEED") && clause.has("LOUDER"));
        boolean slower = clause.hasAny("SLOWER", "SLOWMO") || (clause.has("SPEED") && clause.has("QUIETER"));
        // "a bit faster, and louder" is two wishes; "turn the speed up" is one.
        boolean sound = clause.hasAny("FASTER", "SLOWER", "SLOWMO") && clause.hasAny("LOUDER", "QUIETER");
        if ((faster && slower) || sound) return Optional.empty();
        Optional<SetSpeed> told = percent(clause, faster, slower, target)
                .or(() -> times(clause, faster, slower, target))
                .or(() -> small(clause, faster, slower, target));
        if (told.isPresent()) return told.map(Reading::of);
        if (figures(clause) > 0 || clause.has("SLIGHTLY")) return Optional.empty();
        if (clause.has("SLOWMO")) return Optional.of(Reading.of(new SetSpeed(0.5, false, target)));
        return ask(clause, faster, slower, target);
    }

    /** 正常 is a speed where the speed is talked of: 第一段偏黄，调正常一点 is not. */
    private static Clause usual(Clause said) {
        boolean paced = said.hasAny("SPEED", "FASTER", "SLOWER", "SLOWMO", "PLAY", "RESTORE", "REDO")
                || said.last().get().stream().anyMatch(one -> one instanceof SetSpeed || one instanceof SpeedTo);
        return said.with(said.tokens().stream()
                .map(token ->
                        token.value().equals("usual") ? (paced ? token.as("RATE", "1") : token.as("USUAL")) : token)
                .toList());
    }

    /** "play it at 0.75": a count has no fraction. */
    private static boolean isShare(Clause clause) {
        return clause.one(Token.NUMBER, Double.class)
                .filter(number -> number != Math.rint(number))
                .isPresent();
    }

    private static int figures(Clause clause) {
        return clause.count("FACTOR")
                + clause.count("RATE")
                + clause.count(Token.NUMBER)
                + clause.count(Token.PERCENT)
                + clause.count("HALF")
                + clause.count("HALVE")
                + clause.count("DOUBLE");
    }

    private static Optional<Reading> normal(Clause clause, Target target) {
        // 把加速取消
        boolean changed = clause.hasAny("FASTER", "SLOWER") && clause.language() == Language.CHINESE;
        boolean plain =
                (changed || clause.hasAny("SPEED", "SLOWMO", "RATE")) && figures(clause) == clause.count("RATE");
        boolean other = clause.all("RATE", String.class).stream().anyMatch(rate -> !rate.equals("1"));
        return plain && !other ? Optional.of(Reading.of(new SetSpeed(1, false, target))) : Optional.empty();
    }

    /** "150% speed" and "to 50%" name the speed; "20% faster" a change. */
    private static Optional<SetSpeed> percent(Clause clause, boolean faster, boolean slower, Target target) {
        Optional<Double> share = clause.one(Token.PERCENT, Double.class);
        if (share.isEmpty()) return Optional.empty();
        boolean level = (!faster && !slower) || clause.hasAny("TO", "AT", "SLOWMO");
        if (level) return fitting(share.get(), faster, slower).map(speed -> new SetSpeed(speed, false, target));
        double amount = faster ? 1 + share.get() : 1 - share.get();
        return amount > 0 ? Optional.of(new SetSpeed(amount, true, target)) : Optional.empty();
    }

    private static Optional<SetSpeed> times(Clause clause, boolean faster, boolean slower, Target target) {
        OptionalDouble told = told(clause);
        if (told.isEmpty() || told.getAsDouble() <= 0) return Optional.empty();
        double times = told.getAsDouble();
        // 加速一倍, "once faster", is twice as fast; "2x slower" is half as fast.
        if (clause.has("FACTOR") && times == 1 && (faster || slower)) times = 2;
        boolean divides = slower && times > 1;
        return fitting(divides ? 1 / times : times, faster, slower).map(speed -> new SetSpeed(speed, false, target));
    }

    private static OptionalDouble told(Clause clause) {
        Optional<Double> factor = clause.one("FACTOR", Double.class);
        if (factor.isPresent()) return OptionalDouble.of(factor.get());
        Optional<Double> by = clause.one(Token.NUMBER, Double.class)
                .filter(number -> clause.hasAny("FASTER", "SLOWER") || isShare(clause));
        if (by.isPresent()) return OptionalDouble.of(by.get());
        Optional<String> rate = clause.text("RATE");
        if (rate.isPresent()) return OptionalDouble.of(Double.parseDouble(rate.get()));
        if (clause.hasAny("HALF", "HALVE")) return OptionalDouble.of(0.5);
        return clause.has("DOUBLE") ? OptionalDouble.of(2) : OptionalDouble.empty();
    }

    /** Returns {@code speed} unless the words say the opposite: "speed up to half speed" is asked about, not done. */
    private static Optional<Double> fitting(double speed, boolean faster, boolean slower) {
        boolean odd = (faster && speed <= 1) || (slower && speed >= 1);
        return odd || speed <= 0 ? Optional.empty() : Optional.of(speed);
    }

    private static Optional<SetSpeed> small(Clause clause, boolean faster, boolean slower, Target target) {
        boolean some = clause.has("SLIGHTLY") && (faster || slower) && figures(clause) == 0;
        return some ? Optional.of(new SetSpeed(faster ? STEP : 1 / STEP, true, target)) : Optional.empty();
    }

    private static Optional<Reading> ask(Clause clause, boolean faster, boolean slower, Target target) {
        // The question would lose which part.
        if (clause.hasAny("PART", "BETWEEN", "MIDDLE") && target.equals(Target.ALL)) return Optional.empty();
        boolean wants = faster || slower || clause.hasAny("CHANGE", "ADD");
        if (!wants) return Optional.empty();
        String words = faster
                ? clause.say("How fast? For example: 1.5x; 2x", "加速到几倍？例如：1.5倍、2倍")
                : slower
                        ? clause.say("How slow? For example: 0.5x; 0.75x", "放慢到几倍？例如：0.5倍、0.75倍")
                        : clause.say("What speed? For example: 2x; 0.5x", "几倍速？例如：2倍、0.5倍");
        return Optional.of(Reading.ask(words, Question.SAID_AND_BLANK));
    }

    /** "in reverse at half speed" asks for both. */
    static Optional<Reading> backwardsAt(Clause clause) {
        if (!clause.has("REVERSE") || !clause.hasAny("RATE", "FACTOR", "SLOWMO", "FASTER", "SLOWER"))
            return Optional.empty();
        Optional<Reading> pace = speed(clause.without("REVERSE")).filter(Reading::asksForSomething);
        Clause turned = clause.with(clause.tokens().stream()
                .filter(token -> !PACE.contains(token.concept()))
                .toList());
        return pace.flatMap(speed -> backwards(turned)
                .map(back -> Reading.of(Stream.concat(back.operations().stream(), speed.operations().stream())
                        .toList())));
    }

    static Optional<Reading> backwards(Clause clause) {
        Target target = Target.of(clause);
        boolean wanted = clause.has("REVERSE") && target.isClear() && clause.isMadeOf(REVERSE);
        return wanted ? Optional.of(Reading.of(new PlayBackwards(target))) : Optional.empty();
    }

    static Optional<Reading> freeze(Clause clause) {
        if (!clause.has("FREEZE") || !clause.isMadeOf(FREEZE) || clause.clips().size() > 1) return Optional.empty();
        Optional<ClipRef> within = clause.clips().stream().findFirst();
        List<Duration> times = new ArrayList<>(clause.all(Token.TIME, Duration.class));
        Optional<Duration> length = clause.timeAfter("FOR");
        length.ifPresent(times::remove);
        Optional<Moment> at = moment(clause, times);
        if (length.isEmpty() && times.size() == 1) length = Optional.of(times.remove(0));
        if (!times.isEmpty()) return Optional.empty();
        if (at.isPresent() && length.isPresent())
            return Optional.of(Reading.of(new FreezeFrame(at.get(), length.get(), within)));
        // The question would lose which clip.
        return within.isEmpty() ? askFreeze(clause, at, length) : Optional.empty();
    }

    /** Takes the time it uses out of {@code times}: what is left of them is how long. */
    private static Optional<Moment> moment(Clause clause, List<Duration> times) {
        String rank = clause.text("ORDINAL").orElse("");
        if (clause.hasAny("START", "FRONT") || rank.equals("1")) return Optional.of(Moment.START);
        if (clause.hasAny("END", "BACK") || rank.equals("-1")) return Optional.of(Moment.END);
        if (clause.has("MIDDLE")) return Optional.of(Moment.MIDDLE);
        Optional<Duration> at = clause.timeAfter("AT").or(() -> clause.timeAfter("TO"));
        boolean inOrder = at.isEmpty() && times.size() == (clause.has("FOR") ? 1 : 2);
        if (inOrder) at = Optional.of(times.get(0));
        at.ifPresent(times::remove);
        return at.map(Moment::at);
    }

    private static Optional<Reading> askFreeze(Clause clause, Optional<Moment> at, Optional<Duration> length) {
        if (at.isPresent()) {
            String where = at.get().equals(Moment.END)
                    ? clause.say("at the end", "在结尾")
                    : at.get().equals(Moment.MIDDLE)
                            ? clause.say("in the middle", "在中点")
                            : clause.say("at %s s", "在%s秒", seconds(at.get().offset()));
            return Optional.of(Reading.ask(
                    clause.say("For how long should the picture stand still? For example: 2 seconds", "定格多长时间？例如：2秒"),
                    clause.say("freeze %s for %s", "%s定格%s", where, Question.BLANK)));
        }
        String lasting = length.map(time -> clause.say(" for %s s", "%s秒", seconds(time)))
                .orElse("");
        return Optional.of(Reading.ask(
                clause.say("At what moment should the picture freeze? For example: 0:05", "在哪个时刻定格？例如：0:05"),
                clause.language() == Language.CHINESE
                        ? "在" + Question.BLANK + "定格" + lasting
                        : "freeze at " + Question.BLANK + lasting));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
