package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Placement.Outline;

/** One thing about an inset that becomes different. */
public sealed interface InsetChange {
    /** Returns {@code inset}, whose placement is {@code place}, changed. */
    MediaSegment of(MediaSegment inset, Inset place);

    /** Returns what a report says of the inset after it was changed. */
    String told(Scene scene, Inset after);

    /** To another place; what is empty stays. */
    record Move(Optional<Double> x, Optional<Double> y) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.with(place.at(x.orElse(place.x()), y.orElse(place.y())));
        }

        @Override
        public String told(Scene scene, Inset after) {
            return InsetWords.place(scene, after);
        }
    }

    /** Larger or smaller; {@link Inset#SMALLEST} and {@link Inset#LARGEST} are the ends. */
    record Scale(double factor) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.with(place.scaled(factor));
        }

        @Override
        public String told(Scene scene, Inset after) {
            return scene.say("size %s of the picture", "大小为画面的%s", Figures.percent(after.size()));
        }
    }

    record Opacity(double opacity) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.with(place.withOpacity(opacity));
        }

        @Override
        public String told(Scene scene, Inset after) {
            return scene.say("%s opaque", "不透明度%s", Figures.percent(after.opacity()));
        }
    }

    record Corners(Outline.Shape shape) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.with(place.with(new Outline(shape, place.outline().border())));
        }

        @Override
        public String told(Scene scene, Inset after) {
            return switch (shape) {
                case PLAIN -> scene.say("square corners", "直角");
                case CARD -> scene.say("round corners", "圆角");
                case CIRCLE -> scene.say("a circle", "圆形");
            };
        }
    }

    /**
     * A thin border, or none.
     *
     * @param rgb empty for none
     */
    record Border(OptionalInt rgb) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.with(place.with(new Outline(place.outline().shape(), rgb)));
        }

        @Override
        public String told(Scene scene, Inset after) {
            return rgb.isEmpty()
                    ? scene.say("no border", "无边框")
                    : scene.say("border in %s", "%s边框", ColourNames.name(scene, rgb.getAsInt()));
        }
    }

    record Sound(boolean heard) implements InsetChange {
        @Override
        public MediaSegment of(MediaSegment inset, Inset place) {
            return inset.withVolume(heard ? 1 : 0);
        }

        @Override
        public String told(Scene scene, Inset after) {
            return heard ? scene.say("with its sound", "带声音") : scene.say("without its sound", "静音");
        }
    }
}
