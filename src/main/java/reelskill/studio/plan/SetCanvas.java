package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Timeline;

/**
 * Changes the size of the result.
 *
 * <pre>
 *   +----------+       +----+
 *   |    o     |   →   | o  |
 *   +----------+       |    |
 *                      +----+
 * </pre>
 *
 * @param ratio width to height like {@code 9:16}; empty to keep the shape
 * @param lines the shorter side in pixels, as in 1080p; empty to keep it
 */
public record SetCanvas(Optional<String> ratio, OptionalInt lines) implements EditOperation {
    @Override
    public EditResult apply(Scene scene) {
        Timeline timeline = scene.timeline();
        Resolution now = timeline.canvas();
        Resolution wanted = wanted(now);
        if (wanted.equals(now)) return scene.already("The picture is %s already.", "画面已经是%s。", now);
        return scene.done(timeline.withCanvas(wanted), "Picture size: %s → %s", "画面尺寸：%s → %s", now, wanted);
    }

    /** Returns what a canvas becomes. */
    Resolution wanted(Resolution now) {
        double width = now.width();
        double height = now.height();
        if (ratio.isPresent()) {
            String[] sides = ratio.get().split(":", -1);
            width = Double.parseDouble(sides[0]);
            height = Double.parseDouble(sides[1]);
        }
        double scale = lines.orElse(Math.min(now.width(), now.height())) / Math.min(width, height);
        return new Resolution(round(width * scale), round(height * scale));
    }

    private static int round(double side) {
        return (int) Math.max(2, Math.round(side / 2) * 2);
    }
}
