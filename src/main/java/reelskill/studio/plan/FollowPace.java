package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.plan.MoveClip.Place;

/**
 * What goes on with the last change of a clip and says no clip: "a bit faster" behind its speed, "make the freeze 4 seconds",
 * "no, to the end" behind where it went.
 */
final class FollowPace {
    private static final Set<String> PACE = Clause.concepts("FASTER SLOWER SLIGHTLY MORE CHANGE");
    private static final Set<String> LASTING = Clause.concepts("LONGER SHORTEN CHANGE SLIGHTLY MUCH");
    private static final Set<String> FREEZE = Clause.concepts("FREEZE FRAME TIME CHANGE FOR TO LONG INSTEAD NOT");
    private static final Set<String> PLACE = Clause.concepts("NOT INSTEAD TO AT FRONT BACK START END PUT MOVE");
    private static final Set<String> BESIDE =
            Clause.concepts("NOT INSTEAD BEFORE AFTER BEHIND CLIPREF CLIP PUT MOVE RIGHT");
    private static final Set<String> PART = Clause.concepts("NOT INSTEAD ONLY SPAN ORDINAL NUMBER");
    private static final Set<String> FIGURE = Clause.concepts("INSTEAD FACTOR SPEED TO CHANGE NOT");
    private static final double STEP = 1.25;
    private static final double LONGER = 1.5;

    private FollowPace() {}

    /** Returns the last change as {@code clause} corrects it, in its place; empty where there was none of that kind. */
    static Optional<Reading> read(Clause clause) {
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.empty();
        EditOperation done = last.get(last.size() - 1);
        if (done instanceof AddMusic && isPace(clause.without("SPEED"))) return Optional.of(ofMusic(clause));
        return pace(clause, done)
                .or(() -> figure(clause, done))
                .or(() -> length(clause, done))
                .or(() -> freeze(clause, done))
                .or(() -> place(clause, done))
                .or(() -> part(clause, done))
                .map(changed -> {
                    List<EditOperation> all = new ArrayList<>(last.subList(0, last.size() - 1));
                    all.add(changed);
                    return Reading.instead(all);
                });
    }

    /** Of the whole video it is no other wish than that by itself. */
    private static Optional<EditOperation> pace(Clause clause, EditOperation done) {
        boolean more = clause.has("FASTER") != clause.has("SLOWER") && clause.isMadeOf(PACE);
        if (!more
                || (!clause.has("SLIGHTLY") && clause.language() == Language.CHINESE)
                || !(done instanceof SetSpeed speed)
                || speed.target().equals(Target.ALL)) return Optional.empty();
        double step = clause.has("FASTER") ? STEP : 1 / STEP;
        double amount =
                Math.max(SetSpeed.SLOWEST, Math.min(SetSpeed.FASTEST, Math.round(speed.amount() * step * 100) / 100.0));
        return Optional.of(new SetSpeed(amount, speed.factor(), speed.target()));
    }

    private static boolean isPace(Clause clause) {
        return clause.language() == Language.CHINESE
                && clause.has("FASTER") != clause.has("SLOWER")
                && clause.isMadeOf(PACE);
    }

    /** 第二段加速两倍 // 错了，1.5倍: the same clip. */
    private static Optional<EditOperation> figure(Clause clause, EditOperation done) {
        boolean corrects = clause.has("INSTEAD") && clause.isMadeOf(FIGURE);
        if (!corrects || !(done instanceof SetSpeed speed)) return Optional.empty();
        return clause.one("FACTOR", Double.class)
                .filter(factor -> factor >= SetSpeed.SLOWEST && factor <= SetSpeed.FASTEST)
                .map(factor -> new SetSpeed(factor, false, speed.target()));
    }

    /** 加转场 // 太快了，慢一点: what comes and goes is to take longer, and the film keeps its speed. */
    private static Optional<EditOperation> length(Clause clause, EditOperation done) {
        boolean lasting = isLasting(clause, done);
        if (!isPace(clause) && !lasting) return Optional.empty();
        double factor = clause.hasAny("SLOWER", "LONGER") ? LONGER : 1 / LONGER;
        if (done instanceof AddTransitions transitions) return transitions.scaled(factor);
        if (done instanceof AddText text) return text.lasting(times(text.length(), factor));
        if (done instanceof Fade fade)
            return Optional.of(new Fade(
                    fade.in().map(time -> times(time, factor)), fade.out().map(time -> times(time, factor))));
        return Optional.empty();
    }

    /** "make them longer"; a shorter one behind a title may be the video. */
    private static boolean isLasting(Clause clause, EditOperation done) {
        boolean told = clause.has("LONGER") != clause.has("SHORTEN") && clause.isMadeOf(LASTING);
        return told && clause.language() == Language.ENGLISH && (clause.has("LONGER") || !(done instanceof AddText));
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofMillis(Math.round(length.toMillis() * factor));
    }

    private static Reading ofMusic(Clause clause) {
        return Reading.notAvailable(clause.say(
                "I cannot change how fast music goes; another piece can, for example: calmer music; something upbeat.",
                "不能改变音乐的快慢；可以换一首，例如：换一首平静的音乐；换一首欢快的音乐。"));
    }

    /** "no, I meant the last 10" behind "cut the first 10 seconds": another part, and by no means only that one kept. */
    private static Optional<EditOperation> part(Clause clause, EditOperation done) {
        if (!(done instanceof RemoveRanges cut) || cut.spans().size() != 1 || !clause.isMadeOf(PART))
            return Optional.empty();
        Optional<Span> wanted = clause.one(Token.SPAN, Span.class).or(() -> counted(clause));
        boolean corrects = clause.hasAny("INSTEAD", "NOT");
        // "only the last 4" behind "cut the last 6".
        boolean less = clause.has("ONLY")
                && wanted.filter(span -> Stream.of(true, false)
                                .anyMatch(start -> span.edge(start).isPresent()
                                        && cut.spans().get(0).edge(start).isPresent()))
                        .isPresent();
        // "no, the last 10" behind "trim it to 10 seconds": as much is to stay, from the other end.
        Optional<Span> kept = wanted.filter(
                        span -> corrects && isKept(cut.spans().get(0), span))
                .flatMap(span -> span.edge(false))
                .map(length -> new Span(Moment.START, Moment.beforeEnd(length)));
        return kept.or(() -> wanted.filter(span -> corrects || less))
                .map(span -> new RemoveRanges(List.of(span), cut.within()));
    }

    private static boolean isKept(Span cut, Span wanted) {
        return cut.out().equals(Moment.END)
                && wanted.edge(false).map(Moment::at).filter(cut.in()::equals).isPresent();
    }

    private static Optional<Span> counted(Clause clause) {
        Optional<Duration> time = clause.one(Token.NUMBER, Double.class)
                .filter(number -> number > 0)
                .map(number -> Duration.ofNanos(Math.round(number * 1e9)));
        return clause.text("ORDINAL")
                .filter(rank -> rank.equals("1") || rank.equals("-1"))
                .flatMap(rank -> time.map(length -> rank.equals("1") ? Span.first(length) : Span.last(length)));
    }

    private static Optional<EditOperation> freeze(Clause clause, EditOperation done) {
        boolean about = clause.has("FREEZE") && clause.has("CHANGE") && clause.isMadeOf(FREEZE);
        return about && done instanceof FreezeFrame ? clause.time().flatMap(done::lasting) : Optional.empty();
    }

    private static Optional<EditOperation> place(Clause clause, EditOperation done) {
        if (clause.hasAny("BEFORE", "AFTER", "BEHIND") && done instanceof MoveClip move) return beside(clause, move);
        boolean front = clause.hasAny("FRONT", "START");
        boolean about =
                clause.hasAny("NOT", "INSTEAD") && front != clause.hasAny("BACK", "END") && clause.isMadeOf(PLACE);
        if (!about || !(done instanceof MoveClip move) || move.other().isPresent()) return Optional.empty();
        return Optional.of(new MoveClip(move.clip(), front ? Place.BEFORE : Place.AFTER, Optional.empty()));
    }

    /** "no, behind the intro", of the clip that was moved. */
    private static Optional<EditOperation> beside(Clause clause, MoveClip move) {
        Clause named = ClipWords.namedClip(clause);
        boolean one = named.clips().size() == 1 && named.isMadeOf(BESIDE);
        Place place = clause.has("BEFORE") ? Place.BEFORE : Place.AFTER;
        return one
                ? Optional.of(
                        new MoveClip(move.clip(), place, named.clips().stream().findFirst()))
                : Optional.empty();
    }
}
