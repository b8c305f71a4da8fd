package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins tokens that together are one thing: "from 0:10 to 0:20" is a span, "the second clip" a clip. The order of words
 * matters here and nowhere after it. Pure.
 */
final class Grouping {
    /** In order; what an earlier shape joined, a later one sees as one token. */
    private static final List<Shape> SHAPES = List.of(
            Shape.of("FINAL TIME|NUMBER|ORDINAL|FRACTION|CLIP|PART", m -> m.last()),
            Shape.of("STARTAT|FROM|AT TIME INSONG", m -> m.one("UNAVAILABLE", "songstart")),
            Shape.of("INSONG", m -> m.one("MUSIC", "")),
            Shape.of("NUMBER MORE UNIT", m -> List.of(m.secondsAt(0))),
            Shape.of("CHANGE HALF|NUMBER", m -> m.parted()),
            Shape.of("ANOTHER TIME", m -> List.of(m.at(1))),
            Shape.of("TIME SHORTEN", m -> m.shorter()),
            Shape.of("FROM TIME START REMOVE|CUT", Amounts::goneFrom),
            Shape.of("FROM TIME ADD TO TIME", Amounts::shown),
            Shape.of("SOUND|MUSIC CHANGE|TO NUMBER LUFS?", Amounts::level),
            Shape.of("SPEED|SLOWER|SLOWMO CHANGE|TO? ORIGINAL? FRACTION|HALF", Amounts::rate),
            Shape.of("END FROM TIME ONWARD?", m -> m.toEnd(m.time(0))),
            Shape.of("PERCENT SPEED", m -> m.one("RATE", m.at(0).value().toString())),
            Shape.of("NUMBER OFF|OFF2 START|END|FRONT|BACK", m -> List.of(m.secondsAt(0), m.at(1), m.at(2))),
            Shape.of(
                    "CLIP NUMBER SOFT NUMBER TO|SHORTEN TIME",
                    m -> List.of(m.clipAt(1), m.at(2), m.clipAt(3), m.at(4), m.at(5))),
            Shape.of(
                    "ORDINAL PERCENT", m -> m.span(m.number(0), (Double) m.at(1).value())),
            Shape.of("CLIP NUMBER TO TIME", m -> List.of(m.clipAt(1), m.at(2), m.at(3))),
            Shape.of("FROM NUMBER TO END", m -> m.toEnd(m.seconds(0))),
            Shape.of("FROM NUMBER ONWARD", m -> m.toEnd(m.seconds(0))),
            Shape.of(
                    "TO STARTAT|ENDAT|REMOVE|CUT|TRIM|KEEP|SPLIT|MOVE|JOIN|SWAP|MUTE|FADEIN|FADEOUT|REVERSE|LOOP|COPY",
                    m -> m.infinitive()),
            Shape.of(
                    "TIME FROM|STARTAT TIME ONWARD?",
                    m -> m.span(m.time(1), m.time(1).plus(m.time(0)))),
            Shape.of(
                    "MUSIC|TITLE|LOGO|SUBTITLES|PIP|QUOTE START|END TIME LATER|EARLIER", m -> m.one(Token.UNKNOWN, "")),
            Shape.of("START TIME LATER", m -> m.gone(Span.first(m.time(0)))),
            Shape.of("END TIME EARLIER", m -> m.gone(Span.last(m.time(0)))),
            Shape.of("REMOVE|CUT TIME AT TIME", m -> List.of(m.at(0), m.from(1))),
            Shape.of("TIME BEFORE TIME", m -> m.span(m.time(1).minus(m.time(0)), m.time(1))),
            Shape.of("TIME AFTER TIME", m -> m.span(m.time(1), m.time(1).plus(m.time(0)))),
            Shape.of("ORDINAL SOFT ORDINAL TIME", m -> m.bothEnds(0, 2)),
            Shape.of("ORDINAL SOFT ORDINAL ORDINAL|UNIT", m -> m.bothSeconds()),
            Shape.of("ORDINAL|UNIT NUMBER TO ORDINAL|UNIT? NUMBER", m -> m.span(m.seconds(0), m.seconds(1))),
            Shape.of("BETWEEN NUMBER SOFT NUMBER", m -> m.span(m.seconds(0), m.seconds(1))),
            Shape.of(
                    "ORDINAL TIME SOFT ORDINAL NUMBER CLIP?",
                    m -> m.tokens().size() > 5
                            ? List.of()
                            : List.of(m.at(0), m.at(1), m.at(2), m.at(3), m.secondsAt(4))),
            Shape.of("BETWEEN NUMBER SOFT TIME", m -> m.span(m.seconds(0), m.time(0))),
            Shape.of("FROM? NUMBER TO TIME", m -> m.span(m.seconds(0), m.time(0))),
            Shape.of(
                    "ORDINAL NUMBER SOFT ORDINAL TIME",
                    m -> List.of(m.at(0), m.secondsAt(1), m.at(2), m.at(3), m.at(4))),
            Shape.of("ORDINAL SOFT ORDINAL CLIP|PART", m -> List.of(m.clipAt(0), m.at(1), m.clipAt(2))),
            Shape.of("RATIO RATIO", Grouping::exactRatio),
            Shape.of("GRAB TIME OFF|OFF2 START|END|FRONT|BACK|BOTHENDS", m -> m.headed("REMOVE")),
            Shape.of("TIME OFF|OFF2|FROM|AT BOTHENDS", m -> m.bothEnds()),
            Shape.of("ORDINAL|MIDDLE ORDINAL", Grouping::share),
            Shape.of(
                    "BETWEEN FRACTION",
                    m -> m.span(Span.middle(Double.parseDouble(m.at(1).text())))),
            Shape.of(
                    "ORDINAL|MIDDLE FRACTION",
                    m -> m.span(m.number(0), Double.parseDouble(m.at(1).text()))),
            Shape.of("FRACTION WAYIN", m -> m.moment(Double.parseDouble(m.at(0).text()))),
            Shape.of("PERCENT WAYIN", m -> m.moment((Double) m.at(0).value())),
            Shape.of("FRACTION SPEED", m -> m.one("RATE", m.at(0).text())),
            Shape.of("HALFWAY", m -> m.moment(0.5)),
            Shape.of("START MOMENT", m -> m.headed("STARTAT")),
            Shape.of("END MOMENT", m -> m.headed("ENDAT")),
            Shape.of("AFTER MOMENT", m -> m.span(new Span(m.momentAt(1), Moment.END))),
            Shape.of("BEFORE MOMENT", m -> m.span(new Span(Moment.START, m.momentAt(1)))),
            Shape.of("FROM MOMENT TO END", m -> m.span(new Span(m.momentAt(1), Moment.END))),
            Shape.of("FROM MOMENT ONWARD|AFTER", m -> m.span(new Span(m.momentAt(1), Moment.END))),
            Shape.of("START TO MOMENT", m -> m.span(new Span(Moment.START, m.momentAt(2)))),
            Shape.of("PERCENT|HALF|FRACTION WIDTH", m -> m.one("SHARE", share(m.at(0)))),
            Shape.of("PERCENT SHAPE", m -> m.at(1).value().equals("size") ? m.one("SHARE", share(m.at(0))) : List.of()),
            Shape.of("WIDTH PERCENT", m -> m.one("SHARE", share(m.at(1)))),
            Shape.of("HALF STRENGTH", m -> m.one(Token.PERCENT, 0.5)),
            Shape.of("STRENGTH PERCENT", m -> m.one(Token.PERCENT, m.at(1).value())),
            Shape.of("PERCENT STRENGTH", m -> m.one(Token.PERCENT, m.at(0).value())),
            Shape.of("TWICE SIZE|SCALE", m -> m.one("DOUBLE", "")),
            Shape.of("STARTAT NUMBER", m -> List.of(m.at(0), m.secondsAt(1))),
            Shape.of("ENDAT NUMBER", m -> List.of(m.at(0), m.secondsAt(1))),
            Shape.of("FROM TIME START SOFT? TO TIME END?", m -> m.span(m.time(0), m.time(1))),
            Shape.of("ORDINAL ORDINAL", Grouping::aSecond),
            Shape.of("LASTONE TIME", m -> m.kept(m.time(0))),
            Shape.of("LASTONE ORDINAL", m -> m.number(1) == 2 ? m.kept(Duration.ofSeconds(1)) : List.of()),
            Shape.of("ORDINALCLIP CLIP|VIDEO?", m -> List.of(m.clipAt(0))),
            Shape.of("ORDINAL CLIP|VIDEO|PART", m -> List.of(m.clipAt(0))),
            Shape.of("MEDIA CLIP|PART", m -> List.of(m.at(0))),
            Shape.of("STEP", m -> m.at(0).value().equals("-1") ? List.of(m.clipAt(0)) : List.of()),
            Shape.of(
                    "ORDINAL NUMBER",
                    m -> m.saysOne(1) ? m.one(Token.CLIPREF, ClipRef.number(m.number(0))) : List.of()),
            Shape.of("MEDIA NUMBER", m -> m.saysOne(1) ? List.of(m.at(0)) : List.of()),
            Shape.of("CLIP NUMBER SOFT NUMBER", m -> List.of(m.clipAt(1), m.at(2), m.clipAt(3))),
            Shape.of("CLIP NUMBER", m -> List.of(m.clipAt(1))),
            Shape.of(
                    "MEDIA CLIP?",
                    m -> m.one(
                            Token.CLIPREF, ClipRef.named(((LibraryItem) m.at(0).value()).name()))),
            Shape.of("ORDINAL NUMBER CLIP", m -> m.several(m.number(0), m.number(1))),
            Shape.of("NUMBER CLIP FROM|OFF|OFF2|AT END|BACK", m -> m.several(-1, m.number(0))),
            Shape.of("NUMBER CLIP FROM|OFF|OFF2|AT START|FRONT", m -> m.several(1, m.number(0))),
            Shape.of("SWAP ORDINAL NUMBER", m -> m.swapped()),
            Shape.of("END VIDEO AT", m -> m.one("ENDAT", "")),
            Shape.of("START VIDEO AT", m -> m.one("STARTAT", "")),
            Shape.of("BETWEEN CLIPREF SOFT CLIPREF", m -> m.one(Token.CUTREF, m.clips())),
            Shape.of("CLIPREF AFTER|BEFORE ADD CLIPREF", m -> m.inserted()),
            Shape.of("CLIPREF SOFT CLIPREF BETWEEN", m -> m.one(Token.CUTREF, m.clips())),
            Shape.of("ORDINAL NUMBER", m -> m.number(0) == 2 ? m.one(Token.TIME, m.seconds(0)) : List.of()),
            Shape.of("APPEAR AT? TIME SOFT? GONE AT|AFTER? TIME", m -> m.span(m.time(0), m.time(1))),
            Shape.of("GONE AFTER TIME", m -> m.lasting(m.time(0))),
            Shape.of(
                    "APPEAR AT? TIME",
                    m -> List.of(m.one("AT", "").get(0), m.at(m.tokens().size() - 1))),
            Shape.of("APPEAR SPAN", m -> List.of(m.at(1))),
            Shape.of("FRONT TIME", m -> m.span(Span.first(m.time(0)))),
            Shape.of("BACK TIME", m -> m.span(Span.last(m.time(0)))),
            Shape.of("ORDINAL START TIME", m -> m.span(Span.first(m.time(0)))),
            Shape.of("ORDINAL TIME", Grouping::ordinalSpan),
            Shape.of("TIME ORDINAL", Grouping::before),
            Shape.of("START TIME", m -> m.span(Span.first(m.time(0)))),
            Shape.of("VAGUE TIME", Grouping::vagueSpan),
            Shape.of("END TIME", m -> m.span(Span.last(m.time(0)))),
            Shape.of("TIME OFF|FROM|OFF2 START|FRONT", m -> m.span(Span.first(m.time(0)))),
            Shape.of("TIME OFF|FROM|OFF2 END|BACK", m -> m.span(Span.last(m.time(0)))),
            Shape.of("FROM|BETWEEN? TIME TO TIME PART|BETWEEN?", m -> m.span(m.time(0), m.time(1))),
            Shape.of("BETWEEN TIME SOFT TIME", m -> m.span(m.time(0), m.time(1))),
            Shape.of("FROM? START TO TIME", m -> m.span(Span.first(m.time(0)))),
            Shape.of("FROM? TIME TO END", m -> m.toEnd(m.time(0))),
            Shape.of("AFTER TIME", m -> m.at(0).value().equals("right") ? List.of() : m.toEnd(m.time(0))),
            Shape.of("FROM? TIME AFTER|ONWARD", m -> m.toEnd(m.time(0))),
            Shape.of("BEFORE TIME", m -> m.span(Span.first(m.time(0)))),
            Shape.of("TIME BEFORE", m -> m.span(Span.first(m.time(0)))),
            Shape.of("HALFFIRST|HALFLAST ORDINAL", Grouping::halfSecond),
            Shape.of("HALFFIRST", m -> m.span(new Span(Moment.START, Moment.MIDDLE))),
            Shape.of("HALFLAST", m -> m.span(new Span(Moment.MIDDLE, Moment.END))),
            Shape.of("QUARTERFIRST", m -> m.span(new Span(Moment.START, new Moment(0.25, Duration.ZERO)))),
            Shape.of("QUARTERLAST", m -> m.span(new Span(new Moment(0.75, Duration.ZERO), Moment.END))),
            Shape.of("TO TIME END", m -> List.of(m.at(0).as("ENDAT"), m.at(1))),
            Shape.of("GRAB|REMOVE|CUT TIME MIDDLE", m -> m.middle()),
            Shape.of("END CLIPREF AT TIME", m -> m.edgeOf("ENDAT")),
            Shape.of("START CLIPREF AT TIME", m -> m.edgeOf("STARTAT")),
            Shape.of("TIME FROM|OFF|OFF2 MIDDLE", m -> m.span(Span.middle(m.time(0)))),
            Shape.of("ADD SPAN CLIPREF?", m -> m.openingPart()),
            Shape.of("ADD CLIPREF CLIP?", m -> m.opening()),
            Shape.of("EVERYTHING REMOVE|CUT", m -> m.at(0).value().equals("rest") ? m.one("RESTGONE", "") : List.of()),
            Shape.of("REMOVE|CUT EVERYTHING", m -> m.at(1).value().equals("rest") ? m.one("RESTGONE", "") : List.of()),
            Shape.of("TALKSTART", m -> m.silence("START")),
            Shape.of("TALKEND", m -> m.silence("END")),
            Shape.of("CLIPREF SOFT TO TIME", m -> m.until()),
            Shape.of("START? SCENE REMOVE|CUT|KEEP SOFT ABOUT? AT? SPAN", Amounts::timedScene),
            Shape.of("FROM TIME SHORTEN END", m -> m.toEnd(m.time(0))),
            Shape.of("FROM TIME SHORTEN TIME", m -> m.span(m.time(0), m.time(1))),
            Shape.of("FROM|AT TIME START SLOWMO|SLOWER|FASTER|MUTE|QUIETWORD|REVERSE TIME", m -> m.lastingFrom()),
            Shape.of("SPAN SCENE", m -> List.of(m.at(0))),
            Shape.of("WHICH SPAN", m -> List.of(m.at(1))),
            Shape.of("BOTHENDS ALL|EACH? REMOVE|CUT? TIME", Amounts::bothEnds),
            Shape.of("BETWEEN TIME REMOVE|NOT|KEEP|CUT|RESTGONE", m -> m.amid()),
            Shape.of("EXCEPT SPAN|CLIPREF SOFT? RESTGONE", m -> List.of(m.at(0).as("KEEP"), m.at(1))),
            Shape.of(
                    "KEEP BETWEEN TIME",
                    m -> List.of(m.at(0), m.span(Span.middle(m.time(0))).get(0))),
            Shape.of("MIDDLE TIME", m -> m.span(Span.middle(m.time(0)))),
            Shape.of(
                    "KIND FACTOR",
                    m -> m.at(0).value().equals("zoom")
                            ? List.of(m.one("ZOOMIN", "").get(0), m.at(1))
                            : List.of()),
            Shape.of("FADEIN|FADEOUT FOR|OVER NUMBER", m -> List.of(m.at(0), m.at(1), m.secondsAt(2))),
            Shape.of(
                    "FADEIN|FADEOUT SOUND|MUSIC|VIDEO START|END OVER NUMBER",
                    m -> List.of(m.at(0), m.at(1), m.at(2), m.at(3), m.secondsAt(4))),
            Shape.of("GRAB SOUND OFF|OFF2", m -> m.one("MUTE", "")),
            Shape.of("SPAN OFF|OFF2|FROM START|FRONT|END|BACK", Idioms::edgeTwice),
            Shape.of("GRAB SPAN OFF|OFF2", m -> m.headed("REMOVE")),
            Shape.of(
                    "GRAB SPAN ALL CLIP SOFT PUT|JOIN TOGETHER",
                    m -> List.of(m.at(0).as("KEEP"), m.at(1), m.at(2), m.at(3))),
            Shape.of("EVERYTHING TO TIME", m -> m.untilTime()),
            Shape.of("CLIPREF|CLIP|VAGUE REMOVE|GO BEFORE|AFTER CLIPREF|VAGUE", m -> m.goes()),
            Shape.of("CLIPREF|CLIP|VAGUE REMOVE|GO AT|TO? ORDINAL|FRONT|BACK|START|END", m -> m.goes()));

    private static final Set<String> SILENT = Set.of(Token.FILLER, "COLON", "IN");

    private Grouping() {}

    /** Returns the tokens without fillers, joined. */
    static List<Token> grouped(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.stream()
                .filter(token -> !SILENT.contains(token.concept()))
                .toList());
        boolean history = result.stream().anyMatch(token -> token.is("UNDO") || token.is("REDO"));
        // "undo the last one" means a step, "mute the last one" a clip.
        if (history) result.replaceAll(Grouping::step);
        for (Shape shape : Idioms.SHAPES) for (int at = 0; at < result.size(); at++) shape.joinAt(result, at);
        for (Shape shape : SHAPES) for (int at = 0; at < result.size(); at++) shape.joinAt(result, at);
        return result;
    }

    private static Token step(Token token) {
        return token.is("STEP") ? token.as("STEP") : token;
    }

    /** "4:5 portrait", "4:5竖屏": the word says which way, the figures how far. */
    private static List<Token> exactRatio(Match match) {
        String one = (String) match.at(0).value();
        String other = (String) match.at(1).value();
        boolean wide = isWide(one);
        if (wide != isWide(other)) return List.of();
        return match.one("RATIO", one.equals(wide ? "16:9" : "9:16") ? other : one);
    }

    private static double share(Token said) {
        return switch (said.concept()) {
            case "HALF" -> 0.5;
            case "FRACTION" -> Double.parseDouble(said.text());
            default -> (Double) said.value();
        };
    }

    /** "the first second": behind first and last the word counts time, before a clip it ranks. */
    private static List<Token> aSecond(Match match) {
        Duration second = Duration.ofSeconds(1);
        if (match.number(1) != 2) return List.of();
        return switch (match.number(0)) {
            case 1 -> match.span(Span.first(second));
            case -1 -> match.span(Span.last(second));
            default -> List.of();
        };
    }

    /** 5秒前: what comes before that moment; the first 5 seconds are said the other way round. */
    private static List<Token> before(Match match) {
        return match.at(1).value().equals("1") && match.at(1).to() - match.at(1).from() == 1
                ? match.span(Span.first(match.time(0)))
                : List.of();
    }

    /** "the first half second": not the second of two halves. */
    private static List<Token> halfSecond(Match match) {
        Duration half = Duration.ofMillis(500);
        if (match.number(1) != 2) return List.of();
        return match.span(match.at(0).is("HALFFIRST") ? Span.first(half) : Span.last(half));
    }

    /** "the first third", "the middle third", "the last fifth": behind first and last the word counts parts. */
    private static List<Token> share(Match match) {
        int parts = match.number(1);
        boolean one = match.at(0).is("MIDDLE") ? parts == 3 : Math.abs(match.number(0)) == 1;
        return one && parts > 2 ? match.span(match.number(0), 1.0 / parts) : List.of();
    }

    /** "the opening 5 seconds", "the closing 3 seconds". */
    private static List<Token> vagueSpan(Match match) {
        if (match.at(0).value().equals("opening")) return match.span(Span.first(match.time(0)));
        return match.at(0).value().equals("ending") ? match.span(Span.last(match.time(0))) : List.of();
    }

    private static boolean isWide(String ratio) {
        String[] sides = ratio.split(":", -1);
        return Double.parseDouble(sides[0]) > Double.parseDouble(sides[1]);
    }

    private static List<Token> ordinalSpan(Match m) {
        return switch (m.number(0)) {
            case 1 -> m.span(Span.first(m.time(0)));
            case -1 -> m.span(Span.last(m.time(0)));
            default -> List.of();
        };
    }
}
