package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reelskill.language.Language;

/**
 * What goes on with the last change instead of naming one: "a little more", "not so strong", "make that 5 seconds", "in
 * red", "再强一点".
 */
final class FollowRules {
    private static final Set<String> STRENGTH = Clause.concepts(
            "MORE LESS AGGRESSIVE GENTLE SLIGHTLY MUCH STRONG TOOMUCH TOOLITTLE HALF HALVE DOUBLE NOT CHANGE AGAIN");
    private static final Set<String> SIZE =
            Clause.concepts("SCALE MOREBIT LESSBIT SIZE SLIGHTLY MUCH CHANGE STRONG MORE");
    private static final Set<String> LENGTH =
            Clause.concepts("TIME NUMBER SPAN ORDINAL ONLY INSTEAD NOT CHANGE LONG FOR TO AGAIN TOOMUCH");
    private static final Set<String> COLOUR = Clause.concepts("COLOR COLORWORD INSTEAD NOT CHANGE TO AGAIN ADD IN");
    private static final Set<String> AMOUNT =
            Clause.concepts("PERCENT NUMBER FACTOR INSTEAD NOT CHANGE TO AT ONLY TOOMUCH SOFT");
    private static final Set<String> FACTOR = Clause.concepts("FACTOR SPEED CHANGE INSTEAD TO");
    private static final Set<String> BARE_LENGTH = Clause.concepts("FOR TIME");
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(15);

    private FollowRules() {}

    static Optional<Reading> read(Clause clause) {
        return ThingRules.read(clause)
                .or(() -> ElsewhereRules.read(clause))
                .or(() -> strength(clause))
                .or(() -> size(clause))
                .or(() -> amount(clause))
                .or(() -> length(clause))
                .or(() -> colour(clause))
                .or(() -> TransitionRules.another(clause))
                .or(() -> speed(clause))
                .or(() -> InsteadRule.read(clause));
    }

    private static Optional<Reading> strength(Clause clause) {
        boolean up = clause.hasAny("MORE", "TOOLITTLE", "DOUBLE", "AGGRESSIVE") && !clause.has("LESS");
        boolean down = clause.hasAny("LESS", "TOOMUCH", "HALF", "HALVE", "GENTLE")
                || (clause.has("NOT") && clause.has("STRONG"));
        boolean bareHalf = clause.tokens().stream().allMatch(token -> token.is("HALF"));
        if (up == down || bareHalf || !clause.isMadeOf(STRENGTH)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.of(askWhat(clause));
        double factor = factor(clause, up);
        return Optional.of(Amended.last(
                clause, operation -> operation.scaled(factor).stream().toList()));
    }

    /** "make it bigger" where nothing was done that has a size, and no other rule knows what has one. */
    static Optional<Reading> ask(Clause clause) {
        boolean size = clause.hasAny("SCALE", "MOREBIT", "LESSBIT") && clause.isMadeOf(SIZE);
        return size ? Optional.of(askWhat(clause)) : Optional.empty();
    }

    private static Reading askWhat(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Which do you mean? For example: louder; brighter; a bigger title; zoom in 1.5x",
                        "指的是什么？例如：大声一点；亮一点；标题大一点；画面放大1.5倍"),
                "");
    }

    private static double factor(Clause clause, boolean up) {
        if (clause.hasAny("HALF", "HALVE")) return 0.5;
        if (clause.has("DOUBLE")) return 2;
        if (clause.has("SLIGHTLY")) return up ? 1.3 : 0.7;
        if (clause.has("MUCH")) return up ? 2.2 : 0.3;
        return up ? 1.6 : 0.6;
    }

    /** "make it bigger": of what was put there last; where that has no size, another rule may know. */
    private static Optional<Reading> size(Clause clause) {
        if (!clause.hasAny("SCALE", "MOREBIT", "LESSBIT") || !clause.isMadeOf(SIZE)) return Optional.empty();
        double scale = clause.text("SCALE").map(Double::parseDouble).orElse(clause.has("MOREBIT") ? 1.25 : 0.8);
        double factor = clause.has("SLIGHTLY") && clause.has("SCALE") ? (scale > 1 ? 1.2 : 0.83) : scale;
        return replaced(clause, operation -> operation.sized(factor));
    }

    /** "no, just the last 10" corrects "remove the last 20 seconds". */
    private static Optional<Duration> corrected(Clause clause) {
        boolean corrects = clause.hasAny("NOT", "TOOMUCH") && clause.has("ONLY");
        Optional<Duration> edge = clause.spans().stream().findFirst().flatMap(span -> span.edge(true)
                .or(() -> span.edge(false)));
        boolean counted = clause.hasAny("ORDINAL", "TOOMUCH") && clause.count(Token.NUMBER) == 1;
        if (!corrects) return Optional.empty();
        return counted
                ? clause.one(Token.NUMBER, Double.class).map(number -> Duration.ofNanos(Math.round(number * 1e9)))
                : edge;
    }

    /** "no, 70%", "make it 70" behind how loud something is, and "no, 2x" behind how fast. */
    private static Optional<Reading> amount(Clause clause) {
        boolean corrects = clause.hasAny("INSTEAD", "NOT", "TOOMUCH");
        boolean one = clause.count(Token.PERCENT) + clause.count(Token.NUMBER) + clause.count("FACTOR") == 1;
        if (!one || !clause.isMadeOf(AMOUNT) || !(corrects || clause.has("CHANGE"))) return Optional.empty();
        Optional<Double> share = clause.one(Token.PERCENT, Double.class).or(() -> clause.one(Token.NUMBER, Double.class)
                .filter(number -> number >= 5 && number <= 400)
                .map(number -> number / 100));
        Optional<Double> pace = corrects ? clause.one("FACTOR", Double.class) : Optional.empty();
        return replaced(
                clause,
                done -> done instanceof SetVolume volume && !volume.factor()
                        ? share.map(level -> new SetVolume(level, false, volume.whose(), volume.clip(), volume.spans()))
                        : done instanceof SetSpeed speed
                                ? pace.map(factor -> new SetSpeed(factor, speed.factor(), speed.target()))
                                : Optional.empty());
    }

    private static Optional<Reading> length(Clause clause) {
        Optional<Duration> time = clause.time()
                .or(() -> clause.one(Token.NUMBER, Double.class)
                        .filter(number -> !clause.has(Token.TIME) && (clause.has("INSTEAD") || isBareNumber(clause)))
                        .map(number -> Duration.ofNanos(Math.round(number * 1e9))))
                .or(() -> corrected(clause))
                .filter(it -> !it.isZero());
        if (time.isPresent() && clause.has("ALL") && clause.without("ALL").isMadeOf(LENGTH))
            return bothLast(clause, time.get());
        if (time.isEmpty() || !clause.isMadeOf(LENGTH)) return Optional.empty();
        boolean corrects = clause.hasAny("INSTEAD", "NOT", "TOOMUCH");
        if (clause.isMadeOf(BARE_LENGTH) && clause.language() == Language.ENGLISH)
            return bareLength(clause, time.get());
        boolean short_ = clause.hasAny("CHANGE", "LONG") && time.get().compareTo(LONGEST_GUESS) <= 0;
        if (!corrects && !short_) return Optional.empty();
        return replaced(clause, operation -> operation.lasting(time.get())).or(() -> textLasts(clause, time.get()));
    }

    /** "4 seconds", behind what comes and goes; behind a cut it would be another one. */
    private static Optional<Reading> bareLength(Clause clause, Duration length) {
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.empty();
        EditOperation done = last.get(last.size() - 1);
        boolean lasts = done instanceof AddText
                || done instanceof Fade
                || done instanceof AddTransitions
                || done instanceof AddCard
                || done instanceof FreezeFrame;
        return lasts ? replaced(clause, operation -> operation.lasting(length)) : textLasts(clause, length);
    }

    /** "make it last 5 seconds", behind what was done to a text. */
    private static Optional<Reading> textLasts(Clause clause, Duration length) {
        List<EditOperation> last = clause.last().get();
        if (last.isEmpty()) return Optional.empty();
        EditOperation done = last.get(last.size() - 1);
        return changesText(done)
                ? Optional.of(Reading.of(new MoveText(ofText(done), Optional.empty(), Optional.of(length))))
                : Optional.empty();
    }

    /** Returns whether it was done to a text that was there; {@link #ofText} says to which. */
    static boolean changesText(EditOperation done) {
        return (done instanceof RaiseText raised && !raised.captions())
                || done instanceof StyleText
                || (done instanceof OutlineLetters letters && !letters.captions())
                || done instanceof MoveText
                || done instanceof ChangeText;
    }

    /** Returns the words of the text that was changed; empty where it was the only one. */
    static Optional<String> ofText(EditOperation done) {
        if (done instanceof MoveText moved) return moved.which();
        if (done instanceof RaiseText raised) return raised.which();
        if (done instanceof StyleText styled) return styled.which();
        if (done instanceof OutlineLetters outlined) return outlined.which();
        return Optional.empty();
    }

    /** "actually make that 3". */
    private static boolean isBareNumber(Clause clause) {
        List<Token> said = clause.without("TOOMUCH").without(Token.SOFT).tokens();
        return said.size() == 2 && said.get(0).is("CHANGE");
    }

    /** "fade in, then fade out, both 2 seconds". */
    private static Optional<Reading> bothLast(Clause clause, Duration length) {
        List<EditOperation> last = clause.last().get();
        List<EditOperation> changed = Amended.each(
                last, operation -> operation.lasting(length).stream().toList());
        return last.size() > 1 && changed.size() == last.size()
                ? Optional.of(Reading.instead(changed))
                : Optional.empty();
    }

    private static Optional<Reading> colour(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean card = !last.isEmpty() && last.get(last.size() - 1) instanceof AddCard;
        // 背景换成白色, behind a card: of its ground.
        Clause said = card ? grounded(clause) : clause;
        if (said.count("COLOR") != 1 || !said.isMadeOf(COLOUR)) return Optional.empty();
        int rgb = Integer.parseInt(said.text("COLOR").orElseThrow(), 16);
        return replaced(clause, operation -> operation.coloured(rgb));
    }

    /** 第二段加速1.5倍 // 改成2倍. */
    private static Optional<Reading> speed(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean named = clause.tokens().stream().anyMatch(token -> token.is("SPEED") && token.to() > token.from());
        boolean sped = !last.isEmpty() && last.stream().allMatch(SetSpeed.class::isInstance);
        Optional<Double> times = clause.one("FACTOR", Double.class)
                .filter(factor -> factor >= SetSpeed.SLOWEST && factor <= SetSpeed.FASTEST);
        boolean other = clause.hasAny("CHANGE", "INSTEAD") && clause.isMadeOf(FACTOR);
        if (named || !sped || !other || times.isEmpty()) return Optional.empty();
        return Optional.of(
                Amended.last(clause, done -> List.of(new SetSpeed(times.get(), false, ((SetSpeed) done).target()))));
    }

    private static Clause grounded(Clause clause) {
        return clause.with(clause.without("BACKGROUND").tokens().stream()
                .map(token -> token.is("BOX") && !token.text().isEmpty() ? token.as("COLOR", token.value()) : token)
                .toList());
    }

    private static Optional<Reading> replaced(Clause clause, Function<EditOperation, Optional<EditOperation>> change) {
        List<EditOperation> last = clause.last().get();
        boolean any =
                last.stream().anyMatch(operation -> change.apply(operation).isPresent());
        return any
                ? Optional.of(Amended.last(
                        clause, operation -> change.apply(operation).stream().toList()))
                : Optional.empty();
    }
}
