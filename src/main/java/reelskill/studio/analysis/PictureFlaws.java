package reelskill.studio.analysis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import reelskill.media.TimeRange;
import reelskill.studio.ffmpeg.Ffmpeg;

/**
 * Finds where a picture is black and where it stands still: 25 times a second it is shrunk to 160 x 90 grey tiles. It is
 * black while at most one tile in a thousand is brighter than 32 of 255 steps; it stands still as {@link StillPicture} says.
 */
public final class PictureFlaws {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int PER_SECOND = 25;
    private static final int BLACK = 32;
    private static final int MOST_BRIGHT_TILES = WIDTH * HEIGHT / 1000;

    /** A shorter one is between two movements. */
    private static final Duration SHORTEST_STILL = Duration.ofSeconds(1);

    private final SmallPictures pictures;

    public PictureFlaws(Ffmpeg ffmpeg) {
        pictures = new SmallPictures(ffmpeg, WIDTH, HEIGHT, PER_SECOND);
    }

    /**
     * What was found, in the file's own time.
     *
     * @param seen how much of the file was looked at, from its beginning or from the part's
     */
    public record Found(List<TimeRange> black, List<TimeRange> still, Duration seen) {}

    /**
     * Looks at the first picture stream of a file.
     *
     * @param part what of the file; empty for all of it
     * @param goesOn asked for each picture; the rest is not looked at once it says no
     */
    public Found in(Path media, Optional<TimeRange> part, BooleanSupplier goesOn) {
        Looking looking = new Looking(part.map(TimeRange::in).orElse(Duration.ZERO));
        pictures.show(media, part, picture -> {
            looking.add(picture);
            return goesOn.getAsBoolean();
        });
        return looking.found();
    }

    private static final class Looking {
        private final Duration start;
        private final List<TimeRange> black = new ArrayList<>();
        private final List<TimeRange> still = new ArrayList<>();
        private byte[] reference = new byte[0];
        private int blackSince = -1;
        private int stillSince;
        private int count;

        Looking(Duration start) {
            this.start = start;
        }

        void add(byte[] picture) {
            if (reference.length == 0 || StillPicture.differ(reference, picture)) {
                endStill();
                reference = picture;
                stillSince = count;
            }
            if (!isBlack(picture)) endBlack();
            else if (blackSince < 0) blackSince = count;
            count++;
        }

        Found found() {
            endStill();
            endBlack();
            return new Found(List.copyOf(black), List.copyOf(still), time(count));
        }

        private void endBlack() {
            if (blackSince >= 0) black.add(range(blackSince, count));
            blackSince = -1;
        }

        private void endStill() {
            boolean lasts = time(count - stillSince).compareTo(SHORTEST_STILL) >= 0;
            if (lasts) still.add(range(stillSince, count));
        }

        private TimeRange range(int from, int to) {
            return new TimeRange(start.plus(time(from)), start.plus(time(to)));
        }

        private static Duration time(int pictures) {
            return Duration.ofMillis(1000L * pictures / PER_SECOND);
        }
    }

    private static boolean isBlack(byte[] picture) {
        int bright = 0;
        for (byte tile : picture) if ((tile & 0xFF) > BLACK) bright++;
        return bright <= MOST_BRIGHT_TILES;
    }
}
