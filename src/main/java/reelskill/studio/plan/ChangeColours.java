package reelskill.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Finish;
import reelskill.studio.timeline.Grade;
import reelskill.studio.timeline.Look;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;

/**
 * Changes light and colour of clips.
 *
 * <pre>
 *   |      A      |   →   |  A, warmer  |
 * </pre>
 */
public record ChangeColours(Change change, Target target) implements EditOperation {
    /** What is done to the colours as they are now. */
    public sealed interface Change {
        MediaSegment of(MediaSegment clip);

        String told(Scene scene);

        /** Returns the same, {@code factor} times as strong; empty where that means nothing. */
        default Optional<Change> scaled(double factor) {
            return Optional.empty();
        }
    }

    /** Adds to the grade that a clip has; what goes beyond its ends stays there. */
    public record Adjust(Grade by) implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            Grade now = clip.effects().get(Grade.class).orElse(Grade.NONE);
            Grade sum = new Grade(
                    sum(now.brightness(), by.brightness()),
                    sum(now.contrast(), by.contrast()),
                    sum(now.saturation(), by.saturation()),
                    sum(now.warmth(), by.warmth()));
            return sum.equals(Grade.NONE) ? clip.without(Grade.class) : clip.with(sum);
        }

        @Override
        public Optional<Change> scaled(double factor) {
            return Optional.of(new Adjust(new Grade(
                    sum(0, by.brightness() * factor),
                    sum(0, by.contrast() * factor),
                    sum(0, by.saturation() * factor),
                    sum(0, by.warmth() * factor))));
        }

        /** Returns whether both change the same things in the same direction. */
        boolean isAlike(Adjust other) {
            return Math.signum(by.brightness()) == Math.signum(other.by.brightness())
                    && Math.signum(by.contrast()) == Math.signum(other.by.contrast())
                    && Math.signum(by.saturation()) == Math.signum(other.by.saturation())
                    && Math.signum(by.warmth()) == Math.signum(other.by.warmth());
        }

        private static double sum(double now, double by) {
            return Math.max(-1, Math.min(1, Math.round((now + by) * 1000) / 1000.0));
        }

        @Override
        public String told(Scene scene) {
            List<String> parts = new ArrayList<>();
            told(scene, parts, "brightness", "亮度", by.brightness());
            told(scene, parts, "contrast", "对比度", by.contrast());
            told(scene, parts, "saturation", "饱和度", by.saturation());
            told(scene, parts, "warmth", "色温", by.warmth());
            return String.join(scene.say(", ", "、"), parts);
        }

        private static void told(Scene scene, List<String> parts, String name, String chinese, double by) {
            if (by == 0) return;
            String sign = by > 0 ? "+" : "−";
            parts.add(scene.say(name, chinese) + " " + sign + Figures.percent(Math.abs(by)));
        }
    }

    /** Returns a strength in whole per cent, at most all and never so little that nothing is seen. */
    private static double times(double strength, double factor) {
        return Math.min(1, Math.max(0.05, Math.round(strength * factor * 100) / 100.0));
    }

    /** Gives a look with a name in place of the one there was. */
    public record Style(Look look) implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            return clip.with(look);
        }

        @Override
        public Optional<Change> scaled(double factor) {
            return Optional.of(new Style(new Look(look.style(), times(look.strength(), factor))));
        }

        @Override
        public String told(Scene scene) {
            return name(scene, look.style()) + (look.strength() == 1 ? "" : " " + Figures.percent(look.strength()));
        }
    }

    /** Darkens the corners or adds grain; what of the two is empty stays, and zero takes it away. */
    public record Finished(OptionalDouble vignette, OptionalDouble grain) implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            Finish now = clip.effects().get(Finish.class).orElse(Finish.NONE);
            Finish then = new Finish(vignette.orElse(now.vignette()), grain.orElse(now.grain()));
            return then.equals(Finish.NONE) ? clip.without(Finish.class) : clip.with(then);
        }

        @Override
        public Optional<Change> scaled(double factor) {
            return Optional.of(new Finished(scaled(vignette, factor), scaled(grain, factor)));
        }

        private static OptionalDouble scaled(OptionalDouble share, double factor) {
            return share.isEmpty() || share.getAsDouble() == 0
                    ? share
                    : OptionalDouble.of(times(share.getAsDouble(), factor));
        }

        @Override
        public String told(Scene scene) {
            List<String> parts = new ArrayList<>();
            vignette.ifPresent(share -> parts.add(told(scene, share, "vignette", "暗角")));
            grain.ifPresent(share -> parts.add(told(scene, share, "film grain", "胶片颗粒")));
            return String.join(scene.say(", ", "、"), parts);
        }

        private static String told(Scene scene, double share, String name, String chinese) {
            return share == 0
                    ? scene.say("no " + name, "无" + chinese)
                    : scene.say(name, chinese) + " " + Figures.percent(share);
        }
    }

    /** Colours by a table of the user's, in place of the one there was. */
    public record ByTable(Lut lut, String name) implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            return clip.with(lut);
        }

        @Override
        public Optional<Change> scaled(double factor) {
            return Optional.of(new ByTable(new Lut(lut.mediaId(), times(lut.strength(), factor)), name));
        }

        @Override
        public String told(Scene scene) {
            String table = scene.say("by the table \"%s\"", "调色表“%s”", name);
            return lut.strength() == 1 ? table : table + " " + Figures.percent(lut.strength());
        }
    }

    /** Takes the table away and leaves the rest of the colours as they are. */
    public record WithoutTable() implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            return clip.without(Lut.class);
        }

        @Override
        public String told(Scene scene) {
            return scene.say("without a table", "已去掉调色表");
        }
    }

    /** Makes what was done to the colours weaker or stronger. */
    public record Scale(double factor) implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            MediaSegment graded = clip.effects()
                    .get(Grade.class)
                    .map(grade -> clip.with(new Grade(
                            times(grade.brightness()),
                            times(grade.contrast()),
                            times(grade.saturation()),
                            times(grade.warmth()))))
                    .orElse(clip);
            return graded.effects()
                    .get(Look.class)
                    .map(look -> graded.with(new Look(look.style(), Math.max(0.05, times(look.strength())))))
                    .orElse(graded);
        }

        private double times(double value) {
            return Math.max(-1, Math.min(1, Math.round(value * factor * 1000) / 1000.0));
        }

        @Override
        public String told(Scene scene) {
            return factor < 1
                    ? scene.say("the colour change is weaker now", "调色已减弱")
                    : scene.say("the colour change is stronger now", "调色已加强");
        }
    }

    /** Shows the colours as they were filmed. */
    public record AsFilmed() implements Change {
        @Override
        public MediaSegment of(MediaSegment clip) {
            return clip.without(Grade.class)
                    .without(Look.class)
                    .without(Finish.class)
                    .without(Balance.class)
                    .without(Lut.class);
        }

        @Override
        public String told(Scene scene) {
            return scene.say("colours as filmed", "恢复原始颜色");
        }
    }

    @Override
    public EditResult apply(Scene scene) {
        return target.edit(scene, found -> changed(scene, found));
    }

    @Override
    public Optional<EditOperation> on(Target other) {
        return Optional.of(new ChangeColours(change, other));
    }

    @Override
    public Optional<EditOperation> scaled(double factor) {
        return change.scaled(factor).map(it -> new ChangeColours(it, target));
    }

    private EditResult changed(Scene scene, Target.Found found) {
        Timeline after = found.changed(change::of);
        if (after.equals(found.timeline())) return scene.already("The colours are like that already.", "颜色已经是这样。");
        return Optional.of(found.told())
                .filter(told -> !told.isEmpty())
                .map(told -> scene.done(after, "Colours of %s: %s", "%s的颜色：%s", told, change.told(scene)))
                .orElseGet(() -> scene.done(after, "Colours: %s", "颜色：%s", change.told(scene)));
    }

    private static String name(Scene scene, Look.Style style) {
        return switch (style) {
            case BLACK_AND_WHITE -> scene.say("black and white", "黑白");
            case SEPIA -> scene.say("sepia", "怀旧棕褐色");
            case CINEMATIC -> scene.say("cinematic (teal shadows, orange lights)", "电影感（青橙色调）");
            case VINTAGE -> scene.say("vintage (faded, warm)", "复古（褪色、偏暖）");
            case VIVID -> scene.say("vivid", "鲜艳");
        };
    }
}
