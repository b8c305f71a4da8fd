package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.language.Language;

/** Times that stay or go: "trim the first 5 seconds", "keep 0:30 to 1:00", "split at 0:30", "剪掉前10秒". */
final class TimeRules {
    private static final Set<String> PLACES = Clause.concepts("SPAN PART VIDEO FROM TO AT CLIP");
    private static final Set<String> REMOVE = Clause.union(
            PLACES, Clause.concepts("REMOVE CUT TRIM EVERYTHING OFF CLIPREF TIME START END ALL FRONT BACK FOR"));
    private static final Set<String> UNWANTED = Clause.concepts("SPAN NOT PART VIDEO CLIPREF");
    private static final Set<String> EXPLAINED = Clause.union(REMOVE, Clause.concepts("VAGUE BORING"));
    private static final Set<String> KEEP = Clause.union(
            PLACES, Clause.concepts("KEEP ONLY RESTGONE EVERYTHING EXCEPT REMOVE CUT TRIM TO SHORTEN QUIETER"));
    private static final Set<String> ENDS =
            Clause.concepts("STARTAT ENDAT TIME MOMENT VIDEO OFF CUT TRIM REMOVE AT END CLIPREF CLIP ADD CHANGE");
    private static final Set<String> VAGUE = Clause.concepts(
            "REMOVE CUT TRIM KEEP SHORTEN TIGHTEN VAGUE VIDEO CLIP PART TIME NUMBER TO"
                    + " FROM CHANGE LONG SLIGHTLY MOREBIT LESSBIT SPAN ONLY UNIT SPLIT BETWEEN FOR ADJECTIVE START END EVERYTHING ALL");

    private static final Set<String> OF_CLIP = Clause.concepts("TRIM CLIPREF CLIP");
    private static final Set<String> LENGTH =
            Clause.concepts("SHORTEN LONG VIDEO SLIGHTLY LESSBIT CHANGE EVERYTHING ALL");
    private static final Set<String> EDGE = Clause.concepts("TRIM CUT REMOVE SHORTEN START END VIDEO");

    private TimeRules() {}

    static Optional<Reading> remove(Clause clause) {
        // "the intro (first 8 seconds)": the times say what is meant.
        Set<String> words = clause.spans().isEmpty() ? REMOVE : EXPLAINED;
        // 前5秒不要: what is not wanted goes. "Not the first 5 seconds" would be said of something else.
        boolean unwanted = clause.language() == Language.CHINESE && clause.has("NOT") && clause.isMadeOf(UNWANTED);
        if (unwanted && !clause.spans().isEmpty() && clause.clips().size() < 2)
            return Optional.of(Reading.of(
                    new RemoveRanges(clause.spans(), clause.clips().stream().findFirst())));
        if (endShortened(clause)) return remove(asRemoval(clause));
        boolean ofClip =
                ClipWords.isOfIt(clause) && !ClipWords.namedClip(clause).equals(clause);
        if (ofClip) return Optional.empty();
        if (!clause.hasAny("REMOVE", "CUT", "TRIM") || !clause.isMadeOf(words)) return Optional.empty();
        if (clause.count(Token.CLIPREF) > 1)
            return ofSeveral(clause) ? Optional.of(ofEach(clause.spans(), clause.clips())) : Optional.empty();
        List<Span> spans = new ArrayList<>(clause.spans());
        if (clause.hasAny("START", "END", Token.TIME) && !addEdge(clause, spans)) return Optional.empty();
        // "trim from 0:10 to 0:20" is said for both, keeping it and dropping it; so is "trim to …".
        boolean unclear = (!clause.hasAny("REMOVE", "CUT") && spans.stream().anyMatch(span -> !touchesAnEnd(span)))
                || (!clause.has("REMOVE") && clause.has("TO"));
        if (spans.isEmpty() || unclear) return Optional.empty();
        boolean each = clause.has("CLIP") || clause.all("ALL", String.class).contains("each");
        if (clause.has("ALL") && each && clause.clips().isEmpty()) {
            return Optional.of(ofEach(
                    spans,
                    Clips.of(clause.now()).stream()
                            .map(clip -> ClipRef.number(clip.number()))
                            .toList()));
        }
        return Optional.of(
                Reading.of(new RemoveRanges(spans, clause.clips().stream().findFirst())));
    }

    /** 结尾剪短2秒: so much of that end goes. */
    private static boolean endShortened(Clause clause) {
        return clause.language() == Language.CHINESE
                && clause.has("SHORTEN")
                && clause.text("SHORTEN").orElse("to").isEmpty()
                && clause.has("START") != clause.has("END")
                && clause.count(Token.TIME) == 1
                && !clause.hasAny("TO", "REMOVE", "CUT", "TRIM", "KEEP", "ATMOST", Token.SOFT);
    }

    private static Clause asRemoval(Clause clause) {
        return clause.with(clause.tokens().stream()
                .map(token -> token.is("SHORTEN") ? new Token("REMOVE", "", token.from(), token.to()) : token)
                .toList());
    }

    /** "2 seconds off the start of every clip". */
    private static Reading ofEach(List<Span> spans, List<ClipRef> clips) {
        return Reading.of(clips.stream()
                .map(clip -> new RemoveRanges(spans, Optional.of(clip)))
                .toList());
    }

    /** "the first second of clips 1 and 2": no "and" between the time and the clips, and nothing but that between them. */
    private static boolean ofSeveral(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        int first = said.indexOf(Token.CLIPREF);
        int last = said.lastIndexOf(Token.CLIPREF);
        boolean listed = said.subList(first, last).stream()
                .allMatch(concept -> concept.equals(Token.CLIPREF) || concept.equals(Token.SOFT));
        boolean behind = first > 0 && said.get(first - 1).equals(Token.SPAN);
        boolean before =
                first <= 1 && last + 1 < said.size() && !said.get(last + 1).equals(Token.SOFT);
        boolean plain = !clause.hasAny("START", "END", Token.TIME, "TO") && clause.hasAny("REMOVE", "CUT");
        return listed && (behind || before) && plain && clause.spans().size() == 1;
    }

    /** "cut 5 seconds at the end" names the last five. */
    private static boolean addEdge(Clause clause, List<Span> spans) {
        Optional<Duration> time = clause.time();
        boolean start = clause.has("START");
        boolean one = time.isPresent() && spans.isEmpty() && start != clause.has("END");
        if (one) spans.add(start ? Span.first(time.get()) : Span.last(time.get()));
        return one;
    }

    static Optional<Reading> keep(Clause clause) {
        boolean exceptKept = clause.has("EXCEPT") && clause.has("EVERYTHING") && clause.hasAny("REMOVE", "CUT");
        boolean trimmedTo = clause.hasAny("TRIM", "CUT", "SHORTEN", "QUIETER") && clause.has("TO");
        // "just cut the first 3 seconds": nothing else is wanted, and nothing else goes.
        boolean cuts = !clause.hasAny("KEEP", "RESTGONE") && clause.hasAny("CUT", "TRIM") && !trimmedTo;
        boolean kept = (clause.hasAny("KEEP", "ONLY", "RESTGONE") && !cuts) || trimmedTo;
        boolean mixed =
                !exceptKept && (clause.has("EXCEPT") || (clause.has("KEEP") && clause.hasAny("REMOVE", "CUT", "TRIM")));
        if ((!exceptKept && !kept) || mixed || clause.spans().isEmpty() || !clause.isMadeOf(KEEP))
            return Optional.empty();
        if (!exceptKept && clause.has("REMOVE")) return Optional.empty();
        if (clause.all("KEEP", String.class).contains("spare") || ClipRules.isFor(clause)) return Optional.empty();
        // "keep the first 4 seconds of the intro": of that clip, and of nothing where there is none.
        if (ClipWords.isOfIt(clause)) return Optional.empty();
        return Optional.of(Reading.of(new KeepRanges(clause.spans())));
    }

    /** "start at 0:10", "end at 1:00", "cut it off at 1:00". */
    static Optional<Reading> ends(Clause clause) {
        if (!clause.isMadeOf(ENDS) || clause.count(Token.CLIPREF) > 1) return Optional.empty();
        Optional<Moment> start = momentAfter(clause, "STARTAT");
        Optional<Moment> end = momentAfter(clause, "ENDAT");
        int told = (start.isPresent() ? 1 : 0) + (end.isPresent() ? 1 : 0);
        if (told == 0 || told != clause.count(Token.TIME) + clause.count("MOMENT")) return Optional.empty();
        List<Span> spans = new ArrayList<>();
        start.filter(time -> !time.equals(Moment.START)).ifPresent(time -> spans.add(new Span(Moment.START, time)));
        end.ifPresent(time -> spans.add(new Span(time, Moment.END)));
        Optional<ClipRef> within = clause.clips().stream().findFirst();
        return spans.isEmpty() ? Optional.empty() : Optional.of(Reading.of(new RemoveRanges(spans, within)));
    }

    private static Optional<Moment> momentAfter(Clause clause, String preposition) {
        return clause.timeAfter(preposition).map(Moment::at).or(() -> clause.one("MOMENT", Moment.class)
                .filter(moment -> clause.has(preposition)));
    }

    /** What is certainly about time but does not say which: asked, never guessed. */
    static Optional<Reading> ask(Clause clause) {
        List<Integer> clips = Clips.numbers(clause.now(), clause.tokens());
        if (clips.size() == 1 && clause.has("TRIM") && clause.isMadeOf(OF_CLIP))
            return Optional.of(Reading.ask(
                    clause.say("Which part of it should go? For example: the last 5 seconds", "要去掉哪一部分？例如：最后5秒"),
                    clause.say("remove %2$s of clip %1$d", "删除第%1$d段的%2$s", clips.get(0), Question.BLANK)));
        boolean about = clause.hasAny("REMOVE", "CUT", "TRIM", "SHORTEN", "KEEP", "TIGHTEN", "SPLIT")
                || (clause.has("LONG") && clause.has(Token.TIME));
        if (clause.has("SHORTEN") && clause.without(Token.CLIPREF).isMadeOf(LENGTH)) return howLong(clause);
        if (!about || !clause.isMadeOf(VAGUE)) return Optional.empty();
        if (clause.has("SPLIT")) {
            return Optional.of(Reading.ask(
                    clause.say("Where should it be split? For example: 0:30", "在哪里分割？例如：0:30"),
                    clause.say("split at %s", "在%s分割", Question.BLANK)));
        }
        List<Span> spans = clause.spans();
        if (clause.has("TRIM") && !spans.isEmpty()) {
            return Optional.of(Reading.ask(
                    clause.say(
                            "Should that part stay or go? Say \"keep\" or \"remove\" with the times.",
                            "这一段是保留还是删除？请说“保留”或“删除”并附上时间。"),
                    ""));
        }
        boolean end = clause.has("END") && clause.isMadeOf(EDGE);
        boolean start = clause.has("START") && clause.isMadeOf(EDGE);
        if (start != end) return Optional.of(howMuch(clause, end));
        return Optional.of(which(clause));
    }

    /** "trim the end": which part is clear. */
    private static Reading howMuch(Clause clause, boolean end) {
        return Reading.ask(
                clause.say("How much of it should go? For example: 5 seconds", "去掉多长时间？例如：5秒"),
                end
                        ? clause.say("remove %s off the end", "删除最后%s", Question.BLANK)
                        : clause.say("remove %s off the start", "删除前%s", Question.BLANK));
    }

    /** "the video is too long", 第二段太长了: how long it is to be, or which part of it goes. */
    private static Optional<Reading> howLong(Clause clause) {
        List<Integer> clips = Clips.numbers(clause.now(), clause.tokens());
        if (clips.size() != clause.clips().size() || clips.size() > 1) return Optional.empty();
        String blank = Question.BLANK;
        Stream<String> completions = clips.isEmpty()
                ? Stream.of(clause.say("%s or less in total", "总长控制在%s", blank), clause.say("remove %s", "删除%s", blank))
                : Stream.of(
                        clause.say("clip %d at most %s long", "第%d段控制在%s", clips.get(0), blank),
                        clause.say("remove %2$s of clip %1$d", "删除第%d段的%s", clips.get(0), blank),
                        clause.say("%2$s of clip %1$d", "第%d段%s", clips.get(0), blank));
        return Optional.of(Reading.ask(
                clause.say(
                        "How long should it be, or which part should go? For example: 45 seconds; the first 5 seconds",
                        "剪到多长，或者去掉哪一部分？例如：45秒；前5秒"),
                completions.collect(Collectors.joining(Question.OR))));
    }

    /** Returns the question what is to be taken away. */
    static Reading which(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Which part should go? For example: the first 5 seconds; 0:10 to 0:20; the boring parts",
                        "要删除哪一部分？例如：前5秒；0:10到0:20；无聊的部分"),
                clause.say("remove %s", "删除%s", Question.BLANK));
    }

    private static boolean touchesAnEnd(Span span) {
        return span.in().equals(Moment.START) || span.out().equals(Moment.END);
    }
}
