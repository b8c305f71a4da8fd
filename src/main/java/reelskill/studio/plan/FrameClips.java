package reelskill.studio.plan;

import java.util.Optional;
import reelskill.media.Resolution;
import reelskill.studio.timeline.Box;
import reelskill.studio.timeline.Framing;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Zoom;

/**
 * Turns, mirrors, crops or enlarges the picture of clips.
 *
 * <pre>
 *   +--------+       +----+
 *   |     o  |   →   | o  |
 *   +--------+       +----+
 * </pre>
 */
public record FrameClips(Change change, Target target) implements EditOperation {
    /** What is done to the picture as it is seen now. */
    public sealed interface Change {
        Framing of(Framing now);

        String told(Scene scene);
    }

    /** Turns it by 1 to 3 quarters, clockwise. */
    public record Turn(int quarters) implements Change {
        @Override
        public Framing of(Framing now) {
            return now.turned(quarters);
        }

        @Override
        public String told(Scene scene) {
            return scene.say("turned %d° clockwise", "顺时针旋转%d度", 90 * quarters);
        }
    }

    /** Exchanges left and right; top and bottom where {@code upright}. */
    public record Flip(boolean upright) implements Change {
        @Override
        public Framing of(Framing now) {
            return upright ? now.turned(2).flipped() : now.flipped();
        }

        @Override
        public String told(Scene scene) {
            return upright ? scene.say("flipped top to bottom", "上下翻转") : scene.say("flipped left to right", "左右翻转");
        }
    }

    /** Keeps only a part of what is seen. */
    public record Crop(Box kept) implements Change {
        @Override
        public Framing of(Framing now) {
            return now.cropped(kept);
        }

        @Override
        public String told(Scene scene) {
            return scene.say(
                    "cropped to %s × %s of what was seen",
                    "裁剪为原画面的%s×%s", Figures.percent(kept.width()), Figures.percent(kept.height()));
        }
    }

    /** Goes nearer to a point without changing the shape. */
    public record Enlarge(double scale, double x, double y) implements Change {
        @Override
        public Framing of(Framing now) {
            double side = 1 / scale;
            return now.cropped(new Box(x * (1 - side), y * (1 - side), side, side));
        }

        @Override
        public String told(Scene scene) {
            return scene.say("zoomed in %s×", "放大%s倍", Figures.factor(scale));
        }
    }

    /** Shows the whole picture as it was filmed, upright. */
    public record Reset() implements Change {
        @Override
        public Framing of(Framing now) {
            return Framing.NONE;
        }

        @Override
        public String told(Scene scene) {
            return scene.say("framed as it was filmed", "恢复原始画面");
        }
    }

    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> framed(scene, found));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new FrameClips(change, other));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        if (!(change instanceof Enlarge zoom)) return Optional.empty();
        double scale = Math.max(1.02, Math.round(Math.pow(zoom.scale(), factor) * 100) / 100.0);
        return Optional.of(new FrameClips(new Enlarge(scale, zoom.x(), zoom.y()), target));
    }

    @Override
    public Optional<EditOperation> sized(double factor) {
        return scaled(factor);
    }

    private EditResult framed(Scene scene, Target.Found found) {
        Optional<String> impossible = impossible(scene, found);
        if (impossible.isPresent()) return EditResult.unchanged(scene.timeline(), impossible.get());
        Timeline framed = found.changed(this::changed);
        if (framed.equals(found.timeline())) return scene.already("The picture is like that already.", "画面已经是这样。");
        Resolution before = scene.timeline().canvas();
        Resolution canvas = target.equals(Target.ALL) ? canvas(before) : before;
        String what = found.told().isEmpty() ? scene.say("Picture", "画面") : found.told();
        String size =
                canvas.equals(before) ? "" : scene.say("; picture size: %s → %s", "；画面尺寸：%s → %s", before, canvas);
        return scene.done(framed.withCanvas(canvas), "%s: %s%s", "%s：%s%s", what, change.told(scene), size);
    }

    /** A picture cut down until nothing is left to see is a slip of the tongue. */
    private Optional<String> impossible(Scene scene, Target.Found found) {
        boolean tiny = found.clips().stream()
                .map(clip ->
                        clip.effects().get(Framing.class).orElse(Framing.NONE).window())
                .anyMatch(window -> !isLarge(window.of(kept())));
        return tiny
                ? Optional.of(
                        scene.say("Too little of the picture would be left; nothing was changed.", "画面会所剩无几，没有做改动。"))
                : Optional.empty();
    }

    private static boolean isLarge(Box window) {
        return window.width() >= 0.08 && window.height() >= 0.08;
    }

    private Box kept() {
        return change instanceof Turn || change instanceof Flip || change instanceof Reset
                ? Box.WHOLE
                : change.of(Framing.NONE).window();
    }

    private MediaSegment changed(MediaSegment clip) {
        Framing framing = change.of(clip.effects().get(Framing.class).orElse(Framing.NONE));
        MediaSegment still = change instanceof Reset ? clip.without(Zoom.class) : clip;
        return framing.equals(Framing.NONE) ? still.without(Framing.class) : still.with(framing);
    }

    /** The result takes the shape that all of it now has. */
    private Resolution canvas(Resolution now) {
        if (change instanceof Turn turn && turn.quarters() % 2 == 1) return lying(now);
        if (!(change instanceof Crop crop)) return now;
        return new Resolution(
                        (int) Math.max(2, Math.round(now.width() * crop.kept().width())),
                        (int) Math.max(2, Math.round(now.height() * crop.kept().height())))
                .even();
    }

    private static Resolution lying(Resolution standing) {
        return new Resolution(/* width= */ standing.height(), /* height= */ standing.width());
    }
}
