package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/** "keep only the first 5 seconds of each clip", "no clip longer than 5 seconds": the same cut for every clip. */
final class EachRules {
    private static final Set<String> KEEP = Clause.concepts("KEEP ONLY SPAN ALL EACH CLIP PART FROM ADD TRIM CUT TO");
    private static final Set<String> LIMIT = Clause.concepts(
            "ALL EACH CLIP ATMOST TO LONG LENGTH TIME CHANGE SHORTEN TRIM CUT KEEP LONGER NOT ADD RESIZE AT CLIPREF PLAY FOR ONLY");

    private static final Set<String> TRIMMED =
            Clause.concepts("TRIM CUT SHORTEN TO SPAN CLIPREF CLIP PART ONLY KEEP RESTGONE FROM AT");

    private static final Set<String> ALIKE = Clause.concepts("SAMELENGTH CLIPREF CHANGE TRIM CUT SHORTEN CLIP TO");

    private static final Set<String> PAIRS =
            Set.of(Token.CLIPREF, Token.SPAN, Token.SOFT, "REMOVE", "CUT", "ALL", "FROM", "OFF", "OFF2");

    private EachRules() {}

    static Optional<Reading> keep(Clause clause) {
        boolean keeps = clause.hasAny("KEEP", "ONLY") || (clause.hasAny("TRIM", "CUT") && clause.has("TO"));
        boolean each = eachClip(clause) || (eachOne(clause) && clause.clips().isEmpty());
        boolean one = keeps && each && clause.spans().size() == 1;
        if (!one || !clause.isMadeOf(KEEP)) return Optional.empty();
        Span kept = clause.spans().get(0);
        Optional<Duration> first = kept.edge(true);
        Optional<Duration> last = kept.edge(false);
        if (first.isPresent()) return shortened(clause, first.get(), true);
        return last.flatMap(length -> shortened(clause, length, false));
    }

    /** "trim the second clip to 0:10-0:30", "of clip 2 keep only the first 5 seconds". */
    static Optional<Reading> trimmed(Clause clause) {
        boolean one = clause.clips().size() == 1 && clause.spans().size() == 1;
        boolean to = clause.hasAny("TRIM", "CUT", "SHORTEN") && clause.has("TO");
        boolean keeps = clause.count("KEEP") + clause.count("ONLY") <= 1
                && clause.hasAny("KEEP", "ONLY", "RESTGONE")
                && !clause.all("KEEP", String.class).contains("spare")
                && !clause.hasAny("TRIM", "CUT", "SHORTEN");
        // "keep the first 4 seconds of clip 1, the last 4 of clip 3 and nothing else": the other clips are still there.
        boolean several = clause.has("RESTGONE")
                && clause.last().get().stream()
                        .anyMatch(done -> done instanceof RemoveRanges cut
                                && cut.within().isPresent()
                                && !cut.within().equals(clause.clips().stream().findFirst()));
        if (several || !one || !(to || keeps) || !clause.isMadeOf(TRIMMED)) return Optional.empty();
        Span kept = clause.spans().get(0);
        List<Span> gone = Stream.of(new Span(Moment.START, kept.in()), new Span(kept.out(), Moment.END))
                .filter(span -> !span.in().equals(span.out()))
                .toList();
        return Optional.of(
                Reading.of(new RemoveRanges(gone, Optional.of(clause.clips().get(0)))));
    }

    /** 把第一段的前3秒和第二段的后3秒都删了: each of its own clip. */
    static Optional<Reading> pairs(Clause clause) {
        List<Token> parts = clause.tokens().stream()
                .filter(token -> token.is(Token.CLIPREF) || token.is(Token.SPAN))
                .toList();
        boolean said = clause.hasAny("REMOVE", "CUT")
                && clause.has(Token.SOFT)
                && parts.size() > 2
                && parts.size() % 2 == 0
                && clause.isMadeOf(PAIRS);
        if (!said) return Optional.empty();
        List<EditOperation> cuts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            if (!parts.get(i).is(Token.CLIPREF) || !parts.get(i + 1).is(Token.SPAN)) return Optional.empty();
            cuts.add(new RemoveRanges(List.of((Span) parts.get(i + 1).value()), Optional.of((ClipRef)
                    parts.get(i).value())));
        }
        return Optional.of(Reading.of(cuts));
    }

    static Optional<Reading> limit(Clause clause) {
        boolean plays = clause.has("PLAY") && clause.timeAfter("FOR", "ONLY").isPresent();
        boolean to = clause.all("SHORTEN", String.class).contains("to");
        boolean chinese = clause.language() == Language.CHINESE && clause.hasAny("CHANGE", "KEEP", "SHORTEN");
        boolean limit = clause.hasAny("ATMOST", "TO", "LONG", "LENGTH", "LONGER")
                || plays
                || to
                || (chinese && (eachOne(clause) || clause.clips().size() > 1));
        // "the first bit, up to 0:03" is no clip's length.
        boolean until = clause.all("TO", String.class).contains("until");
        boolean about = limit && !until && (eachClip(clause) || isOne(clause)) && clause.isMadeOf(LIMIT);
        return about ? clause.time().flatMap(time -> shortened(clause, time, true)) : Optional.empty();
    }

    /** "make clip 2 as long as clip 1": it loses what it lasts longer, at its end. */
    static Optional<Reading> alike(Clause clause) {
        boolean said = clause.has("SAMELENGTH") && clause.clips().size() == 2 && clause.isMadeOf(ALIKE);
        if (!said) return Optional.empty();
        List<Clips> other = Clips.find(clause.now(), clause.clips().get(1));
        if (other.size() != 1) return Optional.empty();
        Duration length = clause.now().rate().time(other.get(0).range().duration());
        Clause one = clause.with(clause.tokens().stream()
                .filter(token -> !token.value().equals(clause.clips().get(1)))
                .toList());
        return one.clips().size() == 1 ? shortened(one, length, true) : Optional.empty();
    }

    /** "cut the second clip down to 8 seconds". */
    private static boolean isOne(Clause clause) {
        boolean shortened =
                clause.hasAny("SHORTEN", "TRIM", "CUT", "CHANGE", "ATMOST", "PLAY") && !clause.hasAny("AT", "NOT");
        return shortened && !clause.clips().isEmpty() && clause.spans().isEmpty();
    }

    private static boolean eachClip(Clause clause) {
        return eachOne(clause)
                && (clause.has("CLIP") || clause.language() == Language.CHINESE)
                && clause.clips().isEmpty();
    }

    private static boolean eachOne(Clause clause) {
        return clause.has("EACH") || clause.all("ALL", String.class).contains("each") || allClips(clause);
    }

    /** 所有片段统一成3秒: so long is each of them; 总共 would say the sum. */
    private static boolean allClips(Clause clause) {
        return clause.language() == Language.CHINESE
                && (clause.all("ALL", String.class).contains("clips") || (clause.has("ALL") && clause.has("CLIP")))
                && !clause.has("LONG");
    }

    private static boolean isMeant(Clause clause, Clips clip) {
        return clause.clips().isEmpty()
                || clause.clips().stream()
                        .flatMap(ref -> Clips.find(clause.now(), ref).stream())
                        .anyMatch(named -> named.number() == clip.number());
    }

    /** A clip that is no longer than that stays as it is. */
    private static Optional<Reading> shortened(Clause clause, Duration length, boolean fromStart) {
        if (length.isZero()) return Optional.empty();
        Span rest =
                fromStart ? new Span(Moment.at(length), Moment.END) : new Span(Moment.START, Moment.beforeEnd(length));
        long frames = clause.now().rate().frames(length);
        List<EditOperation> cuts = new ArrayList<>();
        for (Clips clip : Clips.of(clause.now()))
            if (clip.range().duration() > frames && isMeant(clause, clip))
                cuts.add(new RemoveRanges(List.of(rest), Optional.of(ClipRef.number(clip.number()))));
        return Optional.of(
                cuts.isEmpty()
                        ? Reading.notAvailable(
                                clause.say("No clip is longer than that, so nothing was cut.", "没有片段比这更长，所以没有剪。"))
                        : Reading.of(cuts));
    }
}
