package reelskill.studio.plan;

import java.util.Map;
import java.util.Optional;
import reelskill.language.Language;

/** What people ask of an editor that this one cannot do yet: one honest sentence each, with the nearest thing that works. */
final class Unavailable {
    private record Answer(String english, String chinese) {}

    private static final Map<String, Answer> ANSWERS = Map.ofEntries(
            Map.entry(
                    "translation",
                    new Answer(
                            "I cannot translate or dub; captions in your own translation work: upload it as subtitles (.srt) and say \"add captions\".",
                            "不支持翻译和配音；可以上传您自己翻译的字幕（.srt），再说“加字幕”。")),
            Map.entry(
                    "captions",
                    new Answer(
                            "I did not understand that about captions; for example: add captions; yellow captions at the top; remove the captions.",
                            "没听懂关于字幕的要求；可以这样说：加字幕；字幕放在顶部，用黄色；去掉字幕。")),
            Map.entry(
                    "generation",
                    new Answer("I cannot generate video; I edit the video that you upload.", "不能生成视频；我可以剪辑您上传的视频。")),
            Map.entry(
                    "loop",
                    new Answer(
                            "I cannot play a part forwards and backwards in turn; looping it, or playing it backwards, works.",
                            "不能来回播放；可以循环播放或倒放。")),
            Map.entry(
                    "background",
                    new Answer(
                            "I do not have that background; an office, a white or grey studio, a gradient, a bookshelf, a living room, the outdoors, a colour, a picture of yours or a blur works.",
                            "没有这种背景；可以换成办公室、白色或灰色影棚、渐变、书架、客厅、户外、纯色、您上传的图片，或虚化背景。")),
            Map.entry(
                    "picture",
                    new Answer(
                            "I cannot change the picture in that way yet; size, transitions, fades and titles work.",
                            "暂时还不能这样处理画面；可以调整尺寸、加转场、淡入淡出和标题。")),
            Map.entry(
                    "vignette",
                    new Answer(
                            "I have no flare, glow or glitch; looks work, for example: cinematic, vintage at 60%, a vignette, film grain, or a colour table of yours (.cube).",
                            "没有光晕或故障效果；可以用风格，例如：电影感、60%的复古、暗角、胶片颗粒，或您自己的调色表（.cube）。")),
            Map.entry(
                    "noise",
                    new Answer(
                            "I cannot take an echo out of the sound; removing steady background noise works.",
                            "不能消除回声；可以去除稳定的背景噪音。")),
            Map.entry(
                    "sync",
                    new Answer(
                            "I cannot shift the sound against the picture; another recording in its place works, for example: replace the audio with voice.wav.",
                            "不能移动声音与画面的相对位置；可以换成另一段录音，例如：把原声换成voice.wav。")),
            Map.entry(
                    "shadow",
                    new Answer(
                            "Letters have a soft shadow anyway; an outline works, for example: give the title a black outline.",
                            "文字本来就有柔和阴影；还可以加描边，例如：标题加黑色描边。")),
            Map.entry(
                    "songstart",
                    new Answer(
                            "Music begins where its file begins; cut the file before you upload it. When it plays in the video can be told, for example: play it from 0:30 to 1:00.",
                            "音乐总是从文件开头播放；请先剪好音乐文件再上传。可以指定它在视频中的时间，例如：从0:30到1:00播放。")),
            Map.entry(
                    "fillers",
                    new Answer(
                            "I cannot find slips of the tongue; removing pauses, ums and repeats works.",
                            "无法识别口误；可以去掉停顿、口头禅和重复。")),
            Map.entry(
                    "publishing",
                    new Answer(
                            "I cannot publish: an export is a file here that you upload yourself; \"export for TikTok\" or \"for YouTube\" gives it the right shape.",
                            "不能替您发布：导出的是本地文件，由您自己上传；说“导出抖音版”即可得到合适的画面比例。")),
            Map.entry(
                    "voice",
                    new Answer(
                            "I cannot make or change voices or faces; your own recording works: upload it and say \"use it as music\".",
                            "不能合成或更换声音和人脸；可以上传您自己的录音，再说“用它做背景音乐”。")),
            Map.entry(
                    "writing",
                    new Answer(
                            "I cannot write texts for you; titles and captions with your own words work.",
                            "不能代写文案；可以用您自己的文字加标题或字幕。")),
            Map.entry(
                    "retouching",
                    new Answer(
                            "I cannot take a thing or a person out of the picture; cropping, or another background, works.",
                            "不能从画面中抹去人或物；可以裁剪画面，或更换背景。")),
            Map.entry(
                    "status",
                    new Answer(
                            "An export runs beside this conversation and tells when it is done; say \"export\" to make the file again.",
                            "导出在对话之外进行，完成后会通知您；说“导出”可以重新生成文件。")),
            Map.entry(
                    "othersounds",
                    new Answer(
                            "I cannot tell a voice from the other sounds of a recording; removing steady noise or the music works.",
                            "不能把人声从录音的其他声音里分离出来；可以降噪，或去掉背景音乐。")),
            Map.entry(
                    "look",
                    new Answer(
                            "I do not have that look; black and white, sepia, cinematic, vintage, vivid or a colour table of yours (.cube) works.",
                            "没有这种风格；可以用黑白、怀旧、电影感、复古、鲜艳，或您自己的调色表（.cube）。")),
            Map.entry(
                    "numbers",
                    new Answer(
                            "I cannot number the parts; a title for each works, for example: title clip 1 \"One\", clip 2 \"Two\".",
                            "不能自动编号；可以给每段加标题，例如：第一段标题写“1”，第二段写“2”。")),
            Map.entry(
                    "soundfx",
                    new Answer(
                            "I have no sound effects; a sound of your own works: upload it and say \"use it as music\".",
                            "没有音效库；可以上传您自己的声音文件，再说“用它做背景音乐”。")),
            Map.entry(
                    "ramp",
                    new Answer(
                            "I cannot change the speed little by little; each part can have its own, for example: slow 0:00 to 0:05 down to 0.5x, and speed 0:05 to 0:10 up to 2x.",
                            "不能渐变速度；可以给每一段定速度，例如：0到5秒放慢到0.5倍；5到10秒加速到2倍。")),
            Map.entry(
                    "format",
                    new Answer(
                            "I cannot make that kind of file; MP4, MOV, WebM, GIF, MP3, M4A and WAV work, for example: export as a GIF.",
                            "不能导出这种格式；可以导出MP4、MOV、WebM、GIF、MP3、M4A和WAV，例如：导出为GIF。")));

    private static final Map<String, String> TOPICS =
            Map.of("SUBTITLES", "captions", "BACKGROUND", "background", "BLUR", "picture");

    private Unavailable() {}

    /** Returns the answer to the first topic of {@code clause} that is not available. */
    static Optional<String> answer(Clause clause, Language language) {
        String topic =
                clause.all("UNAVAILABLE", String.class).stream().findFirst().orElse(topicOf(clause));
        return of(topic, language);
    }

    /** Returns what is told of {@code topic}; empty where nothing is. */
    static Optional<String> of(String topic, Language language) {
        return Optional.ofNullable(ANSWERS.get(topic))
                .map(answer -> language == Language.CHINESE ? answer.chinese : answer.english);
    }

    /** What can be done in one way only: a clause that its rules did not understand asks for another. */
    private static String topicOf(Clause clause) {
        return TOPICS.keySet().stream()
                .filter(clause::has)
                .sorted()
                .findFirst()
                .map(TOPICS::get)
                .orElse("");
    }
}
