package reelskill.tools;

import java.nio.file.Path;

/**
 * One frame of a contact sheet.
 *
 * @param video the file it is of
 * @param millis the moment it shows
 * @param caption what stands under it
 */
public record Shot(Path video, long millis, String caption) {
    /** Returns the same with a word before its caption. */
    Shot called(String word) {
        return new Shot(video, millis, word + "  " + caption);
    }
}
