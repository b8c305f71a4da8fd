package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;

/** "mute the second clip", "volume 80%", "a bit louder", "音量降低一半". */
final class SoundRules {
    private static final Set<String> MUTE = Clause.concepts(
            "MUTE VOICE QUIETWORD OFF SOUND REMOVE VIDEO CLIP ALL CLIPREF CHANGE EVERYTHING ADD SILENCE FROM SPAN MUSIC ORIGINAL FOR AT");
    private static final Set<String> UNMUTE =
            Clause.concepts("UNMUTE SOUND VIDEO CLIP ALL CLIPREF SPAN MUSIC ORIGINAL EVERYTHING");
    private static final Set<String> VOLUME = Clause.concepts(
            "SOUND VOICE LOUDER QUIETER SLIGHTLY MOREBIT LESSBIT LESS HALVE HALF DOUBLE PERCENT TO AT"
                    + " CHANGE VIDEO CLIP ALL CLIPREF AT PUT SPAN MUSIC ORIGINAL EVERYTHING FOR FROM PART DECIBELS FACTOR MORE REMOVE CUT ABOUT QUIETLY SHORTEN");
    private static final double STEP = 1.5;
    private static final double SMALL_STEP = 1.25;
    private static final double LOUDEST = 4;

    private SoundRules() {}

    static Optional<Reading> mute(Clause said) {
        // "cut the sound at 0:32 for 2 seconds"; "cut the sound and the picture" is not of the sound alone.
        Clause clause = said.has("SOUND") && !said.has(Token.SOFT) && said.language() == Language.ENGLISH
                ? said.with(said.tokens().stream()
                        .map(token -> token.is("CUT") ? token.as("OFF") : token)
                        .toList())
                : said;
        if (clause.has("UNMUTE") && clause.isMadeOf(UNMUTE)) return Optional.of(each(clause, 1, false));
        if (isListed(clause)) return Optional.empty();
        boolean off = clause.has("SOUND") && clause.hasAny("OFF", "REMOVE");
        boolean muted = clause.has("MUTE") || (clause.has("QUIETWORD") && !clause.has("REMOVE"));
        boolean silenced = clause.has("SILENCE") && !clause.hasAny("REMOVE", "OFF") && clause.has(Token.CLIPREF);
        // "remove 0:10-0:15, mute the rest" is two wishes.
        if (clause.has("MUTE") && clause.has("REMOVE")) return Optional.empty();
        // The music runs on over all clips: only its own film would fall silent.
        if (clause.has("MUSIC") && clause.has(Token.CLIPREF) && !clause.has(Token.SOFT)) return Optional.empty();
        // 视频静音，加音乐 adds some.
        if (clause.has("ADD") && clause.has("MUSIC") && clause.has(Token.SOFT)) return Optional.empty();
        // "kill the sound and use song.mp3" mutes no song.
        if (clause.has("ADD") && clause.has(Token.CLIPREF)) return Optional.empty();
        if ((!off && !muted && !silenced) || !clause.isMadeOf(MUTE)) return Optional.empty();
        return Optional.of(each(clause, 0, false));
    }

    static Optional<Reading> volume(Clause said) {
        // "turn the volume down by half".
        boolean half = said.has("SOUND") && said.all("SHORTEN", String.class).contains("half");
        Clause clause = half
                ? said.with(said.tokens().stream()
                        .map(token -> token.is("SHORTEN") ? token.as("HALVE") : token)
                        .toList())
                : said;
        boolean sound = clause.hasAny("SOUND", "HALVE", "VOICE")
                || clause.hasAny("LOUDER", "QUIETER")
                || (clause.has("MUSIC") && clause.hasAny("MOREBIT", "LESSBIT", "LESS", "DOUBLE", Token.PERCENT))
                || clause.has(Token.DECIBELS);
        // The music runs on over all clips: whoever said the sound of one would change that of its film.
        if (clause.has("MUSIC") && clause.has(Token.CLIPREF) && !clause.has(Token.SOFT)) return Optional.empty();
        // 第三段声音放大到两倍，其他小一点 are two wishes.
        boolean rest =
                clause.has("OTHERS") || clause.all("EVERYTHING", String.class).contains("rest");
        if (rest && clause.has(Token.SOFT)) return Optional.empty();
        // 音乐压到20%: elsewhere the word is said of lengths.
        if (clause.has("SHORTEN") && !clause.has(Token.PERCENT)) return Optional.empty();
        if (isListed(clause)) return Optional.empty();
        if (!sound || (clause.has("LESS") && !clause.has("MUSIC")) || amounts(clause) > 1 || !clause.isMadeOf(VOLUME))
            return Optional.empty();
        // "reduce it to the first 45 seconds" is not about how loud it is.
        boolean reduced =
                clause.all("QUIETER", String.class).stream().anyMatch(how -> !how.isEmpty()) && clause.has("TO");
        if (reduced && clause.has(Token.SPAN) && !clause.hasAny("SOUND", "VOICE", "MUSIC")) return Optional.empty();
        boolean cut = clause.hasAny("REMOVE", "CUT");
        if ((cut || clause.has("MORE")) && !clause.has(Token.DECIBELS)) return Optional.empty();
        // "half the volume of clip 2 and double that of clip 3" is two wishes.
        if (clause.has("DOUBLE") && clause.hasAny("HALVE", "HALF")) return Optional.empty();
        boolean up = clause.hasAny("LOUDER", "MOREBIT");
        boolean down = clause.hasAny("QUIETER", "LESSBIT", "LESS");
        if ((up && down) || clause.count("LOUDER") + clause.count("QUIETER") > 1) return Optional.empty();
        if (clause.has(Token.DECIBELS)) return decibels(clause, up, down || cut);
        Optional<Double> percent = clause.one(Token.PERCENT, Double.class);
        if (percent.isPresent()) return level(clause, percent.get(), up, down);
        if (clause.has("FACTOR")) return times(clause, up, down);
        if (clause.has("DOUBLE")) return down ? Optional.empty() : Optional.of(each(clause, 2, true));
        if (clause.hasAny("HALVE", "HALF")) {
            return up ? Optional.empty() : Optional.of(each(clause, 0.5, down || clause.has("HALVE")));
        }
        boolean little = clause.hasAny("SLIGHTLY", "MOREBIT", "LESSBIT")
                || Stream.of("LESS", "LOUDER", "QUIETER")
                        .anyMatch(way -> clause.all(way, String.class).contains("bit"));
        double step = little ? SMALL_STEP : STEP;
        if (up) return Optional.of(each(clause, step, true));
        return down ? Optional.of(each(clause, little ? 0.8 : 0.667, true)) : ask(clause);
    }

    /** "the first 2s of clip 1 and the last 2s of clip 3": each of its own. */
    private static boolean isListed(Clause clause) {
        return clause.clips().size() > 1 && clause.spans().size() > 1;
    }

    /** 第一段音量减半，第二段加倍 is two wishes, and 减少一半 one. */
    private static int amounts(Clause clause) {
        int half = clause.hasAny("HALVE", "HALF") ? 1 : 0;
        return clause.count(Token.PERCENT) + clause.count("DOUBLE") + half;
    }

    /** "to 30%" names the level; "by 30%", as after any other word of more or less, a change. */
    private static Optional<Reading> level(Clause clause, double share, boolean up, boolean down) {
        // 调到 and 设为 say "to" themselves; "make it louder by 20%" does not.
        boolean said = clause.has("CHANGE") || (clause.has(Token.SOFT) && clause.hasAny("LESSBIT", "MOREBIT"));
        boolean set = said && clause.language() == Language.CHINESE;
        boolean level = clause.hasAny("TO", "AT") || set || (!up && !down);
        if (level) return share > LOUDEST ? Optional.empty() : Optional.of(each(clause, share, false));
        if (down && share >= 1) return Optional.empty();
        return Optional.of(each(clause, up ? 1 + share : 1 - share, true));
    }

    /** 调大一倍 and 调大两倍 both say twice as loud. */
    private static Optional<Reading> times(Clause clause, boolean up, boolean down) {
        Optional<Double> said = clause.one("FACTOR", Double.class).map(times -> times == 1 ? 2 : times);
        // 音量调到1.5倍 names the level.
        boolean level = !up && !down && clause.has("CHANGE") && clause.language() == Language.CHINESE;
        if (level && !clause.hasAny("HALVE", "HALF", "DOUBLE", Token.NUMBER))
            return clause.one("FACTOR", Double.class)
                    .filter(times -> times > 0 && times <= LOUDEST)
                    .map(times -> each(clause, times, false));
        boolean clear = up != down && !clause.hasAny("HALVE", "HALF", "DOUBLE", Token.NUMBER);
        return said.filter(times -> clear && times > 1 && times <= LOUDEST)
                .map(times -> each(clause, up ? times : 1 / times, true));
    }

    /** "by 6 dB" is a change; "to -18 dB", "music -18 dB" is as much below the sound's own level. */
    private static Optional<Reading> decibels(Clause clause, boolean up, boolean down) {
        Optional<Decibels> said = clause.one(Token.DECIBELS, Decibels.class);
        if (said.isEmpty() || clause.hasAny(Token.PERCENT, "DOUBLE", "HALVE", "HALF")) return Optional.empty();
        boolean below = said.get().sign().equals("down");
        boolean level = below && (clause.hasAny("TO", "AT", "CHANGE", "PUT") || (!up && !down));
        return level
                ? said.get().level().map(share -> each(clause, share, false))
                : said.get().factor(up, down).map(factor -> each(clause, factor, true));
    }

    private static Optional<Reading> ask(Clause clause) {
        boolean wants = clause.has("SOUND") && clause.hasAny("CHANGE");
        return wants
                ? Optional.of(
                        Reading.ask(clause.say("How loud? For example: 50%%", "调到多大？例如：50%%"), Question.SAID_AND_BLANK))
                : Optional.empty();
    }

    private static Reading each(Clause clause, double amount, boolean factor) {
        List<ClipRef> clips = clause.clips();
        SetVolume.Whose whose = whose(clause);
        if (clips.isEmpty()) return Reading.of(new SetVolume(amount, factor, whose, Optional.empty(), clause.spans()));
        Stream<SetVolume> music = clause.has("MUSIC")
                ? Stream.of(new SetVolume(amount, factor, SetVolume.Whose.MUSIC, Optional.empty(), clause.spans()))
                : Stream.empty();
        Stream<SetVolume> own = clips.stream()
                .map(clip -> new SetVolume(amount, factor, SetVolume.Whose.UNSAID, Optional.of(clip), clause.spans()));
        return Reading.of(Stream.concat(music, own).toList());
    }

    /**
     * With music there, "a bit quieter" alone is said of the music: the whole keeps its loudness. "My voice is too quiet, boost
     * it" goes on with what was named.
     */
    private static SetVolume.Whose whose(Clause clause) {
        if (clause.has("MUSIC")) return SetVolume.Whose.MUSIC;
        if (clause.hasAny("ALL", "EVERYTHING")) return SetVolume.Whose.EVERYTHING;
        boolean music = !clause.now().music().isEmpty();
        if (music
                && (clause.hasAny("VIDEO", "ORIGINAL", "CLIP", "VOICE")
                        || clause.all("SOUND", String.class).contains("clips"))) return SetVolume.Whose.CLIPS;
        boolean bare = !clause.hasAny("SOUND", "MUTE", "QUIETWORD", "UNMUTE", "SPAN", Token.PERCENT);
        if (!music || !bare) return SetVolume.Whose.UNSAID;
        List<EditOperation> last = clause.last().get();
        boolean goesOn = !last.isEmpty() && last.get(last.size() - 1) instanceof SetVolume;
        return goesOn ? ((SetVolume) last.get(last.size() - 1)).whose() : SetVolume.Whose.MUSIC;
    }
}
