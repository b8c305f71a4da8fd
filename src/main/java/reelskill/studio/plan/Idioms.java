package reelskill.studio.plan;

import java.util.List;
import java.util.stream.Stream;

/** Turns of English that stand for something before any times are looked at: "just the mp3", "10% off the end". */
final class Idioms {
    static final List<Shape> SHAPES = List.of(
            Shape.of("KEEP|ONLY FORMAT", m -> m.isSoundFile(1) ? List.of(m.at(0).as("EXPORT"), m.at(1)) : List.of()),
            Shape.of("ADD ORDINAL TITLE", m -> m.number(1) > 1 ? List.of(m.at(0), m.at(2)) : List.of()),
            Shape.of(
                    "PERCENT OFF|OFF2|FROM END|BACK",
                    m -> m.span(-1, (Double) m.at(0).value())),
            Shape.of(
                    "PERCENT OFF|OFF2|FROM START|FRONT",
                    m -> m.span(1, (Double) m.at(0).value())),
            Shape.of(
                    "EXCEPT KEEP",
                    m -> List.of(m.at(0).as("EVERYTHING"), m.at(0).as(Token.SOFT), m.at(1))),
            Shape.of("KIND|TRANSITION BETWEEN NUMBER SOFT NUMBER", Idioms::cut),
            Shape.of("HALF OPACITY", m -> List.of(m.one(Token.PERCENT, 0.5).get(0), m.at(1))),
            Shape.of("QUOTE POSITION|MIDDLE? CLIPREF|MEDIA|VAGUE PLAY", m -> Stream.concat(
                            m.tokens().subList(0, m.tokens().size() - 1).stream(),
                            Stream.of(m.at(m.tokens().size() - 1).as("ALL")))
                    .toList()),
            Shape.of(
                    "BOTTOM",
                    m -> List.of(
                            m.one("TO", "").get(0), m.one(Token.PERCENT, 0.0).get(0))),
            Shape.of("AGAIN BETWEEN NUMBER SOFT NUMBER", Idioms::cut),
            Shape.of("OFF2 ALL", m -> m.headed("OFF")),
            Shape.of("SILENCE EXCEPT|NOT PART? ATMOST TIME", m -> m.longer()),
            Shape.of(
                    "MIDDLE NUMBER",
                    m -> m.saysOne(1) ? List.of(m.at(0), m.at(1).as("CLIP")) : List.of()));

    private Idioms() {}

    /** "a wipe between 1 and 2": of clips, that follow each other. */
    private static List<Token> cut(Match match) {
        List<ClipRef> clips = List.of(ClipRef.number(match.number(2)), ClipRef.number(match.number(4)));
        boolean follow = clips.get(0).number() > 0
                && clips.get(1).number() == clips.get(0).number() + 1;
        return follow ? List.of(match.at(0), match.one(Token.CUTREF, clips).get(0)) : List.of();
    }

    /** "the last 5 seconds off the end" says it twice. */
    static List<Token> edgeTwice(Match match) {
        Span span = (Span) match.at(0).value();
        boolean start = match.at(2).is("START") || match.at(2).is("FRONT");
        boolean same = start ? span.in().equals(Moment.START) : span.out().equals(Moment.END);
        return same ? match.one(Token.SPAN, span) : List.of();
    }
}
