package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import reelskill.media.ExportFormat;
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
 * @param once whether it is said of the export that follows, and of no later one
 */
public record SetOutput(Optional<ExportFormat> format, Optional<Codec> codec, OptionalLong mostBytes, boolean once)
        implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Output now = timeline.output();
        Output wanted =
                new Output(format.orElse(now.format()), codec.orElse(now.codec()), mostBytes.orElse(now.mostBytes()));
        Output after = once
                ? now.with(
                        List.of(new Release(wanted.format().word(), wanted, Optional.empty(), OptionalDouble.empty())))
                : wanted;
        return scene.done(timeline.withOutput(after), "Result: %s", "输出格式：%s", told(scene, wanted));
    }

    static String told(Scene scene, Output output) {
        List<String> words = new ArrayList<>(List.of(output.format().name()));
        if (output.codec() == Codec.H265) words.add("H.265");
        if (output.codec() == Codec.PRORES && output.format() == ExportFormat.MOV) words.add("ProRes");
        if (output.mostBytes() > 0) {
            String megabytes = Figures.number(output.mostBytes() / 1e6, 1);
            words.add(scene.say("at most %s MB", "不超过 %s MB", megabytes));
        }
        return String.join(", ", words);
    }
}
