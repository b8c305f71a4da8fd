package reelskill.studio.analysis;

import java.util.List;
import reelskill.media.Resolution;

/**
 * What a file's header says of its picture, in ffprobe's words; empty or {@code unknown} where it says nothing.
 *
 * @param container all the names of the file's format
 * @param stored before it is turned and its pixels are made square
 * @param pixelShape width to height, such as {@code 4:3}
 * @param beside what else stands beside the stream, such as a display matrix
 */
public record PictureHeader(
        String container,
        Resolution stored,
        String pixelShape,
        String fieldOrder,
        String range,
        String matrix,
        List<String> beside) {
    public PictureHeader {
        beside = List.copyOf(beside);
    }

    /** Returns whether it says by which matrix the colours are made; many do not. */
    public boolean namesColours() {
        return !matrix.isEmpty() && !matrix.equals("unknown");
    }
}
