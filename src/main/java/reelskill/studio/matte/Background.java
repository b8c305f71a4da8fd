package reelskill.studio.matte;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

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

    /**
     * A video, again and again; its sound is not used.
     *
     * @param played how long it has played when the first frame comes
     * @param length how long it plays once
     */
    record Clip(Path file, Duration played, Duration length) implements Background {
        public Clip {
            if (length.isNegative() || length.isZero()) throw new IllegalArgumentException("no length: " + length);
        }

        /** Returns the place in the file of the first frame, in seconds. */
        BigDecimal start() {
            return BigDecimal.valueOf(Math.floorMod(played.toNanos(), length.toNanos()), 9);
        }
    }

    record Blur(RoomBlur strength) implements Background {}

    /** Nothing: the result has an alpha channel. */
    record Transparent() implements Background {}
}
