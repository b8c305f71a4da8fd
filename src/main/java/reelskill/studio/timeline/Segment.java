package reelskill.studio.timeline;

/** A piece of a track: where it plays and what. Times are frames of the timeline's rate. */
public sealed interface Segment permits MediaSegment, TextSegment {
    /** Returns an id that is unique in its timeline and survives edits. */
    String id();

    /** Returns the frame of the timeline at which it begins. */
    long start();

    /** Returns how many frames it lasts; at least 1. */
    long duration();

    /** Returns what a person would call it: the media's name, or the text. */
    String name();

    /** Returns a copy that begins at another frame of the timeline and plays the same. */
    Segment at(long start);

    /** Returns the first frame after it. */
    default long end() {
        return start() + duration();
    }
}
