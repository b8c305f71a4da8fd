package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reelskill.media.Resolution;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.CaptionLayout;
import reelskill.studio.transcript.Cue;

/**
 * Writes what is said on the picture, in place of captions that are there.
 *
 * <pre>
 *                        | a b c | d e |
 *   |      A      |  →   |      A      |
 * </pre>
 *
 * @param rgb a colour in place of the style's
 * @param face letters in place of the plain ones
 * @param where what is said there is written, and captions elsewhere stay; all of it for {@link Target#ALL}
 */
public record AddCaptions(
        CaptionStyle style, TextStyle.Position position, OptionalInt rgb, Optional<TextStyle.Face> face, Target where)
        implements EditOperation {
    /** How wide a letter of our font is against its height, on average. */
    private static final double LETTER_WIDTH = 0.55;
    /** The share of the picture's width that captions may take, less their margins. */
    private static final double USABLE_WIDTH = 0.87;

    private static final int MOST_NAMED = 5;

    /** All that is said, in plain letters. */
    AddCaptions(CaptionStyle style, TextStyle.Position position, OptionalInt rgb) {
        this(style, position, rgb, Optional.empty(), Target.ALL);
    }

    @Override
    public EditResult apply(Scene scene) {
        Speech whole = Speech.of(scene);
        Optional<String> shortcoming = whole.shortcoming(scene);
        if (whole.words().isEmpty()) return EditResult.unchanged(scene.timeline(), shortcoming.orElseThrow());
        if (where.equals(Target.ALL)) return written(scene, whole, List.of(), "", shortcoming);
        Ranges places = where.places(scene);
        if (places.inside().isEmpty())
            return EditResult.nothing(scene.timeline()).but(places.notes());
        Speech there = whole.within(scene, places.inside());
        if (there.words().isEmpty()) {
            return scene.unchanged("Nobody speaks at %s, as far as I can hear.", "没有听到%s有人说话。", places.told(scene));
        }
        List<TextSegment> elsewhere = scene.timeline().captions().stream()
                .filter(caption -> places.inside().stream()
                        .noneMatch(range -> caption.start() < range.out() && range.in() < caption.end()))
                .toList();
        String told = scene.say(" at %s", "（%s）", places.told(scene));
        return written(scene, there, elsewhere, told, shortcoming).but(places.notes());
    }

    private EditResult written(
            Scene scene, Speech speech, List<TextSegment> kept, String told, Optional<String> shortcoming) {
        Timeline timeline = scene.timeline();
        List<TextSegment> captions = captions(timeline, cues(timeline, speech), kept);
        List<TextSegment> all = Stream.concat(kept.stream(), captions.stream())
                .sorted(Comparator.comparingLong(TextSegment::start))
                .toList();
        EditResult result = scene.done(
                timeline.withCaptions(all),
                captions.size() == 1 ? "Added %d caption%s, %s, %s%s" : "Added %d captions%s, %s, %s%s",
                "已添加%d条字幕%s，%s，%s%s",
                captions.size(),
                told,
                style.name(scene.language()) + facename(scene),
                position == TextStyle.Position.CAPTION_TOP
                        ? scene.say("at the top", "位于顶部")
                        : scene.say("at the bottom", "位于底部"),
                speech.isRecognized()
                        ? scene.say(" (recognized English; words are timed by estimate)", "（由英语语音识别，词的时间为估计值）")
                        : scene.say(" (your own text)", "（使用您提供的文字）"));
        Optional<String> doubts = doubts(scene, speech);
        if (doubts.isPresent()) result = result.but(doubts.get());
        return shortcoming.isPresent() ? result.but(shortcoming.get()) : result;
    }

    @Override
    public Optional<EditOperation> coloured(int other) {
        return Optional.of(new AddCaptions(style, position, OptionalInt.of(other), face, where));
    }

    private String facename(Scene scene) {
        return face.map(letters -> switch (letters) {
                    case SERIF -> scene.say(", letters with serifs", "，衬线字体");
                    case ITALIC -> scene.say(", in italics", "，斜体");
                    case SANS -> "";
                })
                .orElse("");
    }

    private TextStyle look() {
        TextStyle plain = style.look(position, rgb);
        return face.map(plain::in).orElse(plain);
    }

    private List<Cue> cues(Timeline timeline, Speech speech) {
        CaptionLayout layout = new CaptionLayout(
                lineWidth(timeline.canvas(), style.look(position, rgb).size()));
        List<Cue> cues = new ArrayList<>();
        // A caption never holds the words of two files.
        List<Said> open = new ArrayList<>();
        for (Said said : speech.words()) {
            boolean elsewhere = !open.isEmpty()
                    && !open.get(0).clip().mediaId().equals(said.clip().mediaId());
            if (elsewhere) {
                cues.addAll(layout.cues(open.stream().map(Said::word).toList()));
                open.clear();
            }
            open.add(said);
        }
        cues.addAll(layout.cues(open.stream().map(Said::word).toList()));
        return cues;
    }

    static int lineWidth(Resolution canvas, double size) {
        double letter = size * Math.min(canvas.width(), canvas.height()) * LETTER_WIDTH;
        return Math.max(8, Math.min(CaptionLayout.WIDEST, (int) (USABLE_WIDTH * canvas.width() / letter)));
    }

    /** Captions never overlap, neither each other nor those that are kept. */
    private List<TextSegment> captions(Timeline timeline, List<Cue> cues, List<TextSegment> kept) {
        TextStyle look = look();
        List<TextSegment> captions = new ArrayList<>();
        long total = timeline.duration();
        long free = 0;
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            long begin = Math.max(free, timeline.rate().frames(cue.time().in()));
            long start = kept.stream()
                    .filter(caption -> caption.start() <= begin)
                    .mapToLong(TextSegment::end)
                    .reduce(begin, Math::max);
            long taken = kept.stream()
                    .mapToLong(TextSegment::start)
                    .filter(at -> at > begin)
                    .min()
                    .orElse(total);
            long next = i + 1 < cues.size()
                    ? timeline.rate().frames(cues.get(i + 1).time().in())
                    : total;
            long end = Math.min(
                    Math.min(taken, Math.min(total, next)),
                    timeline.rate().frames(cue.time().out()));
            if (end <= start) continue;
            captions.add(new TextSegment("caption", start, end - start, cue.text(), look, 0));
            free = end;
        }
        return captions;
    }

    /** What may be wrong is named with its time, so that somebody looks at it. */
    private static Optional<String> doubts(Scene scene, Speech speech) {
        List<Duration> unsure = speech.sentences().stream()
                .filter(sentence -> !sentence.get(0).isSure())
                .map(sentence -> sentence.get(0).word().in())
                .toList();
        if (unsure.isEmpty()) return Optional.empty();
        String times = unsure.stream()
                .limit(MOST_NAMED)
                .map(time -> Figures.moment(scene, scene.frames(time)))
                .collect(Collectors.joining(scene.say(", ", "、")));
        return Optional.of(scene.say(
                unsure.size() == 1
                        ? "I am not sure of %d sentence: %s. Please check it."
                        : "I am not sure of %d sentences: %s. Please check them.",
                "有%d句没有把握：%s。请核对。",
                unsure.size(),
                unsure.size() > MOST_NAMED ? times + ", …" : times));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveCaptions());
    }
}
