package reelskill.tools;

import java.nio.file.Path;

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

    /** Returns a place for a picture that ends in {@code suffix}; pictures there are deleted when they are old. */
    Path place(String suffix);
}
