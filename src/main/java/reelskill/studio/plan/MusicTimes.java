package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/** When the music that is there is to play: 把bgm从5秒开始放, "let the music start at 0:10", 音乐循环到结尾. */
final class MusicTimes {
    private static final Set<String> TIMES = Clause.concepts("FROM AT STARTAT ENDAT TO TIME SPAN START END PLAY");
    private static final Set<String> GOES_ON = Clause.union(TIMES, Set.of("OFF"));
    private static final Set<String> WORDS =
            Clause.union(TIMES, Clause.concepts("MUSIC ADD CHANGE MOVE PUT LOOP ONLY VIDEO ALL APPEAR KEEP LONG"));

    private static final Set<String> FADES = Clause.concepts("FADEIN FADEOUT FADEBOTH");

    private MusicTimes() {}

    static Optional<Reading> read(Clause clause) {
        boolean other = clause.all("MUSIC", String.class).stream().anyMatch(mood -> !mood.isEmpty());
        boolean named = clause.has("MUSIC") && !other && clause.isMadeOf(WORDS) && !clause.has(Token.SOFT);
        // 把bgm从5秒开始放 is of what is there; 加从5秒开始的bgm wants some.
        boolean adds = clause.has("ADD") && !clause.tokens().get(0).is("MUSIC");
        if (adds) return Optional.empty();
        if (!named) return fading(clause);
        if (clause.now().music().isEmpty()) return isAdded(clause) ? amended(clause) : noMusic(clause);
        return span(clause).map(time -> Reading.of(new PlaceMusic(time.from, time.to)));
    }

    /** "the music should start at 0:10 and fade out at the end": both are of the music, and no fade of the film. */
    private static Optional<Reading> fading(Clause clause) {
        int and = clause.tokens().stream().map(Token::concept).toList().indexOf(Token.SOFT);
        boolean two =
                clause.language() == Language.ENGLISH && clause.tokens().get(0).is("MUSIC") && and > 1;
        if (!two) return Optional.empty();
        List<Token> second = clause.tokens().subList(and + 1, clause.tokens().size());
        boolean fades =
                second.stream().allMatch(token -> FADES.contains(token.concept()) || TIMES.contains(token.concept()))
                        && second.stream().anyMatch(token -> FADES.contains(token.concept()));
        if (!fades) return Optional.empty();
        Clause faded = clause.with(Stream.concat(clause.tokens().stream().limit(1), second.stream())
                .toList());
        return read(clause.with(clause.tokens().subList(0, and)))
                .flatMap(placed -> placed.operations().isEmpty()
                        ? Optional.of(placed)
                        : MusicRules.fade(faded)
                                .map(it ->
                                        Reading.of(Stream.concat(placed.operations().stream(), it.operations().stream())
                                                .toList())));
    }

    private static Optional<Reading> noMusic(Clause clause) {
        boolean told = clause.language() == Language.ENGLISH && span(clause).isPresent();
        return told
                ? Optional.of(Reading.notAvailable(clause.say(
                        "There is no music on the video yet. Add some first, for example: add calm music from 0:10.",
                        "视频里还没有音乐。请先添加，例如：从第10秒开始加舒缓的音乐。")))
                : Optional.empty();
    }

    /** 加一首欢快的音乐，从第3秒开始，到第20秒结束: the film itself ends when it did. */
    static Optional<Reading> goesOn(Clause clause) {
        boolean timed = clause.language() == Language.CHINESE && clause.isMadeOf(GOES_ON) && !clause.has(Token.SOFT);
        if (!timed) return Optional.empty();
        if (isAdded(clause)) return amended(clause);
        List<EditOperation> last = clause.last().get();
        boolean placed = !last.isEmpty() && last.get(last.size() - 1) instanceof PlaceMusic;
        return placed ? span(clause).map(time -> Reading.of(new PlaceMusic(time.from, time.to))) : Optional.empty();
    }

    /** "stop the music at 0:30". */
    static Optional<Reading> stopped(Duration at) {
        List<Span> rest = List.of(new Span(Moment.at(at), Moment.END));
        return Optional.of(Reading.of(new SetVolume(0, false, SetVolume.Whose.MUSIC, Optional.empty(), rest)));
    }

    /** 换欢快的: where music plays, it is of that. */
    static boolean isOther(Clause clause) {
        return clause.hasAny("CHANGE", "SWAP", "ANOTHER")
                && clause.has("MOOD")
                && !clause.now().music().isEmpty()
                && clause.language() == Language.CHINESE;
    }

    private static boolean isAdded(Clause clause) {
        List<EditOperation> last = clause.last().get();
        return !last.isEmpty() && last.get(last.size() - 1) instanceof AddMusic;
    }

    private static Optional<Reading> amended(Clause clause) {
        return span(clause)
                .map(time -> Amended.last(clause, one -> time.of(one).stream().toList()));
    }

    private static Optional<Times> span(Clause clause) {
        int told = clause.count(Token.TIME) + clause.count(Token.SPAN);
        if (told == 1 && clause.has(Token.SPAN)) {
            Span span = clause.spans().get(0);
            return Optional.of(new Times(Optional.of(span.in()), Optional.of(span.out())));
        }
        boolean ends = clause.has("END") && clause.hasAny("TO", "LOOP", "ENDAT");
        if (told == 0 && ends && !clause.has("START"))
            return Optional.of(new Times(Optional.empty(), Optional.of(Moment.END)));
        Optional<Duration> from = clause.timeAfter("FROM", "STARTAT", "AT");
        Optional<Duration> to = clause.timeAfter("TO", "ENDAT");
        boolean once = told == (from.isPresent() ? 1 : 0) + (to.isPresent() ? 1 : 0);
        if (told == 0 || !once || (from.isPresent() && clause.has("END") && to.isEmpty())) return Optional.empty();
        return Optional.of(new Times(from.map(Moment::at), to.map(Moment::at)));
    }

    private record Times(Optional<Moment> from, Optional<Moment> to) {
        /** Returns the same music, there; empty for what is no music. */
        Optional<EditOperation> of(EditOperation operation) {
            if (!(operation instanceof AddMusic music) || music.spans().size() > 1) return Optional.empty();
            Span before = music.spans().isEmpty()
                    ? new Span(Moment.START, Moment.END)
                    : music.spans().get(0);
            Span span = new Span(from.orElse(before.in()), to.orElse(before.out()));
            return Optional.of(new AddMusic(music.source(), music.level(), List.of(span), music.ducked()));
        }
    }
}
