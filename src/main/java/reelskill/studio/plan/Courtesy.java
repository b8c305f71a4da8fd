package reelskill.studio.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.language.Language;

/** A message that only says that all is well: "perfect, thanks!", "挺好的，谢谢". Nothing of it is a wish. Pure. */
final class Courtesy {
    private static final Pattern PRAISE = Pattern.compile(
            "(?i)(?:(?:ok|okay|oh|wow|yes|yeah|yep|that's|thats|that is|that looks|this is|it's|its|it looks|looks|looking|is|so|really|very|much|just|all|now|it)\\s+)*"
                    + "(?:perfect|wow|great|good|awesome|amazing|nice|lovely|excellent|fantastic|brilliant|beautiful|better|cool|thanks(?: a lot| so much)?|thank you(?: so much| very much)?|thx|ty"
                    + "|i (?:like|love) it|love it|well done|good job|great job|nice work|great work|what i wanted|exactly what i wanted)");

    private static final Pattern PRAISE_CHINESE =
            Pattern.compile("(?:这样|现在|已经|真的?|非常|很|挺|太)*(?:好看|好的?|棒|不错|完美|满意|可以|谢谢你?|多谢|感谢|辛苦)(?:极?了|的|啦|呀|啊|哦)?");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,.!~，。！～👍🙏❤️😊🎉]+|\\s+and\\s+");

    private static final Pattern BEGINNING =
            Pattern.compile("^\\s*([^,.!\\d]{2,30})[,.!]+\\s+(?:now |but |and |then |so )?(?=\\S)");

    private static final Pattern DECLINE = Pattern.compile(
            "(?i)(?:(?:oh|ok|okay|hmm|um|no|actually|well)[, ]+)*(?:never ?mind|forget (?:it|about it|that)|no thanks?|no thank you|nothing|do nothing|don'?t bother|skip (?:it|that)"
                    + "|i don'?t know(?: yet)?|idk|i'?m not sure(?: yet)?|not sure(?: yet)?|you (?:choose|decide|pick)|whatever|surprise me|what do you mean|huh|what)[.!?\\s]*"
                    + "|(?:还是)?(?:算了|不用了|没事|没事了|随便|不知道|你定|你决定|什么意思)(?:吧|了|啦)?[。.！!？?\\s]*");

    private static final Pattern HELP = Pattern.compile(
            "(?i)(?:what (?:else )?can (?:you|i|it) (?:do|say|ask)(?: here)?|what do you do|help(?: me)?(?: please)?|how does (?:this|it) work|你能做什么|你会什么|能做什么|怎么用|帮助|你可以做什么)[?？.!\\s]*");

    private static final Pattern ASKS = Pattern.compile(
            "(?i)(?:(?:so|and|but|ok|okay|hey|hi|um)[, ]+)*(?:what|what's|which|why|who|how (?:many|much|long|big|come|is|are|does|do|can))\\b.*"
                    + "|(?:那|请问|那么)?(?:什么|哪些|哪几种|为什么|为啥|谁|多少|多长|怎么|如何).*|.*(?:什么|哪些|吗)[^，。；]*[?？]\\s*");

    private Courtesy() {}

    /** Returns what to say to it; empty where the message may be more. */
    static Optional<String> answer(String words, Language language) {
        if (HELP.matcher(words.strip()).matches())
            return Optional.of(language.say(
                    "I edit the videos that you upload: cut, order, speed, sound, music, captions, titles, colours, shape, background. For example: cut the boring parts; add captions; add a title \"Weekly update\"; make it vertical; export.",
                    "我可以剪辑您上传的视频：剪切、排序、变速、声音、音乐、字幕、标题、调色、画幅、背景。例如：去掉无聊的部分；加字幕；加一个标题“本周更新”；改成竖屏；导出。"));
        if (declines(words))
            return Optional.of(language.say(
                    "All right, nothing was changed. To take the last change back, say \"undo\".",
                    "好的，没有做改动。要撤回上一步，请说“撤销”。"));
        Pattern praise = language == Language.CHINESE ? PRAISE_CHINESE : PRAISE;
        String rest = words.strip();
        boolean any = false;
        while (!rest.isEmpty()) {
            var said = praise.matcher(rest);
            boolean praised = said.lookingAt() && endsWord(rest, said.end());
            any |= praised;
            var sign = BETWEEN.matcher(rest);
            if (!praised && !sign.lookingAt()) return Optional.empty();
            rest = rest.substring(praised ? said.end() : sign.end());
        }
        return any
                ? Optional.of(language.say(
                        "Good. Say what comes next, or \"export\" when it is done.", "好的。接着说要改什么；都好了就说“导出”。"))
                : Optional.empty();
    }

    /** Returns whether it answers no question, and wants nothing: "never mind", "I don't know", "算了". */
    static boolean declines(String words) {
        return DECLINE.matcher(words.strip()).matches();
    }

    /** Returns whether it is a question, which may be a wish all the same: "how do I add captions?". */
    static boolean asks(String words) {
        return ASKS.matcher(words.strip()).matches();
    }

    /** "great, now export it": returns the words with blanks in place of what they begin with, so that all keep their places. */
    static String passedOver(String words) {
        var said = BEGINNING.matcher(words);
        boolean begins = Language.of(words) == Language.ENGLISH
                && said.find()
                && answer(said.group(1), Language.ENGLISH).isPresent();
        return begins ? " ".repeat(said.end()) + words.substring(said.end()) : words;
    }

    private static boolean endsWord(String words, int at) {
        return at == words.length() || !Letters.splitsWord(words, at);
    }
}
