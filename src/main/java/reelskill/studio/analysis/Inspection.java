package reelskill.studio.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import reelskill.media.MediaFacts;

/**
 * A file's facts and what a decoder needs to agree with them.
 *
 * @param picture the index of the stream that is the picture: never an attached cover
 * @param sound the index of the stream that is the sound
 * @param start the stamp in the file of the media's time 0: the first picture's, or the first sample's when there is no
 *     picture
 * @param header of the picture
 */
public record Inspection(
        MediaFacts facts, OptionalInt picture, OptionalInt sound, Duration start, Optional<PictureHeader> header) {}
