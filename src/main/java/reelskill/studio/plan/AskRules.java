package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reelskill.language.Language;

/** Questions about the video, and wishes that are too vague to do: "how long is it?", "make it pop", "弄好看点". */
final class AskRules {
    private static final Set<String> STATE = Clause.concepts("STATE VIDEO CLIP TO AT ALL AGAIN CLIPREF");
    private static final Set<String> BETTER = Clause.concepts(
            "BETTER VIDEO CLIP CHANGE ALL EVERYTHING PICTURE MORE SLIGHTLY MUCH ADJECTIVE FOR PRESET SHAPE PART");

    private static final Set<String> AS_IT_IS = Clause.concepts(
            "KEEP NOT CHANGE REMOVE CUT EVERYTHING ALL CLIP VIDEO PART ASIS SOUND CLIPREF SPAN LEFT PUT EDIT RESTASIS RESTGONE NUMBER OTHERS OTHERCLIP");
    private static final String HOW =
            "In which way? For example: cut the boring parts; brighter and more contrast; add captions; add calm music";
    private static final String HOW_CHINESE = "想怎么改？例如：去掉无聊的部分；亮一点、对比度高一点；加字幕；加舒缓的音乐";

    /** Behind a wish, said of a time in Chinese alone; the answer stands in its place. */
    static final Question UNWANTED_TIME = new Question("是删掉这段时间，还是这段时间不做前面的改动？可以说“删掉前5秒”，或“除了前5秒”。", Question.BLANK);

    private static final Set<String> OF_EFFECT = Set.of("KEEP", "REMOVE", "ONLY", Token.CLIPREF);

    private AskRules() {}

    /** "leave the rest as it is": said to be sure, and nothing to do. */
    static Optional<Reading> asItIs(Clause clause) {
        boolean rest =
                clause.hasAny("EVERYTHING", "LEFT", "OTHERS", "OTHERCLIP") && !clause.hasAny(Token.SPAN, Token.CLIPREF);
        // What is spared of a wish, it is taken from; here nobody knows of which.
        boolean part = clause.hasAny(Token.SPAN, Token.CLIPREF);
        boolean said =
                clause.has("KEEP") && ((clause.has("ASIS") && !part) || rest) && !clause.hasAny("NOT", "REMOVE", "CUT");
        boolean spared = clause.has("NOT") && clause.hasAny("CHANGE", "REMOVE", "CUT", "KEEP") && rest;
        boolean told = clause.has("RESTGONE") || (clause.has("RESTASIS") && !isChanged(clause));
        // "keep the first 4 seconds of clip 1 and nothing else": the other clips are still there.
        List<EditOperation> last = clause.last().get();
        boolean left = clause.has("RESTGONE")
                && !last.isEmpty()
                && last.stream()
                        .allMatch(done ->
                                done instanceof RemoveRanges cut && cut.within().isPresent())
                && Clips.of(clause.now()).size() > last.size();
        if (left) return Optional.empty();
        return (said || spared || (told && !clause.last().get().isEmpty())) && clause.isMadeOf(AS_IT_IS)
                ? Optional.of(Reading.of())
                : Optional.empty();
    }

    /** "mute everything and keep the music going": the music is not as it was. */
    private static boolean isChanged(Clause clause) {
        return clause.all("RESTASIS", String.class).contains("music")
                && clause.last().get().stream()
                        .anyMatch(done -> done instanceof SetVolume volume
                                && volume.clip().isEmpty()
                                && volume.whose() != SetVolume.Whose.CLIPS);
    }

    /** 加黑白滤镜 // 第三段不要, 只要第一段: the clip may be meant, or what was just done to it. */
    static Optional<Reading> ofEffect(Clause clause) {
        boolean unwanted = clause.all("REMOVE", String.class).contains("unwanted");
        boolean wanted = clause.all("KEEP", String.class).contains("want");
        if (unwanted == wanted || clause.clips().isEmpty() || !clause.isMadeOf(OF_EFFECT)) return Optional.empty();
        List<EditOperation> last = clause.last().get();
        boolean effect = !last.isEmpty()
                && last.stream()
                        .allMatch(one -> one instanceof AddText
                                || one instanceof AddMusic
                                || one.on(Target.ALL).filter(one::equals).isPresent());
        if (!effect) return Optional.empty();
        return Optional.of(Reading.ask(
                unwanted
                        ? clause.say(
                                "Is the clip to go, or the last change there?",
                                "是删掉这段，还是这段不要刚才的改动？可以说“删掉第三段”，或“刚才的改动不包括第三段”。")
                        : clause.say(
                                "Is only that clip to stay, or the last change only there?",
                                "是只留下这段，还是刚才的改动只用在这段？可以说“只保留第一段”，或“只对第一段”。"),
                ""));
    }

    /** 删掉第二段 // 第二段先留着: the clip that just went. */
    static Optional<Reading> ofGone(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean gone = last.size() == 1
                && last.get(0) instanceof RemoveClip removed
                && clause.clips().equals(List.of(removed.clip()));
        boolean kept = clause.has("KEEP") && clause.language() == Language.CHINESE && clause.isMadeOf(OF_EFFECT);
        return gone && kept ? Optional.of(Reading.history(-1)) : Optional.empty();
    }

    static Optional<Reading> state(Clause clause) {
        boolean wanted = clause.has("STATE") && clause.isMadeOf(STATE);
        return wanted ? Optional.of(Reading.of(new TellTimeline())) : Optional.empty();
    }

    /** Returns whether a question asks only what "better" is to mean. */
    static boolean isVague(Question question) {
        return question.words().equals(HOW) || question.words().equals(HOW_CHINESE);
    }

    static Optional<Reading> better(Clause clause) {
        if (!clause.has("BETTER") || !clause.isMadeOf(BETTER)) return Optional.empty();
        return Optional.of(Reading.ask(clause.say(HOW, HOW_CHINESE), ""));
    }
}
