package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.studio.plan.MoveClip.Place;

/** "loop the second clip 3 times", "play the last 5 seconds twice", "put a copy of clip 1 at the end", "swap the halves". */
final class RepeatRules {
    private static final Set<String> WHOSE = Clause.concepts("CLIPREF CLIP VIDEO SPAN PART ALL EVERYTHING");
    private static final Set<String> LOOP = Clause.union(
            WHOSE, Clause.concepts("LOOP REPEATS PLAY NUMBER STEP FACTOR TWICE FOR ADD CHANGE AGAIN DOUBLE"));
    private static final Set<String> COPY =
            Clause.union(WHOSE, Clause.concepts("COPY PUT MOVE ADD AT TO FRONT BACK START END AGAIN PLAY REPEATS"));
    private static final Set<String> MOVE =
            Clause.concepts("MOVE PUT SPAN PART VIDEO AT TO FRONT BACK START END ORDINAL CLIPREF");
    private static final Set<String> SWAP = Clause.concepts("SWAP SPAN HALVES AROUND VIDEO HALF");
    private static final Set<String> UNTIL = Clause.concepts("LOOP VIDEO TO UNTIL FOR LONG TIME ALL EVERYTHING CHANGE");
    private static final Span SECOND_HALF = new Span(Moment.MIDDLE, Moment.END);
    private static final int MOST = 50;

    private static final Set<String> PLACED =
            Clause.concepts("COPY PUT MOVE ADD AT TO FRONT BACK START END CLIP VIDEO");

    private RepeatRules() {}

    static Optional<Reading> loop(Clause clause) {
        boolean counted = clause.hasAny("TWICE", "FACTOR") || (clause.has(Token.NUMBER) && clause.has("STEP"));
        boolean part = clause.hasAny(Token.CLIPREF, Token.SPAN);
        boolean about = clause.has("LOOP")
                || (clause.has("REPEATS") && (part || counted))
                || (clause.has("TWICE") && clause.has(Token.CLIPREF))
                || (clause.has("PLAY") && counted && !clause.has("FACTOR"));
        Target target = Target.of(clause);
        if (!about || !target.isClear() || !clause.isMadeOf(LOOP)) return Optional.empty();
        Optional<Integer> times = times(clause);
        if (times.isEmpty() && !clause.hasAny(Token.NUMBER, "FACTOR", "REPEATS")) return Optional.of(ask(clause));
        return times.or(() -> clause.hasAny(Token.NUMBER, "FACTOR") ? Optional.empty() : Optional.of(2))
                .map(count -> Reading.of(new RepeatPart(target, count - 1, Optional.empty())));
    }

    /** "loop it until 1 minute", 循环到1分钟. */
    static Optional<Reading> until(Clause clause) {
        boolean all =
                clause.has("LOOP") && clause.count(Token.TIME) == 1 && clause.hasAny("TO", "FOR", "LONG", "UNTIL");
        return all && clause.isMadeOf(UNTIL)
                ? clause.time().filter(time -> !time.isZero()).map(time -> Reading.of(new LoopUntil(time)))
                : Optional.empty();
    }

    private static Optional<Integer> times(Clause clause) {
        if (clause.hasAny("TWICE", "DOUBLE")) return clause.has(Token.NUMBER) ? Optional.empty() : Optional.of(2);
        return clause.one(Token.NUMBER, Double.class)
                .or(() -> clause.one("FACTOR", Double.class))
                .filter(count -> count == Math.rint(count) && count > 1 && count <= MOST)
                .map(Double::intValue);
    }

    private static Reading ask(Clause clause) {
        boolean one = clause.clips().size() == 1
                && clause.clips().get(0).number() > 0
                && clause.spans().isEmpty();
        boolean all = Target.of(clause).equals(Target.ALL);
        String whose =
                one ? clause.say(" clip %d", "第%d个片段", clause.clips().get(0).number()) : "";
        return Reading.ask(
                clause.say("How many times should it play? For example: 3 times", "一共播放几次？例如：3遍"),
                one || all ? clause.say("loop%s %s", "%s循环%s", whose, Question.BLANK) : "");
    }

    static Optional<Reading> copy(Clause clause) {
        Target target = Target.of(clause);
        boolean named = clause.hasAny(Token.CLIPREF, Token.SPAN, "VIDEO", "EVERYTHING");
        boolean front = clause.hasAny("FRONT", "START");
        boolean end = clause.hasAny("BACK", "END");
        boolean again = clause.has("AGAIN") && clause.hasAny("PLAY", "ADD", "PUT", "REPEATS") && (front || end);
        boolean repeats = clause.has("REPEATS") && clause.has(Token.CLIPREF) && (front || end);
        if ((!clause.has("COPY") && !again && !repeats)
                || !named
                || (front && end)
                || !target.isClear()
                || !clause.isMadeOf(COPY)) return Optional.empty();
        Optional<Place> place = front ? Optional.of(Place.BEFORE) : end ? Optional.of(Place.AFTER) : Optional.empty();
        return Optional.of(Reading.of(new RepeatPart(target, 1, place)));
    }

    /** "duplicate clip 2 and put the copy at the end". */
    static Optional<Reading> placed(Clause clause) {
        boolean front = clause.hasAny("FRONT", "START");
        boolean end = clause.hasAny("BACK", "END");
        boolean said = clause.has("COPY") && clause.hasAny("PUT", "MOVE", "ADD") && front != end;
        List<EditOperation> last = clause.last().get();
        if (!said || !clause.isMadeOf(PLACED) || last.isEmpty()) return Optional.empty();
        boolean copied = last.get(last.size() - 1) instanceof RepeatPart copy
                && copy.place().isEmpty();
        if (!copied) return Optional.empty();
        RepeatPart copy = (RepeatPart) last.get(last.size() - 1);
        List<EditOperation> all = new ArrayList<>(last.subList(0, last.size() - 1));
        all.add(new RepeatPart(copy.target(), copy.more(), Optional.of(front ? Place.BEFORE : Place.AFTER)));
        return Optional.of(Reading.instead(all));
    }

    /** "put the last 10 seconds at the front". */
    static Optional<Reading> move(Clause clause) {
        boolean front =
                clause.hasAny("FRONT", "START") || clause.text("ORDINAL").equals(Optional.of("1"));
        boolean end = clause.hasAny("BACK", "END") || clause.text("ORDINAL").equals(Optional.of("-1"));
        boolean one = clause.hasAny("MOVE", "PUT") && clause.count(Token.SPAN) == 1;
        if (!one || front == end || clause.clips().size() > 1 || !clause.isMadeOf(MOVE)) return Optional.empty();
        Span part = clause.spans().get(0);
        return Optional.of(Reading.of(new MovePart(
                part,
                front ? Place.BEFORE : Place.AFTER,
                clause.clips().stream().findFirst())));
    }

    static Optional<Reading> swapHalves(Clause clause) {
        boolean both = clause.hasAny("HALVES", "HALF")
                || (clause.count(Token.SPAN) == 2
                        && clause.spans().containsAll(List.of(new Span(Moment.START, Moment.MIDDLE), SECOND_HALF)));
        if (!clause.has("SWAP") || !both || !clause.isMadeOf(SWAP)) return Optional.empty();
        // "cut clip 2 in half and swap the halves": those of that clip, and not of the video.
        boolean ofClip = clause.last().get().stream()
                .anyMatch(
                        done -> done instanceof SplitAt split && split.within().isPresent());
        if (ofClip) return Optional.empty();
        return Optional.of(Reading.of(new MovePart(SECOND_HALF, Place.BEFORE, Optional.empty())));
    }
}
