package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Transition;

/** "add a crossfade between the clips", "1 second fades to black everywhere", "加转场", "remove the transitions". */
final class TransitionRules {
    private static final Set<String> WORDS =
            Clause.concepts("TRANSITION KIND FADE FADEBOTH EVERYTHING ADD PUT CHANGE BETWEEN CLIP ALL CUTS AT FOR"
                    + " EACH TIME CUTREF ADJECTIVE VIDEO PART LONG BETWEEN TO NUMBER CORNERS");
    private static final Set<String> GONE =
            Clause.concepts("TRANSITION KIND REMOVE CUT NOT OFF ADD ALL VIDEO CLIP BETWEEN FROM");
    private static final Set<String> ANOTHER = Clause.concepts("TRANSITION KIND CHANGE SWAP INSTEAD ADD");
    /** What is never anything else than a transition. */
    private static final Set<String> SOFT = Set.of("crossfade", "dissolve", "wipe_left", "wipe_right");

    private static final Duration DEFAULT = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private TransitionRules() {}

    static Optional<Reading> add(Clause said) {
        Clause clause = atCut(said);
        // Without the word itself, a kind must stand where only a transition can: "zoom" alone is something else.
        boolean placed = clause.hasAny("BETWEEN", "CUTS", "CUTREF", "ALL", "CLIP", "EVERYTHING");
        boolean crossfade = clause.all("KIND", String.class).contains("crossfade");
        // "a circle" is also a shape of small pictures.
        boolean circle = clause.hasAny("BETWEEN", "CUTS", "CUTREF")
                && clause.all("CORNERS", String.class).contains("circle");
        boolean fading = clause.has("FADEBOTH") && clause.hasAny("BETWEEN", "CUTS", "CUTREF");
        boolean named = fading
                || circle
                || clause.has("TRANSITION")
                || (clause.hasAny("KIND", "FADE") && (placed || crossfade));
        if (!named
                || circle != clause.has("CORNERS")
                || clause.count("KIND") + clause.count("CORNERS") > 1
                || clause.count("CUTREF") > 1
                || clause.count(Token.TIME) > 1
                || !clause.isMadeOf(WORDS)
                || isTimedBefore(clause)) return Optional.empty();
        if (!clause.numbersAre(Clips.of(clause.now()).size())) return Optional.empty();
        Duration length = clause.time().orElse(DEFAULT);
        if (length.isZero() || length.compareTo(LONGEST) > 0) return Optional.empty();
        if (keepsKind(clause)) return lasting(clause, length);
        Transition.Kind kind = kind(clause).orElse(circle ? Transition.Kind.CIRCLE_OPEN : Transition.Kind.CROSSFADE);
        return Optional.of(Reading.of(new AddTransitions(kind, length, between(clause))));
    }

    /** 换成闪白, behind transitions: of the same length, at the same cuts. */
    static Optional<Reading> another(Clause clause) {
        boolean other = clause.hasAny("CHANGE", "SWAP", "INSTEAD", "ADD") || clause.language() == Language.CHINESE;
        boolean added = clause.last().get().stream().anyMatch(AddTransitions.class::isInstance);
        if (!other || !added || clause.count("KIND") != 1 || !clause.isMadeOf(ANOTHER)) return Optional.empty();
        return Optional.of(Amended.last(
                clause,
                done -> done instanceof AddTransitions there
                        ? List.of(new AddTransitions(kind(clause).orElseThrow(), there.length(), there.between()))
                        : List.of()));
    }

    private static Optional<Transition.Kind> kind(Clause clause) {
        return clause.text("KIND").map(name -> Transition.Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    /** 每张照片停3秒，中间用滑动转场: the time is not that of the transitions. */
    private static boolean isTimedBefore(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        List<String> first = said.subList(0, Math.max(0, said.indexOf(Token.SOFT)));
        return first.contains(Token.TIME)
                && Stream.of("TRANSITION", "KIND", "BETWEEN", "CUTS", Token.CUTREF, "ADD", "FADE", "FADEBOTH")
                        .noneMatch(first::contains);
    }

    /** "a dissolve after clip 1" is at the cut behind it; "between clip 1 and 2 only" says it once more. */
    private static Clause atCut(Clause clause) {
        if (clause.has(Token.CUTREF)) return clause.without("ONLY");
        boolean kind = clause.hasAny("TRANSITION", "KIND")
                && clause.has("AFTER")
                && clause.clips().size() == 1;
        int number = kind
                ? Clips.numbers(clause.now(), clause.tokens()).stream()
                        .findFirst()
                        .orElse(0)
                : 0;
        if (number == 0 || number >= Clips.of(clause.now()).size()) return clause;
        List<ClipRef> cut = List.of(ClipRef.number(number), ClipRef.number(number + 1));
        return clause.without("AFTER")
                .with(clause.without("AFTER").tokens().stream()
                        .map(token -> token.is(Token.CLIPREF) ? token.as(Token.CUTREF, cut) : token)
                        .toList());
    }

    /** 转场时间改成1秒: of those that are there. */
    private static boolean keepsKind(Clause clause) {
        return clause.hasAny("CHANGE", "LONG")
                && clause.has(Token.TIME)
                && !clause.hasAny("KIND", "CORNERS", "FADE", "FADEBOTH", "ADD", "PUT", "ALL", "EVERYTHING", "CUTREF")
                && !there(clause).isEmpty();
    }

    private static List<Transition> there(Clause clause) {
        return clause.now().clips().stream()
                .map(MediaSegment::transition)
                .filter(transition -> !transition.isCut())
                .toList();
    }

    /** Where some cuts are plain, or the kinds differ, nobody knows which are meant. */
    private static Optional<Reading> lasting(Clause clause, Duration length) {
        List<Transition> there = there(clause);
        List<Transition.Kind> kinds =
                there.stream().map(Transition::kind).distinct().toList();
        boolean everywhere = there.size() == clause.now().clips().size() - 1;
        return everywhere && kinds.size() == 1
                ? Optional.of(Reading.of(new AddTransitions(kinds.get(0), length, List.of())))
                : Optional.empty();
    }

    static Optional<Reading> remove(Clause clause) {
        boolean named = clause.has("TRANSITION")
                || clause.text("KIND").filter(SOFT::contains).isPresent();
        boolean gone = named && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        boolean adds = clause.has("ADD") && !clause.has("NOT");
        return gone && !adds && clause.isMadeOf(GONE)
                ? Optional.of(Reading.of(new RemoveTransitions()))
                : Optional.empty();
    }

    private static List<ClipRef> between(Clause clause) {
        return clause.one(Token.CUTREF, List.class).stream()
                .flatMap(pair -> ((List<?>) pair).stream())
                .map(ClipRef.class::cast)
                .toList();
    }
}
