package reelskill.studio.matte;

import java.nio.file.Path;

/** What a person is set before. Pictures and clips fill the frame, cropped evenly. */
public sealed interface Background {
    record Room(BuiltInRoom room) implements Background {}

    /**
     * One colour.
     *
     * @param rgb as {@code 0xRRGGBB}
     */
    record Colour(int rgb) implements Background {}

    record Picture(Path file) implements Background {}

    /** A video, from its start and again when it ends; its sound is not used. */
    record Clip(Path file) implements Background {}

    record Blur(RoomBlur strength) implements Background {}

    /** Nothing: the result has an alpha channel. */
    record Transparent() implements Background {}
}
