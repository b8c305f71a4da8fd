package reelskill.studio.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reelskill.studio.ffmpeg.Ffmpeg;

/**
 * Finds where a picture stands still: ten times a second it is shrunk to 160 x 90 grey tiles, and it stands still as
 * long as less than two tiles in ten thousand differ by more than 10 of 255 steps from the first picture of the stretch.
 * Tiles average a camera's noise away, and a mouse pointer is two to six of them.
 */
final class StillPicture {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int PICTURES_PER_SECOND = 10;
    private static final int HOPS_PER_PICTURE = 1000 / PICTURES_PER_SECOND / Span.MILLIS_PER_HOP;
    private static final int LARGEST_DIFFERENCE = 10;
    private static final int MOST_CHANGED_TILES = WIDTH * HEIGHT * 2 / 10_000;
    /** Shorter ones are between two movements. */
    private static final int SHORTEST_HOPS = 50;

    private final SmallPictures pictures;

    StillPicture(Ffmpeg ffmpeg) {
        pictures = new SmallPictures(ffmpeg, WIDTH, HEIGHT, PICTURES_PER_SECOND);
    }

    /** Returns the still stretches of half a second and more, in order; reads the whole picture. */
    List<Span> spans(Path media, int pictureStream) {
        Stills stills = new Stills();
        pictures.show(media, pictureStream, stills::add);
        return stills.found();
    }

    private static final class Stills {
        private final List<Span> found = new ArrayList<>();
        private byte[] reference = new byte[0];
        private int in;
        private int out;

        void add(byte[] picture) {
            if (reference.length == 0 || differ(reference, picture)) {
                end();
                reference = picture;
            }
            out += HOPS_PER_PICTURE;
        }

        List<Span> found() {
            end();
            return found;
        }

        private void end() {
            if (out - in >= SHORTEST_HOPS) found.add(new Span(in, out));
            in = out;
        }
    }

    static boolean differ(byte[] one, byte[] other) {
        int changed = 0;
        for (int i = 0; i < one.length; i++) {
            if (Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > LARGEST_DIFFERENCE) changed++;
        }
        return changed > MOST_CHANGED_TILES;
    }
}
