package reelskill.studio.timeline;

/** What stands behind the people of a clip instead of what was filmed there. */
public sealed interface Backdrop extends Effect {
    @Override
    default Class<Backdrop> kind() {
        return Backdrop.class;
    }

    /** A picture that comes with the studio. */
    record Room(Place place) implements Backdrop {}

    /**
     * One colour.
     *
     * @param rgb as {@code 0xRRGGBB}
     */
    record Colour(int rgb) implements Backdrop {}

    /** What was filmed, out of focus. */
    record Blur(Strength strength) implements Backdrop {}

    /**
     * A picture or video of the library, filling the frame; a video plays from its start, again when it ends.
     *
     * @param mediaId the library's id of the file
     */
    record Picture(String mediaId) implements Backdrop {}

    /** Nothing: the result is seen through there. */
    record Transparent() implements Backdrop {}

    /** The studio's pictures. */
    enum Place {
        CLEAN_OFFICE,
        STUDIO_WHITE,
        STUDIO_GREY,
        SOFT_GRADIENT,
        BOOKSHELF,
        LIVING_ROOM,
        OUTDOOR
    }

    /** How far out of focus. */
    enum Strength {
        LIGHT,
        MEDIUM,
        STRONG
    }
}
