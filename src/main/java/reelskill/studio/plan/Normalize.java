package reelskill.studio.plan;

import java.util.OptionalDouble;
import reelskill.studio.timeline.Timeline;

/**
 * Makes the whole mix as loud as {@code lufs}, whatever its parts are.
 *
 * <pre>
 *   |  A, -24 LUFS  |   →   |  A, -14 LUFS  |
 * </pre>
 */
public record Normalize(double lufs) implements EditOperation {
    /** What YouTube, Spotify and most other platforms play at. */
    public static final double LUFS = -14;

    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Timeline after = timeline.withLoudness(OptionalDouble.of(lufs));
        if (after.equals(timeline)) {
            return scene.already("The sound is made %.0f LUFS loud already.", "音量已统一为%.0f LUFS。", lufs);
        }
        return scene.done(
                after,
                "Loudness evened out: %.0f LUFS for the whole, peaks below -1 dBTP",
                "音量已统一：整体%.0f LUFS，峰值低于-1 dBTP",
                lufs);
    }
}
