package reelskill.tools;

import java.nio.file.Path;
import java.util.List;

/** Makes pictures of media files. Implementations are safe for use by many threads. */
public interface Pictures {
    /**
     * Writes a contact sheet of the whole video, its frames in reading order, as a JPEG that {@code target} names.
     *
     * @return false if the file has no frames
     */
    boolean contactSheet(Path video, Path target);

    /**
     * Writes the sound's course from first to last, left to right, as a PNG that {@code target} names.
     *
     * @return false if the file has no sound
     */
    boolean waveform(Path media, Path target);

    /**
     * Draws rows of frames with words, as a JPEG that {@code target} names. A frame that cannot be taken is left empty.
     *
     * @return false if none could be taken
     */
    boolean sheet(List<SheetRow> rows, Path target);

    /** Returns a place for what is made of {@code content}: the same for the same, and old ones are deleted. */
    Path place(String content, String suffix);

    /** Returns a place for a picture that ends in {@code suffix}; pictures there are deleted when they are old. */
    Path place(String suffix);
}
