package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import reelskill.media.ExportFormat;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Output;
import reelskill.studio.timeline.Output.Codec;
import reelskill.studio.timeline.Release;
import reelskill.studio.timeline.Timeline;

/**
 * Says what kind of file the result is to be. What is left empty stays.
 *
 * <pre>
 *   |  A  |  B  |  .mp4   →   |  A  |  B  |  .webm
 * </pre>
 *
 * @param mostBytes the largest that the file may be
 * @param size of the picture, of what is made once; empty for the canvas's
 * @param once whether it is said of the export that follows, and of no later one
 */
public record SetOutput(
        Optional<ExportFormat> format,
        Optional<Codec> codec,
        OptionalLong mostBytes,
        Optional<PictureSize> size,
        boolean once)
        implements EditOperation {
    public SetOutput {
        if (size.isPresent() && !once) throw new IllegalArgumentException("a size for good is that of the canvas");
    }

    SetOutput(Optional<ExportFormat> format, Optional<Codec> codec, OptionalLong mostBytes, boolean once) {
        this(format, codec, mostBytes, Optional.empty(), once);
    }

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Output now = timeline.output();
        Output plain =
                new Output(format.orElse(now.format()), codec.orElse(now.codec()), mostBytes.orElse(now.mostBytes()));
        Output wanted = size.isPresent() ? plain.inFull() : plain;
        Optional<Resolution> canvas = size.map(it -> it.of(timeline.canvas()));
        Output after = once
                ? now.with(List.of(new Release(wanted.format().word(), wanted, canvas, OptionalDouble.empty())))
                : wanted;
        String sized = canvas.map(it -> scene.say(", ", "，") + it).orElse("");
        return scene.done(timeline.withOutput(after), "Result: %s", "输出格式：%s", told(scene, wanted) + sized);
    }

    /** "as a gif, 320 pixels wide": that is said of the file, which has no size yet. */
    boolean takesItsOwn(SetCanvas said) {
        boolean gif = format.equals(Optional.of(ExportFormat.GIF));
        return once
                && gif
                && size.isEmpty()
                && said.ratio().isEmpty()
                && said.lines().isPresent();
    }

    /** Returns the same with a picture of so many lines. */
    SetOutput inSize(int lines) {
        return new SetOutput(format, codec, mostBytes, Optional.of(PictureSize.lines(lines)), once);
    }

    static String told(Scene scene, Output output) {
        List<String> words = new ArrayList<>(List.of(output.format().name()));
        if (output.codec() == Codec.H265) words.add("H.265");
        if (output.codec() == Codec.PRORES && output.format() == ExportFormat.MOV) words.add("ProRes");
        if (output.mostBytes() > 0) {
            String megabytes = Figures.number(output.mostBytes() / 1e6, 1);
            words.add(scene.say("at most %s MB", "不超过 %s MB", megabytes));
        }
        return String.join(scene.say(", ", "，"), words);
    }
}
