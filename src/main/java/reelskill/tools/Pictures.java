package reelskill.tools;

import java.nio.file.Path;

/** Makes pictures of media files. Implementations are safe for use by many threads. */
public interface Pictures {
    /** Writes a contact sheet of the whole video, its frames in reading order, as a JPEG that {@code target} names. */
    void contactSheet(Path video, Path target);

    /** Writes the sound's course from first to last as a PNG that {@code target} names. */
    void waveform(Path media, Path target);

    /** Returns the folder that pictures may be kept in; it is there. */
    Path folder();
}
