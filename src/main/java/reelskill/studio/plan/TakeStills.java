package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Inscription;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Asks for frames of the edited video as pictures, this once, beside what else the same words ask for.
 *
 * <pre>
 *   |  A  |  B  |   →   |  A  |  B  |  +  a file of the frame at ^
 *            ^
 * </pre>
 *
 * @param moments the end means the last frame
 * @param said the kind of file, where one was named; else they are PNG unless the name of the file says otherwise
 * @param mostBytes the largest that each may be
 * @param size of the pictures; empty for that of the video
 * @param inscription what stands on each of them, and not in the video
 */
public record TakeStills(
        List<Moment> moments,
        Optional<ExportFormat> said,
        OptionalLong mostBytes,
        Optional<PictureSize> size,
        Optional<Inscription> inscription)
        implements EditOperation {
    public TakeStills {
        moments = List.copyOf(moments);
    }

    TakeStills inscribed(Inscription words) {
        return new TakeStills(moments, said, mostBytes, size, Optional.of(words));
    }

    /** Returns the same with a line around the letters on it, if there are any. */
    TakeStills outlined(OptionalInt rim) {
        return inscription
                .map(words ->
                        inscribed(new Inscription(words.text(), words.style().outlined(rim))))
                .orElse(this);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        List<Long> frames = new ArrayList<>();
        for (Moment moment : moments) {
            long wanted = moment.frame(timeline);
            if (wanted < 0 || wanted > timeline.duration())
                return scene.unchanged(
                        "There is no picture at %s: the video lasts %s.",
                        "%s处没有画面：视频总长%s。",
                        Figures.moment(scene, Math.max(0, wanted)),
                        Figures.moment(scene, timeline.duration()));
            frames.add(Math.min(wanted, timeline.duration() - 1));
        }
        ExportFormat format = said.orElse(ExportFormat.PNG);
        // JPEG would show black where nothing is.
        boolean clear = timeline.isSeenThrough() && !format.carriesTransparency();
        ExportFormat kind = clear ? ExportFormat.PNG : format;
        Output now = timeline.output();
        List<Release> pictures = frames.stream()
                .distinct()
                .map(frame -> picture(timeline, kind, frame, frames))
                .toList();
        Timeline after = timeline.withOutput(now.with(
                Stream.concat(now.releases().stream(), pictures.stream()).toList()));
        EditResult result = told(scene, after, frames, kind);
        return clear
                ? result.but(scene.say("JPEG cannot be seen through, so it is a PNG.", "JPEG不支持透明，因此保存为PNG。"))
                : result;
    }

    private Release picture(Timeline timeline, ExportFormat kind, long frame, List<Long> all) {
        Output output = new Output(kind, timeline.output().codec(), mostBytes.orElse(0), frame).inscribed(inscription);
        long number = all.stream().distinct().toList().indexOf(frame) + 1L;
        String name = all.size() == 1 ? "picture" : "picture" + number;
        return new Release(name, output, size.map(it -> it.of(timeline.canvas())), OptionalDouble.empty());
    }

    private EditResult told(Scene scene, Timeline after, List<Long> frames, ExportFormat kind) {
        String moments = String.join(
                scene.say(", ", "、"),
                frames.stream().map(frame -> Figures.moment(scene, frame)).toList());
        String named = (said.isEmpty() ? "" : scene.say(", as %s", "，存为%s", kind))
                + size.map(it -> scene.say(", ", "，") + it.of(after.canvas())).orElse("");
        String inscribed =
                named + inscription.map(words -> inscribed(scene, words)).orElse("");
        EditResult result = frames.size() == 1
                ? scene.done(after, "Picture of the video at %s%s", "%s处的画面%s", moments, inscribed)
                : scene.done(
                        after, "%d pictures of the video, at %s%s", "%d张画面（%s）%s", frames.size(), moments, inscribed);
        return inscription
                .map(words -> Letterforms.noted(
                        scene, result, words.text(), words.style().face()))
                .orElse(result);
    }

    private static String inscribed(Scene scene, Inscription words) {
        return scene.say(", with \"%s\" on it (the video stays without)", "，上面写有“%s”（视频里没有）", words.text());
    }
}
