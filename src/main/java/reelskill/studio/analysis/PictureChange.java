package reelskill.studio.analysis;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import reelskill.studio.ffmpeg.Ffmpeg;

/** How much a picture changes from each tenth of a second to the next. */
final class PictureChange {
    static final int PER_SECOND = 10;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    /** Steps of brightness are told apart to an eighth, and beyond 32 steps everything has changed. */
    private static final int PER_STEP = 8;

    private final SmallPictures pictures;

    PictureChange(Ffmpeg ffmpeg) {
        pictures = new SmallPictures(ffmpeg, WIDTH, HEIGHT, PER_SECOND);
    }

    /** Returns the mean difference to the picture before in eighths of a step of brightness, 0 to 255, for each tenth. */
    byte[] tenths(Path media, int pictureStream) {
        Differences differences = new Differences();
        pictures.show(media, pictureStream, differences::add);
        return differences.found.toByteArray();
    }

    /** Returns {@code tenth} as 0 to 1: 0.5 at two steps, about what somebody who gestures changes. */
    static double share(byte tenth) {
        double steps = (tenth & 0xFF) / (double) PER_STEP;
        return steps / (steps + 2);
    }

    private static final class Differences {
        private final ByteArrayOutputStream found = new ByteArrayOutputStream();
        private byte[] before = new byte[0];

        void add(byte[] picture) {
            int sum = 0;
            for (int i = 0; i < before.length; i++) sum += Math.abs((picture[i] & 0xFF) - (before[i] & 0xFF));
            found.write(Math.min(255, sum * PER_STEP / (WIDTH * HEIGHT)));
            before = picture;
        }
    }
}
