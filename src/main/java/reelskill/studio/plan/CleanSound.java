package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.MediaSegment;

/**
 * Takes steady noise out of the sound of clips; {@code reduction} is by how many dB, 0 for as filmed again.
 *
 * <pre>
 *   |  A + hum  |   →   |  A  |
 * </pre>
 */
public record CleanSound(double reduction, Target target) implements EditOperation {
    public static final double NORMAL = 20;
    /** Quieter noise is not heard beside speech of a usual level. */
    private static final double INAUDIBLE = -68;
    /** Louder than that it is no noise in the pauses: there are none, such as in music. */
    private static final double NO_PAUSE = -25;

    @Override
    public EditResult apply(Scene scene) {
        if (reduction == 0) {
            return new ClipChange(target, clip -> clip.without(Denoise.class))
                    .in(
                            scene,
                            scene.say("Sound%%s as filmed again, with its noise", "声音%%s恢复原样，包括噪音"),
                            scene.say("No noise was removed from the sound.", "声音没有做过降噪。"));
        }
        Map<String, OptionalDouble> floors = new HashMap<>();
        for (MediaSegment clip : target.in(scene).clips()) {
            floors.computeIfAbsent(clip.mediaId(), scene.footage()::noiseFloor);
        }
        List<Double> heard = floors.values().stream()
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .filter(floor -> floor > INAUDIBLE && floor < NO_PAUSE)
                .sorted()
                .toList();
        if (heard.isEmpty() && !floors.isEmpty()) return EditResult.unchanged(scene.timeline(), reason(scene, floors));
        String measured = heard.isEmpty() ? "" : told(scene, heard);
        return new ClipChange(target, clip -> cleaned(clip, floors))
                .in(
                        scene,
                        scene.say(
                                "Steady noise removed%%s: it was measured at %s dB, and goes down by up to %.0f dB",
                                "已去除稳定的背景噪音%%s：测得%s分贝，最多降低%.0f分贝", measured, reduction),
                        scene.say("That noise is removed already.", "已经做过降噪。"));
    }

    private static String told(Scene scene, List<Double> floors) {
        List<String> figures = new ArrayList<>();
        for (double floor : floors) {
            String figure = String.format(Locale.ROOT, "%.0f", floor).replace('-', '−');
            if (!figures.contains(figure)) figures.add(figure);
        }
        return scene.language().list(figures);
    }

    private MediaSegment cleaned(MediaSegment clip, Map<String, OptionalDouble> floors) {
        OptionalDouble floor = floors.getOrDefault(clip.mediaId(), OptionalDouble.empty());
        boolean noisy = floor.isPresent() && floor.getAsDouble() > INAUDIBLE && floor.getAsDouble() < NO_PAUSE;
        return noisy ? clip.with(new Denoise(Math.round(floor.getAsDouble()), reduction)) : clip;
    }

    private static String reason(Scene scene, Map<String, OptionalDouble> floors) {
        boolean silent = floors.values().stream().allMatch(OptionalDouble::isEmpty);
        if (silent) return scene.say("There is no sound to clean.", "没有声音，无需降噪。");
        boolean loud = floors.values().stream().anyMatch(floor -> floor.isPresent() && floor.getAsDouble() >= NO_PAUSE);
        return loud
                ? scene.say(
                        "The sound has no pause in which noise could be measured alone, so nothing was removed.",
                        "声音中没有停顿，无法单独测量噪音，所以没有做降噪。")
                : scene.say("There is next to no noise in the pauses, so nothing was removed.", "停顿处几乎没有噪音，所以没有做降噪。");
    }
}
