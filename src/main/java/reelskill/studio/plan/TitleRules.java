package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;

/** Words on the picture: "add a big red title "Hi" at the bottom for 5 seconds", "make the title bigger", "去掉标题". */
final class TitleRules {
    private static final Set<String> LOOK = Clause.concepts(
            "POSITION SIZE COLOR COLORWORD BOX TRANSLUCENT MIDDLE ADJECTIVE BETWEEN FACE BOLD MOTION KIND FADE FADEIN FADEBOTH");
    private static final Set<String> NOUNS = Clause.concepts("TITLE SUBTITLES POSITION");
    private static final Set<String> ADD = Clause.union(
            Clause.union(LOOK, NOUNS),
            Clause.concepts(
                    "ADD PUT QUOTE SAYING AT FOR OVER TIME SPAN START END VIDEO TO FROM CHANGE FRONT AFTER LONG ALL APPEAR BEHIND VAGUE LOGO ABOUT"));
    private static final Set<String> CHANGE =
            Clause.union(NOUNS, Clause.concepts("CHANGE SWAP TO FOR QUOTE SAYING VIDEO FROM"));
    private static final Set<String> RESTYLE = Clause.union(
            Clause.union(LOOK, NOUNS),
            Clause.concepts(
                    "CHANGE SWAP SCALE MOREBIT LESSBIT QUOTE SLIGHTLY MOVE PUT TO AT VIDEO FROM ADD REMOVE NOT OFF BEHIND PLAY TRANSLUCENT HALVE HALF DOUBLE FACTOR SHAPE MUCH"));
    private static final Set<String> REMOVE =
            Clause.union(NOUNS, Clause.concepts("REMOVE CUT NOT OFF ALL EVERYTHING QUOTE VIDEO FROM"));
    private static final Duration DEFAULT = Duration.ofSeconds(3);
    /** Longer than any video: a text ends with it at the latest. */
    private static final Duration WHOLE = Duration.ofDays(1);

    private static final double BIT = 1.25;

    private TitleRules() {}

    static Optional<Reading> add(Clause said) {
        Clause clause = TextLooks.plainlyPlaced(said);
        boolean named =
                clause.hasAny("TITLE") || (clause.has(Token.QUOTE) && clause.hasAny("ADD", "PUT", "SUBTITLES", "LOGO"));
        boolean lowerThird = clause.all("POSITION", String.class).contains("lower_third");
        // ""SALE" at the top in red"
        boolean placed = clause.has("POSITION")
                && clause.text(Token.QUOTE)
                        .filter(words -> clause.now().texts().stream()
                                .noneMatch(text -> text.text().equalsIgnoreCase(words)))
                        .isPresent();
        // 角标写上“…” is a mark of letters; one without is a picture.
        boolean mark = clause.has("LOGO") && !clause.has(Token.QUOTE);
        if ((!named && !lowerThird && !placed) || mark || !clause.isMadeOf(ADD)) return Optional.empty();
        boolean changes = clause.has("CHANGE")
                && saysOtherWords(clause)
                && !clause.now().texts().isEmpty();
        if (changes || TextLooks.asksForTransition(clause)) return Optional.empty();
        boolean twoPlaces = clause.has("START") && clause.has("END") && !clause.hasAny("TO", "FROM");
        if (clause.count(Token.QUOTE) > 1
                || twoPlaces
                || clause.count(Token.SPAN) > 1
                || tooManyLooks(clause)
                || captionsToo(clause)) return Optional.empty();
        if (TextLooks.asksForAnotherFace(clause)) return Optional.of(noSuchFace(clause));
        Optional<String> words = clause.text(Token.QUOTE);
        if (words.isEmpty()) {
            return clause.hasAny("ADD", "PUT") ? Optional.of(which(clause)) : Optional.empty();
        }
        return place(clause)
                .map(place -> Reading.of(new AddText(words.get(), place.at, place.length, TextLooks.of(clause))));
    }

    /** 加上字幕，标题写“…” are two wishes. */
    private static boolean captionsToo(Clause clause) {
        boolean both = clause.has("TITLE") && clause.has("SUBTITLES") && clause.has(Token.QUOTE);
        if (!both) return false;
        boolean quoted = false;
        for (int i = clause.tokens().size() - 1; i >= 0; i--) {
            Token token = clause.tokens().get(i);
            if (token.is("TITLE") || token.is(Token.QUOTE)) quoted = true;
            if (token.is(Token.SOFT) && quoted) {
                List<Token> before = clause.tokens().subList(0, i);
                return before.stream().anyMatch(word -> word.is("SUBTITLES"))
                        && before.stream().noneMatch(word -> word.is("TITLE") || word.is(Token.QUOTE));
            }
        }
        return false;
    }

    static Optional<Reading> change(Clause clause) {
        boolean named = clause.hasAny("TITLE", "SUBTITLES")
                || clause.count(Token.QUOTE) == 2
                || (isOfText(clause) && clause.now().texts().size() == 1);
        if (!clause.hasAny("CHANGE", "SWAP") || !named || !clause.isMadeOf(CHANGE)) return Optional.empty();
        List<String> quotes = clause.all(Token.QUOTE, String.class);
        if (quotes.isEmpty() || quotes.size() > 2) return Optional.empty();
        Optional<String> which = quotes.size() == 2 ? Optional.of(quotes.get(0)) : Optional.empty();
        return Optional.of(Reading.of(new ChangeText(which, quotes.get(quotes.size() - 1))));
    }

    static Optional<Reading> restyle(Clause clause) {
        boolean looks = clause.hasAny("FACE", "BOX", "MOTION", "BOLD", "FADEIN")
                || TextLooks.motion(clause).isPresent();
        boolean changes = clause.hasAny("SCALE", "MOREBIT", "LESSBIT", "HALVE", "DOUBLE")
                || (clause.hasAny("CHANGE", "SWAP", "MOVE", "PUT") && clause.hasAny("COLOR", "POSITION", "SIZE"))
                || (looks && clause.hasAny("CHANGE", "PUT", "TITLE", "ADD"))
                || (clause.hasAny("MOVE", "PUT") && clause.hasAny("MIDDLE", "BETWEEN") && isOfText(clause));
        Optional<String> called = called(clause);
        boolean meant = clause.has("TITLE")
                || called.isPresent()
                || clause.now().texts().size() == 1;
        // "change the headline to "Sale" and make it red" says first what it is to say.
        boolean refused = clause.has("NOT") && !clause.hasAny("BOX", "FADE", "FADEIN", "FADEBOTH", "MOTION");
        if (refused || saysOtherWords(clause) || clause.count(Token.QUOTE) > 1) return Optional.empty();
        boolean newWords = clause.has(Token.QUOTE)
                && clause.now().texts().stream()
                        .noneMatch(text -> clause.text(Token.QUOTE).equals(Optional.of(text.text())));
        boolean adds = clause.has("ADD") ? newWords || !clause.has("BOX") : newWords && clause.has("PUT");
        if (!changes || adds || !meant || !clause.isMadeOf(RESTYLE) || tooManyLooks(clause)) return Optional.empty();
        if (TextLooks.asksForAnotherFace(clause)) return Optional.of(noSuchFace(clause));
        TextChange change = new TextChange(
                called.isPresent() ? Optional.empty() : TextLooks.position(clause),
                scaled(clause),
                TextLooks.color(clause),
                TextLooks.plate(clause),
                TextLooks.face(clause),
                TextLooks.motion(clause));
        return change.isNothing()
                ? Optional.empty()
                : Optional.of(Reading.of(new StyleText(clause.text(Token.QUOTE).or(() -> called), change)));
    }

    /** 加个标题 // 放中间: what was just done to a text is gone on with. */
    private static boolean isOfText(Clause clause) {
        List<EditOperation> last = clause.last().get();
        EditOperation done = last.isEmpty() ? null : last.get(last.size() - 1);
        boolean card = done instanceof AddCard it && !it.text().isEmpty();
        return card || done instanceof AddText || done instanceof StyleText || done instanceof ChangeText;
    }

    /** 标题放大一点居中，内容是“…”: one text, how it looks and what it says; where there is none yet, it is added so. */
    static Optional<Reading> reworded(Clause clause) {
        boolean both = clause.count("TITLE") == 1
                && clause.count(Token.QUOTE) == 1
                && clause.has(Token.SOFT)
                && clause.hasAny("SCALE", "MOREBIT", "LESSBIT")
                && (!clause.has("ADD") || clause.language() == Language.CHINESE)
                && clause.isMadeOf(Clause.union(ADD, RESTYLE));
        boolean adds = clause.has("ADD");
        if (!both || (!adds && clause.now().texts().size() > 1)) return Optional.empty();
        Clause look = clause.without(Token.QUOTE).without("SAYING");
        if (!adds && !clause.now().texts().isEmpty()) {
            ChangeText words =
                    new ChangeText(Optional.empty(), clause.text(Token.QUOTE).orElseThrow());
            return restyle(look)
                    .filter(Reading::asksForSomething)
                    .map(reading -> Reading.of(reading.operations().get(0), words));
        }
        Clause bare = clause;
        for (String size : List.of("SCALE", "MOREBIT", "LESSBIT", "SLIGHTLY", "CHANGE")) bare = bare.without(size);
        double scale = scaled(clause);
        return add(bare)
                .filter(Reading::asksForSomething)
                .flatMap(reading -> reading.operations().get(0).sized(scale))
                .map(Reading::of);
    }

    private static double scaled(Clause clause) {
        return TextLooks.times(clause)
                .map(Object::toString)
                .or(() -> clause.text("SCALE"))
                .or(() -> clause.text("SIZE").map(TitleRules::scale))
                .map(Double::parseDouble)
                .orElse(clause.has("MOREBIT") ? BIT : clause.has("LESSBIT") ? 1 / BIT : 1);
    }

    private static boolean saysOtherWords(Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean becomes = tokens.get(i - 1).is("TO") || tokens.get(i - 1).is("SAYING");
            if (tokens.get(i).is(Token.QUOTE) && becomes) return true;
        }
        return false;
    }

    /** "make the lower third bigger" means the text that is one. */
    private static Optional<String> called(Clause clause) {
        boolean lowerThird = clause.all("POSITION", String.class).contains("lower_third");
        if (!lowerThird || clause.hasAny("MOVE", "PUT", "TITLE") || clause.has(Token.QUOTE)) return Optional.empty();
        List<String> texts = clause.now().texts().stream()
                .filter(text -> text.style().position() == TextStyle.Position.LOWER_THIRD)
                .map(TextSegment::text)
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    private static Reading noSuchFace(Clause clause) {
        return Reading.notAvailable(clause.say(
                "That font does not come with the studio; bold letters without serifs, italic and serif work, for example: make the title italic.",
                "没有这种字体；可以用无衬线粗体、斜体或衬线字体，例如：把标题改成斜体。"));
    }

    static Optional<Reading> remove(Clause clause) {
        Optional<String> called = called(clause);
        boolean named = clause.hasAny("TITLE", "SUBTITLES") || called.isPresent();
        boolean gone = named && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        if (!gone || clause.count(Token.QUOTE) > 1 || !clause.isMadeOf(REMOVE)) return Optional.empty();
        // 文字全部去掉 is of the texts; "the title and everything else" is not.
        boolean all = clause.has("EVERYTHING") && clause.language() == Language.CHINESE && !clause.has(Token.SOFT);
        if (clause.has("EVERYTHING") && !all) return Optional.empty();
        RemoveText text = new RemoveText(clause.text(Token.QUOTE).or(() -> called), all || clause.has("ALL"));
        boolean both = clause.has("TITLE") && clause.has("SUBTITLES") && clause.has(Token.SOFT);
        return Optional.of(both ? Reading.of(new RemoveCaptions(Target.ALL), text) : Reading.of(text));
    }

    /** "make it big" means bigger than it is. */
    private static String scale(String size) {
        return Double.parseDouble(size) > 0.1 ? "1.4" : "0.7";
    }

    private static boolean tooManyLooks(Clause clause) {
        return clause.count("POSITION") > 1
                || TextLooks.colors(clause) > 1
                || clause.count("FACE") > 1
                || clause.count("MOTION") > 1
                || clause.count("SIZE") > 1;
    }

    private static Reading which(Clause clause) {
        return Reading.ask(
                clause.say("Which text should it show? For example: Weekly update", "要显示什么文字？例如：本周更新"),
                clause.say("add a title \"%s\"", "加一个标题“%s”", Question.BLANK));
    }

    /** Returns when the text stands; empty where the times contradict each other. */
    private static Optional<Place> place(Clause clause) {
        List<Span> spans = clause.spans();
        int times = clause.count(Token.TIME);
        if (!spans.isEmpty()) return times > 0 ? Optional.empty() : Place.of(spans.get(0));
        // A mark of letters stands as long as one that is a picture.
        boolean mark = clause.has("LOGO") && times == 0 && !clause.hasAny("START", "END");
        if (clause.has("ALL") || mark)
            return times == 0 ? Optional.of(new Place(Moment.START, WHOLE)) : Optional.empty();
        Optional<Duration> at = clause.timeAfter("AT", "FROM", "PUT", "AFTER");
        Optional<Duration> length =
                times == 1 && at.isEmpty() ? clause.time() : clause.timeAfter("FOR", "LONG", "OVER");
        if (times > 2 || (times == 2 && (at.isEmpty() || length.isEmpty()))) return laterOf(clause, times);
        if (at.isPresent() && clause.hasAny("START", "END")) return Optional.empty();
        Duration lasting = length.orElse(DEFAULT);
        Moment moment = clause.has("END") ? Moment.beforeEnd(lasting) : Moment.at(at.orElse(Duration.ZERO));
        return lasting.isZero() ? Optional.empty() : Optional.of(new Place(moment, lasting));
    }

    /** "在第5秒显示…显示4秒": the first time is when, the second how long. */
    private static Optional<Place> laterOf(Clause clause, int times) {
        List<Duration> both = clause.all(Token.TIME, Duration.class);
        boolean inOrder = times == 2 && clause.language() == Language.CHINESE;
        return inOrder ? Optional.of(new Place(Moment.at(both.get(0)), both.get(1))) : Optional.empty();
    }

    private record Place(Moment at, Duration length) {
        static Optional<Place> of(Span span) {
            boolean sameShare = span.in().share() == span.out().share();
            if (!sameShare) return Optional.empty();
            return Optional.of(
                    new Place(span.in(), span.out().offset().minus(span.in().offset())));
        }
    }
}
