package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/**
 * What plays when: tracks from the bottom up, every time a whole number of frames of one rate. Every verb returns a new
 * timeline.
 *
 * @param rate the rate of the result; that of the first video unless told otherwise
 * @param canvas the picture size of the result
 */
public record Timeline(String title, FrameRate rate, Resolution canvas, List<Track> tracks) {
    public Timeline {
        tracks = List.copyOf(tracks);
    }

    /** Returns how many frames it lasts: to the end of the longest picture track, or of the longest track without one. */
    public long duration() {
        long picture = end(true);
        return picture > 0 ? picture : end(false);
    }

    /** Returns the segments that carry the story: those of the first video track, else of the first audio track. */
    public List<MediaSegment> clips() {
        return main().stream()
                .flatMap(index -> tracks.get(index).segments().stream())
                .map(MediaSegment.class::cast)
                .toList();
    }

    /** Returns the texts of all tracks, from the lowest track up. */
    public List<TextSegment> texts() {
        return tracks.stream()
                .filter(track -> track.kind() == TrackKind.TEXT)
                .flatMap(track -> track.segments().stream())
                .map(TextSegment.class::cast)
                .toList();
    }

    public Timeline withTitle(String newTitle) {
        return new Timeline(newTitle, rate, canvas, tracks);
    }

    public Timeline withCanvas(Resolution newCanvas) {
        return new Timeline(title, rate, newCanvas, tracks);
    }

    public Timeline withTracks(List<Track> newTracks) {
        return new Timeline(title, rate, canvas, newTracks);
    }

    /** Returns a copy whose {@link #clips} are these, each at the start that it has; where there were none, on a new track. */
    public Timeline withClips(TrackKind kindOfNewTrack, List<MediaSegment> clips) {
        Optional<Integer> main = main();
        List<Track> changed = new ArrayList<>(tracks);
        if (main.isPresent())
            changed.set(main.get(), new Track(tracks.get(main.get()).kind(), List.copyOf(clips)));
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

    /**
     * Removes time from all tracks at once and closes the gaps (ripple): what plays together stays together.
     *
     * <pre>
     *   | A |xxx| A |xx| B |   →   | A | A | B |
     * </pre>
     *
     * A text begins with the moment it began with and keeps its length as far as the timeline and the next text allow; one
     * that stood in removed time begins at the cut. Linear in segments plus ranges.
     */
    public Timeline remove(List<FrameRange> ranges) {
        return new Ripple(this, ranges).close();
    }

    /** Keeps these ranges and removes all other time, as {@link #remove} does. */
    public Timeline keep(List<FrameRange> ranges) {
        return remove(FrameRange.others(ranges, duration()));
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
                Transition.CUT));
        return withClips(kindOfNewTrack, clips);
    }

    /** Returns the index of the first video track, else of the first audio track. */
    private Optional<Integer> main() {
        return first(TrackKind.VIDEO).or(() -> first(TrackKind.AUDIO));
    }

    private Optional<Integer> first(TrackKind kind) {
        for (int i = 0; i < tracks.size(); i++) if (tracks.get(i).kind() == kind) return Optional.of(i);
        return Optional.empty();
    }

    private long end(boolean pictureOnly) {
        return tracks.stream()
                .filter(track -> !pictureOnly || track.kind() == TrackKind.VIDEO)
                .mapToLong(Track::end)
                .max()
                .orElse(0);
    }
}
