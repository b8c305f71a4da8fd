package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Timeline;

/**
 * Which of the pictures over the video are meant.
 *
 * @param name the media's name; empty where its kind tells
 */
public record InsetRef(Kind kind, Optional<String> name) {
    static final InsetRef ANY = new InsetRef(Kind.ANY, Optional.empty());

    /** What a person calls it. */
    public enum Kind {
        /** A still picture. */
        LOGO,
        /** A small video. */
        CAMERA,
        ANY
    }

    /** Returns those that are meant, from the lowest up; the panels of a divided screen are none. */
    List<MediaSegment> in(Timeline timeline) {
        List<MediaSegment> insets = all(timeline);
        return insets.stream()
                .filter(inset -> name.isEmpty() || inset.name().equals(name.get()))
                .filter(inset -> kind == Kind.ANY || name.isPresent() || kindOf(inset) == kind)
                .toList();
    }

    static List<MediaSegment> all(Timeline timeline) {
        return timeline.insets().all().stream()
                .filter(inset -> placement(inset).isPresent())
                .toList();
    }

    static Kind kindOf(MediaSegment inset) {
        return inset.pace().factor() == 0 ? Kind.LOGO : Kind.CAMERA;
    }

    static Optional<Placement.Inset> placement(MediaSegment inset) {
        return inset.effects()
                .get(Placement.class)
                .filter(Placement.Inset.class::isInstance)
                .map(Placement.Inset.class::cast);
    }

    /** Returns why nothing was found. */
    String missing(Scene scene) {
        if (name.isPresent()) return scene.say("\"%s\" does not stand over the video.", "“%s”没有叠加在视频上。", name.get());
        return switch (kind) {
            case LOGO ->
                scene.say(
                        "There is no logo over the video; one that was filmed with it cannot be taken off.",
                        "视频上没有叠加标志；画面里原本就有的标志无法去除。");
            case CAMERA -> scene.say("There is no picture in picture.", "没有画中画。");
            case ANY -> scene.say("No picture stands over the video.", "视频上没有叠加的图片。");
        };
    }
}
