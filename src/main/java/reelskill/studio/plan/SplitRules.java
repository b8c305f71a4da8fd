package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import reelskill.language.Language;

/** "split at 0:30", "split the second clip at 10 seconds", "cut it into three equal parts", "into 10 second pieces". */
final class SplitRules {
    private static final Set<String> AT =
            Clause.concepts("SPLIT CUT AT TIME MOMENT HALF MIDDLE BETWEEN FROM VIDEO CLIP TO NUMBER CLIPREF ALL EACH");
    private static final Set<String> PARTS = Clause.concepts(
            "SPLIT CUT REMOVE TO NUMBER TIME PART CLIP VIDEO EQUAL ADJECTIVE ALL EACH LONG UNIT SHORTEN CLIPREF");
    private static final int MOST_PARTS = 100;

    private SplitRules() {}

    static Optional<Reading> at(Clause clause) {
        boolean place = clause.timeAfter("AT").isPresent() || clause.hasAny("HALF", "MOMENT");
        boolean cutAt = clause.has("CUT") && place;
        if ((!clause.has("SPLIT") && !cutAt) || !clause.isMadeOf(AT) || clause.count(Token.CLIPREF) > 1)
            return Optional.empty();
        if (clause.has(Token.NUMBER) && !clause.has("AT")) return Optional.empty();
        // "cut to clip 2 at 0:30" wants to see that clip.
        if (clause.has(Token.CLIPREF) && clause.has("TO")) return Optional.empty();
        // 在第5秒和第10秒各切一刀: each of these moments.
        if (clause.hasAny("ALL", "EACH") && clause.timeAfter("AT").isEmpty()) return Optional.empty();
        List<Moment> moments = new ArrayList<>(
                clause.all(Token.TIME, Duration.class).stream().map(Moment::at).toList());
        clause.all(Token.NUMBER, Double.class).stream()
                .map(seconds -> Moment.at(Duration.ofNanos(Math.round(seconds * 1e9))))
                .forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::offset));
        moments.addAll(clause.all("MOMENT", Moment.class));
        if (moments.isEmpty() && clause.hasAny("HALF", "MIDDLE")) moments.add(Moment.MIDDLE);
        return split(moments, clause.clips().stream().findFirst());
    }

    /** "into three parts" makes them equally long; "into 10 second pieces" leaves what remains at the end. */
    static Optional<Reading> intoParts(Clause clause) {
        boolean verb = clause.hasAny("SPLIT", "CUT", "REMOVE");
        boolean every = clause.hasAny("ALL", "EACH")
                && !clause.has("REMOVE")
                && clause.timeAfter("AT").isEmpty();
        // "split clip 2 in three"
        boolean parted = clause.has("SPLIT")
                && !clause.hasAny(Token.TIME, "UNIT")
                && (clause.language() == Language.CHINESE || !clause.has("TO"));
        boolean into = parted || (clause.has("TO") && clause.hasAny("PART", "CLIP", "VIDEO"));
        if (!verb || (!into && !every) || !clause.isMadeOf(PARTS)) return Optional.empty();
        boolean whole = clause.clips().isEmpty();
        if (!whole && (clause.clips().size() > 1 || clause.has("REMOVE"))) return Optional.empty();
        Optional<ClipRef> within = clause.clips().stream().findFirst();
        if (clause.count(Token.TIME) == 1 && !clause.has(Token.NUMBER)) return split(each(clause), within);
        boolean count = into && clause.count(Token.NUMBER) == 1 && !clause.hasAny(Token.TIME, "UNIT");
        return count ? split(shares(clause), within) : Optional.empty();
    }

    private static List<Moment> each(Clause clause) {
        long step = clause.now().rate().frames(clause.time().orElseThrow());
        List<Clips> within = clause.clips().stream()
                .flatMap(ref -> Clips.find(clause.now(), ref).stream())
                .toList();
        if (within.size() > 1 || within.size() < clause.clips().size()) return List.of();
        long total = within.isEmpty()
                ? clause.now().duration()
                : within.get(0).range().duration();
        if (step < 1 || total / step >= MOST_PARTS) return List.of();
        return LongStream.iterate(step, at -> at < total, at -> at + step)
                .mapToObj(at -> Moment.at(clause.now().rate().time(at)))
                .toList();
    }

    private static List<Moment> shares(Clause clause) {
        double parts = clause.one(Token.NUMBER, Double.class).orElseThrow();
        if (parts != Math.rint(parts) || parts < 2 || parts > MOST_PARTS) return List.of();
        return IntStream.range(1, (int) parts)
                .mapToObj(part -> new Moment(part / parts, Duration.ZERO))
                .toList();
    }

    private static Optional<Reading> split(List<Moment> moments, Optional<ClipRef> within) {
        return moments.isEmpty() ? Optional.empty() : Optional.of(Reading.of(new SplitAt(moments, within)));
    }
}
