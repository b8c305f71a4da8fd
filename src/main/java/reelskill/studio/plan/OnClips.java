package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.TextSegment;

/** What is added to one clip, or to each: 第二段加标题“中午”, 每段加个标题“春日”, "sad music under clip 2". */
final class OnClips {
    private static final Set<String> EACH = Clause.concepts("ALL EACH CLIP");

    private static final String[] OTHERWISE = {"CHANGE", "SWAP", "PUT", "MOVE", "REMOVE"};
    private static final Set<String> MOVED = Set.of("TITLE", "PUT", "MOVE", Token.CLIPREF, "TO", "AT", "START");

    private static final Set<String> ONLY = Set.of("ONLY", "ADD", "PUT", "PLAY", "MUSIC", "AT", Token.CLIPREF);

    private static final Set<String> EDGE =
            Set.of("FROM", "TO", "START", "END", "ADD", "PUT", "PLAY", "OFF", "MUSIC", "AT", Token.CLIPREF);

    private static final Span WHOLE = new Span(Moment.START, Moment.END);

    private OnClips() {}

    static Optional<Reading> read(Clause clause) {
        List<Integer> clips = clips(clause);
        if (clips.isEmpty()) return Optional.empty();
        Clause bare = without(clause);
        // The music runs on over all clips, and 第二段的标题改成红色 is of a text that is there.
        boolean timed = bare.has(Token.SPAN);
        if (timed || bare.tokens().equals(clause.tokens())) return Optional.empty();
        if (clause.has("TITLE") && !clause.now().texts().isEmpty() && !clause.has("ADD") && clause.hasAny(OTHERWISE))
            return changed(clause, bare, clips);
        return TitleRules.add(bare)
                .or(() -> addsMusic(bare) ? MusicRules.add(bare) : Optional.empty())
                .filter(reading -> isAdded(reading) || reading.question().isPresent())
                .map(reading -> reading.question().isPresent()
                        ? Reading.ask(reading.question().get().words(), completion(clause, clips))
                        : Reading.of(clips.stream()
                                .map(number -> new DuringClip(
                                        ClipRef.number(number),
                                        onward(clause, reading.operations().get(0))))
                                .toList()));
    }

    /** 第二段开始换成紧张的音乐: from there on, and not in that clip alone. */
    private static EditOperation onward(Clause clause, EditOperation added) {
        boolean begins = added instanceof AddMusic
                && clause.hasAny("FROM", "START")
                && clips(clause).size() == 1;
        return begins ? added.on(new Target(List.of(), List.of(WHOLE))).orElse(added) : added;
    }

    /** What becomes of music that plays, in the clips that are named. */
    static Optional<Reading> music(Clause clause) {
        List<Integer> clips = clause.has("MUSIC") ? clips(clause) : List.of();
        boolean there = !clause.now().music().isEmpty() && !clause.hasAny(Token.SPAN, Token.TIME, Token.SOFT, "KEEP");
        if (clips.isEmpty() || !there) return Optional.empty();
        Optional<Reading> placed = clips.size() == 1 ? placed(clause, clips.get(0)) : Optional.empty();
        return placed.isPresent() || clause.has("ADD") ? placed : heard(clause, clips);
    }

    /** 只在第一段放音乐, "start the music at clip 2": the same piece, and nowhere else. */
    private static Optional<Reading> placed(Clause clause, int clip) {
        boolean only = clause.has("ONLY") && clause.isMadeOf(ONLY);
        Optional<Moment> from = clause.has("FROM") ? Optional.of(Moment.START) : Optional.empty();
        Optional<Moment> to =
                clause.hasAny("TO", "PUT") && clause.has("END") ? Optional.of(Moment.END) : Optional.empty();
        boolean edge = clause.isMadeOf(EDGE) && from.isPresent() != to.isPresent();
        if (!only && !edge) return Optional.empty();
        PlaceMusic place = only ? new PlaceMusic(Optional.empty(), Optional.empty()) : new PlaceMusic(from, to);
        return Optional.of(Reading.of(new DuringClip(ClipRef.number(clip), place)));
    }

    /** 音乐在第二段的时候关掉: the music runs on over all clips, and is not heard there, or less. */
    private static Optional<Reading> heard(Clause clause, List<Integer> clips) {
        Clause bare = clause.with(without(clause).tokens().stream()
                .filter(token -> !token.is("AT") && !token.is("FOR"))
                .toList());
        return MusicRules.remove(bare)
                .map(gone -> Reading.of(new SetVolume(0, false, SetVolume.Whose.MUSIC, Optional.empty(), List.of())))
                .or(() -> SoundRules.mute(bare))
                .or(() -> SoundRules.volume(bare))
                .filter(reading -> reading.operations().size() == 1
                        && reading.operations().get(0) instanceof SetVolume volume
                        && volume.whose() == SetVolume.Whose.MUSIC)
                .map(reading -> Reading.of(clips.stream()
                        .map(number -> new DuringClip(
                                ClipRef.number(number), reading.operations().get(0)))
                        .toList()));
    }

    /** 第一段的标题改成“再见”, 标题放到第二段: of the one text that is there. */
    private static Optional<Reading> changed(Clause clause, Clause bare, List<Integer> clips) {
        if (clips.size() != 1) return Optional.empty();
        FrameRange range = Clips.of(clause.now()).get(clips.get(0) - 1).range();
        if (clause.has("PUT") || clause.has("MOVE")) {
            boolean moved = clause.now().texts().size() == 1 && clause.isMadeOf(MOVED);
            Moment at = Moment.at(clause.now().rate().time(range.in()));
            return moved
                    ? Optional.of(Reading.of(new MoveText(Optional.empty(), Optional.of(at), Optional.empty())))
                    : Optional.empty();
        }
        List<String> there = clause.now().texts().stream()
                .filter(text -> text.start() < range.out() && text.end() > range.in())
                .map(TextSegment::text)
                .toList();
        if (there.size() != 1) return Optional.empty();
        return TitleRules.change(bare)
                .map(reading -> reading.operations().get(0))
                .filter(one ->
                        one instanceof ChangeText change && change.which().isEmpty())
                .map(one -> Reading.of(new ChangeText(Optional.of(there.get(0)), ((ChangeText) one).words())));
    }

    /** "fade in the third clip", 每段都淡入淡出: of clips, and not of the film. */
    static Optional<Reading> fades(Clause clause) {
        List<Integer> clips = clips(clause);
        if (clips.isEmpty()
                || clause.has(Token.SPAN)
                || clause.hasAny("TRANSITION", "KIND", "BETWEEN", "MUSIC", "TITLE")) return Optional.empty();
        Clause bare = without(clause);
        if (bare.tokens().equals(clause.tokens())) return Optional.empty();
        // 第一段淡入，第三段淡出 are two wishes.
        boolean apart =
                clause.has(Token.SOFT) && clips.size() > 1 && !clause.clips().isEmpty();
        if (apart && clause.has("FADEIN") && clause.has("FADEOUT")) return Optional.empty();
        Optional<Reading> read = FadeRules.read(bare);
        // The sound alone fades nowhere.
        if (read.flatMap(Reading::notAvailable).isPresent()) return read;
        return read.filter(reading ->
                        reading.operations().size() == 1 && reading.operations().get(0) instanceof Fade)
                .map(reading -> (Fade) reading.operations().get(0))
                .map(fade -> Reading.of(clips.stream()
                        .map(number -> new FadeClip(ClipRef.number(number), fade.in(), fade.out()))
                        .toList()));
    }

    /** "the music of clip 2" is that of its film. */
    private static boolean addsMusic(Clause clause) {
        return (clause.hasAny("ADD", "PUT") || (clause.hasAny("CHANGE", "SWAP") && clause.hasAny("MOOD", "LEAD")))
                && !clause.has(Token.TIME);
    }

    private static String completion(Clause clause, List<Integer> clips) {
        if (clause.clips().isEmpty())
            return clause.say("add a title \"%s\" to each clip", "每段加个标题“%s”", Question.BLANK);
        return clips.size() > 1
                ? ""
                : clause.say("add a title \"%2$s\" to clip %1$d", "第%1$d段加标题“%2$s”", clips.get(0), Question.BLANK);
    }

    private static boolean isAdded(Reading reading) {
        return reading.operations().size() == 1
                && (reading.operations().get(0) instanceof AddText
                        || (reading.operations().get(0) instanceof AddMusic music
                                && music.spans().isEmpty()));
    }

    /** Returns the clips that are named; all where each is meant, none where any of them is not to be found. */
    private static List<Integer> clips(Clause clause) {
        List<Integer> all = Clips.of(clause.now()).stream().map(Clips::number).toList();
        List<Token> said =
                clause.tokens().stream().filter(token -> isClip(clause, token)).toList();
        if (said.isEmpty()) return means(clause) ? all : List.of();
        List<Integer> named = Clips.numbers(clause.now(), said);
        return named.size() == said.size() ? named : List.of();
    }

    private static boolean means(Clause clause) {
        boolean each = clause.has("EACH") || clause.all("ALL", String.class).contains("each");
        return each
                && (clause.has("CLIP") || clause.language() == Language.CHINESE)
                && isSplit(clause)
                && !isShared(clause);
    }

    /** 开头渐显，结尾渐隐，各1秒: each of these, and of no clips. */
    private static boolean isShared(Clause clause) {
        List<Token> tokens = clause.tokens();
        for (int at = 1; at < tokens.size(); at++)
            if (tokens.get(at).is(Token.TIME)
                    && EACH.contains(tokens.get(at - 1).concept())) return true;
        return false;
    }

    /** 每隔 and 每个 of one clip say something else. */
    private static boolean isSplit(Clause clause) {
        return clause.now().clips().stream().map(MediaSegment::id).distinct().count() > 1;
    }

    /** Returns what is said of the clips, without the words for them. */
    private static Clause without(Clause clause) {
        return clause.with(clause.tokens().stream()
                .filter(token -> !isClip(clause, token) && !isEach(clause, token))
                .toList());
    }

    /** "add song.mp3 under clip 2": only one of these is a clip. */
    private static boolean isClip(Clause clause, Token token) {
        return token.is(Token.CLIPREF) && !MusicRules.isSound(clause, (ClipRef) token.value());
    }

    private static boolean isEach(Clause clause, Token token) {
        return clause.tokens().stream().noneMatch(it -> isClip(clause, it)) && EACH.contains(token.concept());
    }
}
