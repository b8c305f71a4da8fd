package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.studio.timeline.TextStyle;

/** "fade in and out", "fade to black at the end", "2 second fade out", "开头淡入". */
final class FadeRules {
    private static final Set<String> WORDS =
            Clause.concepts("FADEIN FADEOUT FADEBOTH FADE KIND BLACKNESS ADD TIME FOR OVER EACH AT START END VIDEO"
                    + " SPAN ALL EVERYTHING VAGUE CHANGE ADJECTIVE PUT TO FROM SLIGHTLY LONG BOTHENDS");
    private static final Set<String> GONE =
            Clause.concepts("REMOVE NOT FADE FADEIN FADEOUT FADEBOTH ALL AT START END VIDEO");
    private static final Duration DEFAULT = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Set<String> BARE = Clause.concepts("FADEIN FADEOUT FADEBOTH");

    private FadeRules() {}

    /** "add a title "Hi", then fade it out": what came right before. */
    private static Optional<EditOperation> added(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean it = Stream.of("FADEIN", "FADEOUT", "FADEBOTH")
                .anyMatch(word -> clause.all(word, String.class).contains("it"));
        // 加个标题“你好”，然后淡出; a message of its own is of the film.
        boolean bare = clause.language() == Language.CHINESE
                && clause.isMadeOf(BARE)
                && clause.tokens().stream()
                        .findFirst()
                        .filter(first -> first.from() > 0)
                        .isPresent()
                && !last.isEmpty()
                && last.get(last.size() - 1) instanceof AddText;
        return (it || bare) && !last.isEmpty() ? Optional.of(last.get(last.size() - 1)) : Optional.empty();
    }

    /** Texts come and go that way where nothing else was said. */
    private static Optional<Reading> ofText(Clause clause, AddText text) {
        if (!clause.isMadeOf(Clause.concepts("FADEIN FADEOUT FADEBOTH AT START END"))) return Optional.empty();
        return text.style().motion() == TextStyle.Motion.FADE ? Optional.of(Reading.of()) : Optional.empty();
    }

    /** 结尾慢慢变黑，音乐…: what comes before the music's own clause is of the picture. */
    static boolean comesFirst(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        int music = said.indexOf("MUSIC");
        int stop = said.indexOf(Token.SOFT);
        boolean before = stop > 0 && said.subList(0, stop).stream().anyMatch(word -> word.startsWith("FADE"));
        return clause.language() == Language.CHINESE && before && music > stop;
    }

    /** "get rid of the fade out". */
    static Optional<Reading> remove(Clause clause) {
        boolean gone = clause.hasAny("REMOVE", "NOT") && clause.isMadeOf(GONE);
        boolean both = clause.hasAny("FADEBOTH", "FADE");
        // "the fade at the start" is one of the two.
        boolean atStart = clause.has("START") && !clause.has("END");
        boolean atEnd = clause.has("END") && !clause.has("START");
        Optional<Duration> in =
                (both && !atEnd) || clause.has("FADEIN") ? Optional.of(Duration.ZERO) : Optional.empty();
        Optional<Duration> out =
                (both && !atStart) || clause.has("FADEOUT") ? Optional.of(Duration.ZERO) : Optional.empty();
        boolean named = in.isPresent() || out.isPresent();
        return gone && named ? Optional.of(Reading.of(new Fade(in, out))) : Optional.empty();
    }

    /** "fade in 2 seconds", and then "fade out the same": as long as that one. */
    private static Optional<Reading> asLong(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean again = clause.has("AGAIN") && !clause.hasAny(Token.TIME, Token.SPAN);
        if (!again || last.isEmpty() || !(last.get(last.size() - 1) instanceof Fade before)) return Optional.empty();
        Optional<Duration> length = before.in().or(before::out);
        return read(clause.without("AGAIN")).map(fade -> fade.each(one -> length.flatMap(one::lasting).stream()));
    }

    static Optional<Reading> read(Clause clause) {
        if (clause.has("AGAIN")) return asLong(clause);
        // "fade to black during it": of what, is not said.
        if (clause.has("FOR") && !clause.hasAny(Token.TIME, Token.SPAN, "VIDEO", "ALL", "EVERYTHING"))
            return Optional.empty();
        Optional<EditOperation> it = added(clause);
        if (it.isPresent() && it.get() instanceof AddText text) return ofText(clause, text);
        if (it.isPresent() && it.get() instanceof StyleText) return Optional.empty();
        if (it.isPresent() && (it.get() instanceof AddInset || it.get() instanceof ChangeInset))
            return Optional.of(Reading.notAvailable(clause.say(
                    "A picture over the video comes and goes at once; its time can be told, for example: show the logo from 0:02 to 0:08.",
                    "叠加的图片只能直接出现和消失；可以指定时间，例如：从0:02到0:08显示标志。")));
        boolean heard = clause.has("SOUND") && BARE.stream().anyMatch(clause::has);
        if (heard && clause.without("SOUND").isMadeOf(WORDS))
            return Optional.of(Reading.notAvailable(clause.say(
                    "The sound fades with the picture, or that of the music alone: say \"fade out over 3 seconds\" or \"fade out the music\".",
                    "声音只能和画面一起淡入淡出，或者只对音乐：可以说“结尾淡出3秒”或“音乐淡出”。")));
        if (clause.has("VAGUE") && !clause.all("VAGUE", String.class).equals(List.of("ending")))
            return Optional.empty();
        boolean fade = clause.has("FADE") || clause.all("KIND", String.class).equals(List.of("fade_black"));
        boolean atStart = fade && clause.has("START");
        boolean atEnd = fade
                && !atStart
                && (clause.has("KIND") || clause.has("END") || clause.spans().size() == 1);
        boolean in = clause.hasAny("FADEIN", "FADEBOTH") || (atStart && !clause.has("KIND"));
        boolean out = clause.hasAny("FADEOUT", "FADEBOTH") || atEnd;
        if ((!in && !out) || (clause.has("KIND") && !atEnd) || !clause.isMadeOf(WORDS)) return Optional.empty();
        if (clause.count(Token.TIME) + clause.count(Token.SPAN) > 1) return Optional.empty();
        // 前5秒淡入，到结尾淡出: the first 5 seconds say nothing of the end.
        if (in && out && clause.has(Token.SPAN) && clause.has(Token.SOFT)) return Optional.empty();
        if (clause.has("BOTHENDS") && !(in && out)) return Optional.empty();
        // "fade in, then fade out, both 2 seconds" goes back to the first.
        if (clause.has("ALL") && !(in && out)) return Optional.empty();
        boolean elsewhere = (!in && clause.has("START")) || (!out && clause.has("END"));
        Optional<Duration> told = clause.time()
                .or(() -> clause.spans().stream().findFirst().flatMap(span -> span.edge(true)
                        .or(() -> span.edge(false))));
        if (elsewhere || (clause.has(Token.SPAN) && told.isEmpty())) return Optional.empty();
        Duration length = told.orElse(DEFAULT);
        if (length.compareTo(LONGEST) > 0) return Optional.empty();
        return Optional.of(Reading.of(
                new Fade(in ? Optional.of(length) : Optional.empty(), out ? Optional.of(length) : Optional.empty())));
    }
}
