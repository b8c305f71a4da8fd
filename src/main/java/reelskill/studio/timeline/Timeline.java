package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/**
 * What plays when: tracks from the bottom up, every time a whole number of frames of one rate. Every verb returns a new
 * timeline.
 *
 * @param rate the rate of the result; that of the first video unless told otherwise
 * @param canvas the picture size of the result
 * @param output the kind of file of the result
 * @param loudness how loud the whole is made, integrated, in LUFS; empty for what the mix comes to
 */
public record Timeline(
        String title, FrameRate rate, Resolution canvas, List<Track> tracks, Output output, OptionalDouble loudness) {
    public Timeline {
        tracks = List.copyOf(tracks);
    }

    /** A timeline that becomes the common kind of file and is as loud as its mix. */
    public Timeline(String title, FrameRate rate, Resolution canvas, List<Track> tracks) {
        this(title, rate, canvas, tracks, Output.DEFAULT, OptionalDouble.empty());
    }

    /**
     * Returns how many frames it lasts: to the end of the longest picture track, or of the longest track without one.
     * Background music and {@link #insets} add nothing.
     */
    public long duration() {
        return contents().duration();
    }

    /** Returns the segments that carry the story: those of the first video track, else of the first audio track. */
    public List<MediaSegment> clips() {
        return contents().clips();
    }

    /** Returns the pictures that stand over the story. */
    public Insets insets() {
        return new Insets(this);
    }

    /** Returns whether some of its picture is to be seen through. */
    public boolean isSeenThrough() {
        return contents().isSeenThrough();
    }

    /** Returns the texts of all tracks but the captions, from the lowest track up. */
    public List<TextSegment> texts() {
        return contents().texts().filter(text -> !text.isCaption()).toList();
    }

    /** Returns the captions in order of time. */
    public List<TextSegment> captions() {
        return contents().texts().filter(TextSegment::isCaption).toList();
    }

    Contents contents() {
        return new Contents(tracks);
    }

    public Timeline withCanvas(Resolution newCanvas) {
        return new Timeline(title, rate, newCanvas, tracks, output, loudness);
    }

    public Timeline withOutput(Output newOutput) {
        return new Timeline(title, rate, canvas, tracks, newOutput, loudness);
    }

    public Timeline withTracks(List<Track> newTracks) {
        return new Timeline(title, rate, canvas, newTracks, output, loudness);
    }

    public Timeline withLoudness(OptionalDouble lufs) {
        return new Timeline(title, rate, canvas, tracks, output, lufs);
    }

    /** Returns the background music, from the lowest track up. */
    public List<MusicBed> music() {
        return tracks.stream().flatMap(track -> MusicBed.of(track).stream()).toList();
    }

    /**
     * Returns a copy with these beds as its only music, each on a track above all others. Beds that were there keep the
     * ids of their pieces.
     */
    public Timeline withMusic(List<MusicBed> beds) {
        Ids fresh = Ids.after(this);
        List<List<String>> known = tracks.stream()
                .filter(MusicBed::isIn)
                .map(track -> track.segments().stream().map(Segment::id).toList())
                .toList();
        List<Track> changed = new ArrayList<>(
                tracks.stream().filter(track -> !MusicBed.isIn(track)).toList());
        for (MusicBed bed : beds) {
            String first = bed.piece().id();
            List<String> ids = known.stream()
                    .filter(all -> all.get(0).equals(first))
                    .findFirst()
                    .orElse(List.of());
            changed.add(bed.laid(rate, ids, fresh));
        }
        return withTracks(changed);
    }

    /** Returns a copy whose music ends with the pictures; music that reached to {@code oldEnd} reaches to the end again. */
    public Timeline withMusicFitted(long oldEnd) {
        long end = duration();
        if (music().isEmpty()) return this;
        return withMusic(music().stream()
                .filter(bed -> bed.start() < end)
                .map(bed -> bed.over(bed.start(), bed.end() >= oldEnd ? end : Math.min(bed.end(), end)))
                .toList());
    }

    /** Returns a copy whose {@link #clips} are these, each at the start that it has; where there were none, on a new track. */
    public Timeline withClips(TrackKind kindOfNewTrack, List<MediaSegment> clips) {
        Optional<Integer> story = contents().story();
        List<Track> changed = new ArrayList<>(tracks);
        if (story.isPresent())
            changed.set(story.get(), new Track(tracks.get(story.get()).kind(), List.copyOf(clips)));
        else changed.add(0, new Track(kindOfNewTrack, List.copyOf(clips)));
        return withTracks(changed);
    }

    /** Returns a copy in which every media segment of every track was changed by {@code change}. */
    public Timeline withEachMedia(UnaryOperator<MediaSegment> change) {
        return withTracks(tracks.stream()
                .map(track -> track.kind() == TrackKind.TEXT
                        ? track
                        : new Track(
                                track.kind(),
                                track.segments().stream()
                                        .<Segment>map(segment -> change.apply((MediaSegment) segment))
                                        .toList()))
                .toList());
    }

    /** Returns a copy in which the media segments of these ids were changed by {@code change}, on whatever track they are. */
    public Timeline withMedia(Set<String> ids, UnaryOperator<MediaSegment> change) {
        return withEachMedia(media -> ids.contains(media.id()) ? change.apply(media) : media);
    }

    /**
     * Removes time from all tracks at once and closes the gaps (ripple): what plays together stays together.
     *
     * <pre>
     *   | A |xxx| A |xx| B |   →   | A | A | B |
     * </pre>
     *
     * A text begins with the moment it began with and keeps its length as far as the timeline and the next text allow; one
     * that stood in removed time begins at the cut. A caption belongs to its time and goes with it. Linear in segments plus
     * ranges.
     */
    public Timeline remove(List<FrameRange> ranges) {
        return new Ripple(this, ranges).close();
    }

    /** Keeps these ranges and removes all other time, as {@link #remove} does. */
    public Timeline keep(List<FrameRange> ranges) {
        return remove(FrameRange.others(ranges, duration()));
    }

    /**
     * Returns what a file of it plays: all of it, or the part that its output names, as far as there is one; a picture with
     * what stands on it.
     */
    public Timeline played() {
        Timeline part = output.part()
                .filter(frames -> frames.in() < duration())
                .map(frames -> new Excerpt(this, frames).alone())
                .orElse(this);
        return output.inscription().map(words -> words.on(part, output.still())).orElse(part);
    }

    /**
     * Splits the clips at these frames of the timeline; nothing that plays changes.
     *
     * <pre>
     *   |    A    |   →   | A | A |
     * </pre>
     *
     * A frame at which a cut already is, or no clip, splits nothing.
     */
    public Timeline split(List<Long> frames) {
        return new Splitting(this, frames).apply();
    }

    /**
     * Gives some of the {@link #clips} another pace. They show the same as before and last longer or shorter; everything
     * behind moves along.
     *
     * <pre>
     *   | A |   B   | C |   →   | A | B | C |
     * </pre>
     *
     * @param ids of the clips meant; a frozen one among them stays as it is
     */
    public Timeline paced(Set<String> ids, UnaryOperator<Pace> change) {
        return new Pacing(this).paced(ids, change);
    }

    /**
     * Plays some of the {@link #clips} backwards; neighbours among them also change places, so that together they are
     * seen backwards. Those that were backwards play forwards again.
     *
     * <pre>
     *   | abc | def |   →   | fed | cba |
     * </pre>
     *
     * @param mediaFrames how many frames the media of a clip has, before any pace; {@link Integer#MAX_VALUE} for a still
     *     picture, which is the same backwards
     */
    public Timeline reversed(Set<String> ids, ToLongFunction<MediaSegment> mediaFrames) {
        return new Pacing(this).reversed(ids, mediaFrames);
    }

    /**
     * Holds the picture of the {@link #clips} at {@code frame} for {@code length} frames, in silence; then they go on.
     *
     * <pre>
     *   |    A    |   →   | A |▪▪▪▪| A |
     * </pre>
     */
    public Timeline frozen(long frame, long length) {
        return new Pacing(this).frozen(frame, length);
    }

    /**
     * Plays {@code still}, a piece of a still picture, at {@code frame} of the {@link #clips}; then they go on.
     *
     * <pre>
     *   |    A    |   →   | A |▪▪▪▪| A |
     * </pre>
     */
    public Timeline inserted(long frame, MediaSegment still) {
        return new Pacing(this).inserted(frame, still);
    }

    /** Returns {@code segment} at the end of the {@link #clips}, under a new id. */
    public Timeline append(TrackKind kindOfNewTrack, MediaSegment segment) {
        List<MediaSegment> clips = new ArrayList<>(clips());
        long end = clips.isEmpty() ? 0 : clips.get(clips.size() - 1).end();
        long in = segment.in();
        clips.add(new MediaSegment(
                Ids.after(this).next(),
                end,
                segment.duration(),
                segment.mediaId(),
                segment.name(),
                in,
                segment.volume(),
                segment.fadeIn(),
                segment.fadeOut(),
                Transition.CUT,
                segment.effects(),
                segment.card()));
        return withClips(kindOfNewTrack, clips);
    }

    /**
     * Lays {@code clips}, which are some of the {@link #clips}, end to end in this order.
     *
     * <pre>
     *   | A | B | C |   →   | C | A |
     * </pre>
     *
     * Texts stay where they stand, as far as the timeline goes; captions go with their clips, and what is written on a card
     * with the card. A transition stays between the same two neighbours; the fades of the whole stay at its ends.
     */
    public Timeline arrange(List<MediaSegment> clips) {
        return new Arranging(this, clips).apply();
    }

    /** Returns a copy with {@code text} on the lowest text track that is free at its time, else on a new one on top. */
    public Timeline withText(String text, long start, long duration, TextStyle style, long fade) {
        return new TextTracks(this).with(text, start, duration, style, fade);
    }

    /**
     * Returns a copy with these captions, in order and apart, on a track of their own on top, in place of those that are
     * there. Their ids are given anew.
     */
    public Timeline withCaptions(List<TextSegment> captions) {
        return new TextTracks(this).captioned(captions);
    }

    /** Returns a copy in which each text became what {@code change} says; nothing removes it. Empty text tracks go. */
    public Timeline withEachText(Function<TextSegment, Optional<TextSegment>> change) {
        return new TextTracks(this).changed(change);
    }
}
