package reelskill.studio.plan;

import java.util.Optional;
import java.util.OptionalInt;
import reelskill.language.Language;
import reelskill.studio.timeline.TextStyle;

/** The ways in which captions can look. Sizes are small enough for two lines of common length. */
public enum CaptionStyle {
    /** White letters with a soft shadow. */
    CLEAN("clean", "简洁", 0.055, 0xFFFFFF, false),
    /** White letters on a dark box, readable on anything. */
    BOXED("boxed", "带底框", 0.05, 0xFFFFFF, true),
    /** Large yellow letters, as on short videos that are watched without sound. */
    BOLD("bold", "醒目", 0.085, 0xFFE14D, false);

    private final String english;
    private final String chinese;
    private final double size;
    private final int rgb;
    private final boolean box;

    CaptionStyle(String english, String chinese, double size, int rgb, boolean box) {
        this.english = english;
        this.chinese = chinese;
        this.size = size;
        this.rgb = rgb;
        this.box = box;
    }

    /** Returns the look at {@code position}; {@code color} takes the place of this style's where it is given. */
    TextStyle look(TextStyle.Position position, OptionalInt color) {
        return new TextStyle(position, size, color.orElse(rgb), box);
    }

    String name(Language language) {
        return language.pick(english, chinese);
    }

    static Optional<CaptionStyle> of(Clause clause) {
        if (clause.has("BOX")) return Optional.of(BOXED);
        if (clause.hasAny("BOLD", "PRESET")
                || clause.text("SIZE")
                        .filter(size -> Double.parseDouble(size) > 0.1)
                        .isPresent()) return Optional.of(BOLD);
        return clause.has("CLEAN") ? Optional.of(CLEAN) : Optional.empty();
    }
}
