package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import reelskill.media.MediaFacts;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Balance;
import reelskill.studio.timeline.Fitting;
import reelskill.studio.transcript.Transcript;

/** What can be asked about media by their ids. Answers may take as long as an analysis does. */
public interface Footage {
    /** Returns what kind of file it is and what is in it; an unknown id is a {@link java.util.NoSuchElementException}. */
    MediaFacts facts(String mediaId);

    /**
     * Returns the stretches in which nothing is said and nothing happens, in the media's own time, in order, apart from
     * each other and already shortened by the rule's padding: each can be removed as it is.
     */
    List<TimeRange> boringStretches(String mediaId, BoringRule rule);

    /** Returns whether anybody is seen in a few frames from all over the picture of a file; not in one without a picture. */
    boolean showsPerson(String mediaId);

    /** Returns what is said in a file: in the words of the user where there are any for it, else as it was recognized. */
    Transcript transcript(String mediaId);

    /** Returns where somebody speaks, in the media's own time, in order and apart. Knows no language. */
    List<TimeRange> speech(String mediaId);

    /** Returns all of a file, in order, in parts none of which begins or ends inside a word; none of a still picture. */
    List<Stretch> stretches(String mediaId);

    /** Returns the colour, {@code 0xRRGGBB}, of the green or blue screen that a file was filmed before; empty without one. */
    OptionalInt screen(String mediaId);

    /** Returns moments of the media's own time at which a person's edge is a guess; a few are looked at. */
    List<Duration> unsureMoments(String mediaId);

    /** Returns how loud a file is, integrated, in LUFS; empty if nothing is heard. */
    OptionalDouble loudness(String mediaId);

    /** Returns how loud the steady noise of a file is, in dB below full scale; empty if nothing is heard. */
    OptionalDouble noiseFloor(String mediaId);

    /** Returns what would put light and white balance of a file right, as measured; empty if nothing is seen. */
    Optional<Balance> balance(String mediaId);

    /** Returns the way of what a viewer looks at, a person before all else; empty if nothing stands out. */
    List<Fitting.Spot> subject(String mediaId);
}
