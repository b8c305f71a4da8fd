package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.TextSegment;

/** When a text that is there is to be shown: "the title should be on screen from 2 to 7 seconds", "move the title to 0:10". */
final class TitleTimes {
    private static final Set<String> WORDS = Clause.concepts(
            "TITLE POSITION QUOTE CHANGE MOVE PUT TO FROM AT FOR LONG OVER SPAN TIME START END VIDEO ALL APPEAR KEEP ONLY SHORTEN ADD LOUDER");
    private static final Duration WHOLE = Duration.ofDays(1);

    private TitleTimes() {}

    static Optional<Reading> read(Clause clause) {
        if (!clause.isMadeOf(WORDS) || clause.now().texts().isEmpty() || isTwo(clause)) return Optional.empty();
        Optional<String> words = clause.text(Token.QUOTE);
        boolean there = words.isEmpty()
                || clause.now().texts().stream().anyMatch(text -> text.text().equalsIgnoreCase(words.get()));
        boolean named = clause.has("TITLE") || (words.isPresent() && clause.hasAny("CHANGE", "MOVE"));
        // "show the title from 0:02 to 0:07"; whoever adds one has another in mind.
        boolean adds = clause.all("ADD", String.class).stream().anyMatch(how -> !how.equals("show"));
        boolean placed = adds || clause.has("POSITION") || clause.count(Token.QUOTE) > 1;
        if (!there || !named || placed) return Optional.empty();
        return moved(clause, words);
    }

    /** 标题从第3秒出现，停4秒 is one wish. */
    private static boolean isTwo(Clause clause) {
        boolean one = clause.language() == Language.CHINESE && clause.count("TITLE") == 1 && !clause.has(Token.QUOTE);
        return clause.has(Token.SOFT) && !one;
    }

    private static Optional<Reading> moved(Clause clause, Optional<String> which) {
        List<Span> spans = clause.spans();
        int times = clause.count(Token.TIME);
        if (spans.size() + times > 2 || (!spans.isEmpty() && times > 0)) return Optional.empty();
        if (clause.has("ALL") && times == 0 && spans.isEmpty()) return move(which, Moment.START, WHOLE);
        if (spans.size() == 1) {
            Span span = spans.get(0);
            boolean long_ = span.in().share() == span.out().share();
            return move(
                    which,
                    span.in(),
                    long_ ? span.out().offset().minus(span.in().offset()) : WHOLE);
        }
        Optional<Reading> until = times == 1 ? until(clause, which) : Optional.empty();
        if (until.isPresent()) return until;
        Optional<Duration> at = clause.timeAfter("AT", "FROM", "TO", "PUT").or(() -> atStart(clause, times));
        Optional<Duration> length = clause.timeAfter("FOR", "LONG", "OVER");
        if (times == 1 && at.isEmpty() && clause.hasAny("LONG", "CHANGE", "KEEP")) length = clause.time();
        boolean clear = times == (at.isPresent() && !clause.has("START") ? 1 : 0) + (length.isPresent() ? 1 : 0);
        if (!clear || (at.isEmpty() && length.isEmpty()) || clause.has("END")) return Optional.empty();
        return Optional.of(Reading.of(new MoveText(which, at.map(Moment::at), length)));
    }

    /** 标题显示到第8秒: it begins when it did. */
    private static Optional<Reading> until(Clause clause, Optional<String> which) {
        boolean shown = clause.language() == Language.CHINESE && clause.hasAny("ADD", "KEEP", "LONG");
        List<TextSegment> meant = clause.now().texts().stream()
                .filter(text -> which.isEmpty() || text.text().equalsIgnoreCase(which.get()))
                .toList();
        if (!shown || meant.size() != 1) return Optional.empty();
        Duration start = clause.now().rate().time(meant.get(0).start());
        return clause.timeAfter("TO")
                .map(end -> end.minus(start))
                .filter(length -> !length.isZero() && !length.isNegative())
                .map(length -> Reading.of(new MoveText(which, Optional.empty(), Optional.of(length))));
    }

    private static Optional<Duration> atStart(Clause clause, int times) {
        boolean start = clause.has("START") && clause.hasAny("MOVE", "PUT") && times == 0;
        return start ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    private static Optional<Reading> move(Optional<String> which, Moment at, Duration length) {
        return length.isNegative() || length.isZero()
                ? Optional.empty()
                : Optional.of(Reading.of(new MoveText(which, Optional.of(at), Optional.of(length))));
    }
}
