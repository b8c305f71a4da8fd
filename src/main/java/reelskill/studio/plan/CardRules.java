package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.plan.AddCard.Place;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.TextStyle.Position;

/** "start with a black screen that says "Part 1"", "2 seconds of black at the end", 在第一段和第二段之间加黑屏字幕“三天后”. */
final class CardRules {
    private static final Set<String> ADD = Clause.concepts(
            "CARD KIND ADD PUT QUOTE SAYING TITLE SUBTITLES TIME FOR LONG AT START FRONT END VIDEO BETWEEN CLIP CUTREF CUTS"
                    + " BEFORE AFTER CLIPREF VAGUE NUMBER COLOR SIZE FACE BOLD MOTION FADEIN BOX ALL EACH APPEAR PLAY");
    private static final Set<String> REMOVE = Clause.concepts(
            "CARD REMOVE CUT NOT OFF ALL VIDEO FROM AT START FRONT END BETWEEN CLIP CUTS CUTREF CLIPREF BEFORE AFTER TIME QUOTE SAYING");

    private static final Set<String> REPLACING = Set.of("replace", "with");

    private static final String OPENING = "opening";
    private static final double SIZE = 0.12;

    private CardRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean there = clause.now().clips().stream().anyMatch(MediaSegment::card);
        boolean gone = there && clause.has("CARD") && clause.hasAny("REMOVE", "CUT", "NOT", "OFF");
        if (!gone || !clause.isMadeOf(REMOVE) || clause.count(Token.QUOTE) > 1) return Optional.empty();
        List<Place> places = places(clause, clause.timeAfter("AT", "FROM"));
        return places.size() > 1
                ? Optional.empty()
                : Optional.of(Reading.of(new RemoveCards(
                        clause.text(Token.QUOTE), places.stream().findFirst())));
    }

    /** "replace clip 2 with a black card", 把第二段换成黑屏: as long as the clip where it says nothing. */
    static Optional<Reading> replace(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        boolean replaces = clause.all("CHANGE", String.class).stream().anyMatch(REPLACING::contains)
                && clause.clips().size() == 1
                && said.indexOf(Token.CLIPREF) < said.indexOf("CARD");
        if (!replaces) return Optional.empty();
        ClipRef gone = clause.clips().get(0);
        Stream<Token> there = Stream.of(new Token("ADD", "", 0, 0), new Token("AFTER", "", 0, 0));
        boolean free = !clause.hasAny(Token.TIME, Token.QUOTE);
        Optional<Duration> length = Clips.find(clause.now(), gone).stream()
                .findFirst()
                .filter(clip -> free)
                .map(clip -> clause.now().rate().time(clip.range().duration()));
        return add(clause.with(Stream.concat(clause.without("CHANGE").tokens().stream(), there)
                        .toList()))
                .filter(reading -> reading.operations().stream().anyMatch(AddCard.class::isInstance))
                .map(reading -> reading.operations().get(0))
                .map(card -> Reading.of(length.flatMap(card::lasting).orElse(card), new RemoveClip(gone)));
    }

    static Optional<Reading> add(Clause clause) {
        boolean clear = clause.count(Token.QUOTE) <= 1
                && clause.count(Token.TIME) <= 2
                && clause.count("COLOR") <= 2
                && clause.count(Token.CLIPREF) <= 1
                && clause.numbersAre(1)
                && clause.all("VAGUE", String.class).stream().allMatch(OPENING::equals);
        if (!isNamed(clause) || !clear || !clause.isMadeOf(ADD)) return Optional.empty();
        String words = clause.text(Token.QUOTE).orElse("");
        Optional<Duration> at = clause.timeAfter("AT", "PUT", "AFTER");
        Optional<Duration> length =
                clause.count(Token.TIME) == 1 && at.isEmpty() ? clause.time() : clause.timeAfter("FOR", "LONG");
        boolean lost = clause.count(Token.TIME) != (at.isPresent() ? 1 : 0) + (length.isPresent() ? 1 : 0);
        if (lost || length.filter(Duration::isZero).isPresent()) return Optional.empty();
        List<Place> places = places(clause, at);
        if (places.size() > 1) return Optional.empty();
        if (places.isEmpty() && !clause.hasAny("ADD", "PUT")) return Optional.empty();
        if (places.isEmpty() && !isTitle(clause)) return Optional.of(where(clause));
        Place place = places.isEmpty() ? new Place.At(Moment.START) : places.get(0);
        int ground = ground(clause);
        Clause plain = onGround(clause);
        if (TextLooks.colors(plain) > 1 || TextLooks.asksForAnotherFace(plain)) return Optional.empty();
        int ink = TextLooks.color(plain).orElse(AddCard.readable(ground));
        Duration lasting = length.orElse(words.isEmpty() ? AddCard.PLAIN : AddCard.WITH_WORDS);
        if (words.isEmpty() && isTitle(clause)) return Optional.of(which(clause));
        if (!words.isEmpty() && place.equals(new Place.At(Moment.END)))
            return Optional.of(Reading.of(new AddEndCard(
                    words,
                    length.orElse(AddEndCard.LENGTH),
                    TextLooks.of(plain)
                            .at(Position.CARD)
                            .sized(EndCardRules.SIZE)
                            .coloured(ink)
                            .on(OptionalInt.of(ground)))));
        return Optional.of(Reading.of(
                new AddCard(words, ground, lasting, place, look(plain).coloured(ink))));
    }

    /** 开头加2秒黑场: between clips it is a transition. */
    private static boolean isNamed(Clause clause) {
        boolean black = clause.language() == Language.CHINESE
                && clause.text("KIND").filter("fade_black"::equals).isPresent()
                && clause.hasAny("START", "FRONT", "END")
                && clause.hasAny("ADD", "PUT", Token.QUOTE)
                && !clause.hasAny("BETWEEN", "CUTS", Token.CUTREF);
        return black || (clause.count("CARD") == 1 && !clause.has("KIND"));
    }

    /** A card for words: 片头卡, "a title card". */
    private static boolean isTitle(Clause clause) {
        return clause.text("CARD").filter(String::isEmpty).isPresent();
    }

    private static List<Place> places(Clause clause, Optional<Duration> at) {
        List<Place> places = new ArrayList<>();
        at.ifPresent(time -> places.add(new Place.At(Moment.at(time))));
        List<String> adds = clause.all("ADD", String.class);
        if (clause.hasAny("START", "FRONT", "VAGUE") || adds.contains("first")) places.add(new Place.At(Moment.START));
        if (clause.has("END") || adds.contains("last")) places.add(new Place.At(Moment.END));
        boolean pair = clause.has(Token.CUTREF);
        clause.one(Token.CUTREF, List.class).ifPresent(cut -> places.add(new Place.Beside((ClipRef) cut.get(0), true)));
        boolean beside = clause.clips().size() == 1;
        if (beside && clause.hasAny("BEFORE", "AFTER"))
            places.add(new Place.Beside(clause.clips().get(0), !clause.has("BEFORE")));
        else if (!pair && !beside && clause.hasAny("BETWEEN", "CUTS")) places.add(new Place.EveryCut());
        return places;
    }

    private static int ground(Clause clause) {
        String own = clause.text("CARD").orElse("");
        if (!own.isEmpty()) return Integer.parseInt(own, 16);
        Optional<OptionalInt> plate = TextLooks.plate(clause);
        if (plate.isPresent() && plate.get().isPresent()) return plate.get().getAsInt();
        return before(clause).map(token -> Integer.parseInt(token.text(), 16)).orElse(0);
    }

    /** "a red title card": the colour right before the card is the card's. */
    private static Optional<Token> before(Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int i = 1; i < tokens.size(); i++)
            if (tokens.get(i).is("CARD") && tokens.get(i - 1).is("COLOR")) return Optional.of(tokens.get(i - 1));
        return Optional.empty();
    }

    /** Returns the clause as it speaks of the words alone. */
    private static Clause onGround(Clause clause) {
        Optional<Token> ground = before(clause);
        List<Token> rest = clause.tokens().stream()
                .filter(token -> !ground.equals(Optional.of(token)))
                .toList();
        return clause.with(rest).without("BOX");
    }

    /** The words stand alone: they are larger than those on a picture. */
    private static TextStyle look(Clause clause) {
        TextStyle style = TextLooks.of(clause);
        return clause.has("SIZE") ? style : style.sized(SIZE);
    }

    private static Reading which(Clause clause) {
        return Reading.ask(
                clause.say("What should the card say? For example: Part one", "上面写什么？例如：第一章"),
                clause.say("%s saying \"%s\"", "%s写“%s”", Question.SAID, Question.BLANK));
    }

    private static Reading where(Clause clause) {
        return Reading.ask(
                clause.say(
                        "Where should it go? For example: at the start, at the end, at 0:30, between the clips",
                        "放在哪里？例如：开头、结尾、第30秒、片段之间"),
                Question.SAID_AND_BLANK);
    }
}
