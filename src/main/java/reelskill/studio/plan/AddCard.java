package reelskill.studio.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.timeline.FrameRange;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.MusicBed;
import reelskill.studio.timeline.TextStyle;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/**
 * Shows nothing but one colour for a time of its own, with words on it or without; everything behind moves along.
 *
 * <pre>
 *                         |words|
 *   |  A  |  B  |   →   |  A  |▪▪▪▪▪|  B  |
 * </pre>
 *
 * @param text empty for no words
 * @param rgb the colour, 0xRRGGBB
 */
public record AddCard(String text, int rgb, Duration length, Place place, TextStyle style) implements EditOperation {
    static final Duration WITH_WORDS = Duration.ofSeconds(3);
    static final Duration PLAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Where a card goes. */
    public sealed interface Place {
        record At(Moment moment) implements Place {}

        /** Right before a clip, or right {@code after} it. */
        record Beside(ClipRef clip, boolean after) implements Place {}

        /** Between each clip and the next. */
        record EveryCut() implements Place {}
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        if (timeline.clips().isEmpty())
            return scene.unchanged("There is no video yet to put a card into.", "还没有视频，无法插入画面。");
        if (scene.frames(length) < 1 || length.compareTo(LONGEST) > 0)
            return scene.unchanged("A card can stand for up to 10 minutes; nothing was changed.", "这样的画面最长10分钟，没有做改动。");
        if (place instanceof Place.Beside it && Clips.find(timeline, it.clip()).size() != 1)
            return EditResult.unchanged(timeline, Clips.missing(scene, it.clip()));
        List<Long> frames = frames(timeline);
        if (frames.isEmpty())
            return scene.unchanged("There is only one clip, so there is nothing between clips.", "只有一个片段，片段之间没有位置。");
        if (frames.get(0) < 0 || frames.get(0) > timeline.duration())
            return scene.unchanged(
                    "There is nothing at %s: the video lasts %s.",
                    "%s处没有画面：视频总长%s。",
                    Figures.moment(scene, Math.max(0, frames.get(0))),
                    Figures.moment(scene, timeline.duration()));
        return added(scene, frames);
    }

    /** Returns the frames before which cards go, the first first. */
    private List<Long> frames(Timeline timeline) {
        if (place instanceof Place.At it) return List.of(it.moment().frame(timeline));
        if (place instanceof Place.Beside it) {
            FrameRange clip = Clips.find(timeline, it.clip()).get(0).range();
            return List.of(it.after() ? clip.out() : clip.in());
        }
        return Clips.of(timeline).stream()
                .skip(1)
                .map(clip -> clip.range().in())
                .toList();
    }

    private EditResult added(Scene scene, List<Long> frames) {
        Timeline after = scene.timeline();
        List<Long> last = new ArrayList<>(frames);
        Collections.reverse(last);
        for (long frame : last) after = with(scene.at(after), frame);
        String words = text.isEmpty() ? "" : scene.say(", \"%s\"", "“%s”", text);
        String colour = ColourNames.name(scene, rgb);
        EditResult result = frames.size() == 1
                ? scene.done(
                        after,
                        "Card added at %s: %s%s, %s; the video now lasts %s",
                        "已在%s插入画面：%s%s，%s；视频现在长%s",
                        Figures.moment(scene, frames.get(0)),
                        colour,
                        words,
                        Figures.length(scene.language(), length),
                        Figures.moment(scene, after.duration()))
                : scene.done(
                        after,
                        "%d cards added between the clips: %s%s, %s each; the video now lasts %s",
                        "已在片段之间插入%d个画面：%s%s，各%s；视频现在长%s",
                        frames.size(),
                        colour,
                        words,
                        Figures.length(scene.language(), length),
                        Figures.moment(scene, after.duration()));
        return text.isEmpty() ? result : Letterforms.noted(scene, result, text, style.face());
    }

    /** Music that begins with the video, or ends with it, is under the card too. */
    private Timeline with(Scene scene, long frame) {
        Timeline timeline = scene.timeline();
        LibraryItem picture = scene.supplies().card(ColourNames.name(scene, rgb), rgb, timeline.canvas());
        long frames = scene.frames(length);
        MediaSegment card = MediaSegment.of("new", 0, frames, picture.id(), picture.name(), 0)
                .with(Fitting.of(Fitting.How.FILL))
                .asCard(true);
        boolean end = frame == timeline.duration();
        Timeline opened = end ? timeline.append(TrackKind.VIDEO, card) : timeline.inserted(frame, card);
        long start = opened.clips().stream()
                .filter(clip -> clip.card() && clip.start() >= frame)
                .findFirst()
                .map(MediaSegment::start)
                .orElse(frame);
        List<MusicBed> music = new ArrayList<>();
        for (MusicBed bed : opened.music())
            music.add(frame == 0 && bed.start() == frames ? bed.over(0, bed.end()) : bed);
        Timeline laid = opened.withMusic(music);
        Timeline played = end ? laid.withMusicFitted(timeline.duration()) : laid;
        return text.isEmpty()
                ? played
                : played.withText(text, start, frames, onGround(), AddText.fade(scene, style.motion()));
    }

    /** A box of the same colour is not seen, and words in a box need no shadow. */
    private TextStyle onGround() {
        return style.on(OptionalInt.of(rgb));
    }

    @Override
    public Optional<EditOperation> removal() {
        return Optional.of(new RemoveCards(Optional.of(text), Optional.of(place)));
    }

    @Override
    public Optional<EditOperation> beginning(Moment moment) {
        return Optional.of(new AddCard(text, rgb, length, new Place.At(moment), style));
    }

    @Override
    public Optional<EditOperation> lasting(Duration other) {
        return Optional.of(new AddCard(text, rgb, other, place, style));
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new AddCard(text, rgb, length, place, style.sized(AddText.size(style.size() * factor))));
    }

    @Override
    public Optional<EditOperation> coloured(int other) {
        return Optional.of(new AddCard(text, other, length, place, style.coloured(readable(other))));
    }

    /** Returns the colour of words that can be read on {@code ground}. */
    static int readable(int ground) {
        double light = 0.2126 * (ground >> 16 & 255) + 0.7152 * (ground >> 8 & 255) + 0.0722 * (ground & 255);
        return light > 140 ? 0x111111 : 0xFFFFFF;
    }
}
