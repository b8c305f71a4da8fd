package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.transcript.Phrase;
import reelskill.studio.transcript.Transcript;
import reelskill.studio.transcript.Word;

/**
 * What is said on a timeline, as far as it was understood.
 *
 * @param words in the order in which they are heard
 * @param origins where they come from
 * @param notUnderstood names of files in which somebody speaks and cannot be understood
 */
record Speech(List<Said> words, List<Transcript.Origin> origins, List<String> notUnderstood) {
    /** Hears all clips of {@code scene} that are not muted. Slow for each file that was not heard before. */
    static Speech of(Scene scene) {
        Map<String, Transcript> heard = new HashMap<>();
        List<Said> words = new ArrayList<>();
        List<Transcript.Origin> origins = new ArrayList<>();
        List<String> notUnderstood = new ArrayList<>();
        for (MediaSegment clip : scene.timeline().clips()) {
            if (clip.volume() == 0) continue;
            Transcript transcript =
                    heard.computeIfAbsent(clip.mediaId(), id -> scene.footage().transcript(id));
            if (transcript.isReliable()) {
                words.addAll(words(scene, clip, transcript));
                if (!transcript.phrases().isEmpty()) origins.add(transcript.origin());
            } else if (!transcript.spoken().isZero() && !notUnderstood.contains(clip.name())) {
                notUnderstood.add(clip.name());
            }
        }
        return new Speech(words, origins.stream().distinct().toList(), notUnderstood);
    }

    private static List<Said> words(Scene scene, MediaSegment clip, Transcript transcript) {
        List<Said> words = new ArrayList<>();
        for (Phrase phrase : transcript.phrases()) {
            for (Word word : phrase.words()) {
                Said.of(scene.timeline(), clip, word, phrase.isSure()).ifPresent(words::add);
            }
        }
        return words;
    }

    /** Returns what of it is said in {@code ranges} of the timeline: each word where the most of it is. */
    Speech within(Scene scene, List<FrameRange> ranges) {
        List<Said> inside = words.stream()
                .filter(said -> {
                    FrameRange time = said.frames(scene.timeline());
                    long middle = (time.in() + time.out()) / 2;
                    return ranges.stream().anyMatch(range -> range.in() <= middle && middle < range.out());
                })
                .toList();
        return new Speech(inside, origins, notUnderstood);
    }

    boolean isRecognized() {
        return origins.contains(Transcript.Origin.RECOGNIZED);
    }

    /** Returns the words in sentences; the words of two files are never in one. */
    List<List<Said>> sentences() {
        List<List<Said>> sentences = new ArrayList<>();
        List<Said> open = new ArrayList<>();
        for (Said said : words) {
            boolean elsewhere = !open.isEmpty()
                    && !open.get(open.size() - 1)
                            .clip()
                            .mediaId()
                            .equals(said.clip().mediaId());
            if (elsewhere) flush(open, sentences);
            open.add(said);
            if (said.word().endsSentence()) flush(open, sentences);
        }
        flush(open, sentences);
        return sentences;
    }

    private static void flush(List<Said> open, List<List<Said>> sentences) {
        if (!open.isEmpty()) sentences.add(List.copyOf(open));
        open.clear();
    }

    /** Returns why there are no words, or fewer than are said; empty where all was understood. */
    Optional<String> shortcoming(Scene scene) {
        if (!notUnderstood.isEmpty()) {
            return Optional.of(scene.say(
                    "I could not understand the speech in %s: I recognize clear English only, and this is another language"
                            + " or too noisy. Upload its subtitles (.srt or .vtt) or its text (.txt), and I use your words.",
                    "无法听懂%s中的语音：只能识别清晰的英语，而这段是其他语言或噪音太大。请上传字幕（.srt 或 .vtt）或文稿（.txt），我会使用您的文字。",
                    String.join(scene.say(", ", "、"), notUnderstood)));
        }
        return words.isEmpty()
                ? Optional.of(scene.say("Nobody speaks in this video, as far as I can hear.", "没有听到视频中有人说话。"))
                : Optional.empty();
    }
}
