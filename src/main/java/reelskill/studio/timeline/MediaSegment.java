package reelskill.studio.timeline;

/**
 * A trimmed piece of a media file.
 *
 * @param mediaId the library's id of the file
 * @param in the first frame kept, counted from the start of the media in frames of the timeline's rate
 * @param volume 1 plays the sound as it is, 0 mutes it
 * @param fadeIn frames over which picture and sound come from black and silence; 0 for none
 * @param fadeOut frames over which they go; 0 for none
 * @param transition how the segment before goes over into this one; {@link Transition#CUT} for a plain cut
 */
public record MediaSegment(
        String id,
        long start,
        long duration,
        String mediaId,
        String name,
        long in,
        double volume,
        long fadeIn,
        long fadeOut,
        Transition transition)
        implements Segment {
    public MediaSegment {
        if (start < 0 || duration < 1 || in < 0 || volume < 0 || fadeIn < 0 || fadeOut < 0) {
            throw new IllegalArgumentException("segment " + id + " has an impossible number: start " + start
                    + ", duration " + duration + ", in " + in + ", volume " + volume);
        }
    }

    /** Returns {@code media} from {@code in}, unchanged in sound and without fades. */
    public static MediaSegment of(String id, long start, long duration, String mediaId, String name, long in) {
        return new MediaSegment(id, start, duration, mediaId, name, in, 1, 0, 0, Transition.CUT);
    }

    /** Returns the first frame of the media that is not kept. */
    public long out() {
        return in + duration;
    }

    @Override
    public MediaSegment at(long newStart) {
        return new MediaSegment(id, newStart, duration, mediaId, name, in, volume, fadeIn, fadeOut, transition);
    }
}
