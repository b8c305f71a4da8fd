package reelskill.studio.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What plays on some tracks, read from them. */
record Contents(List<Track> tracks) {
    /** Returns the index of the track that carries the story: the first video track, else the first audio track. */
    Optional<Integer> story() {
        return first(TrackKind.VIDEO).or(() -> first(TrackKind.AUDIO));
    }

    List<MediaSegment> clips() {
        return story().stream()
                .flatMap(index -> tracks.get(index).segments().stream())
                .map(MediaSegment.class::cast)
                .toList();
    }

    /** Returns the end of the longest picture track that tells something, else of the longest track that is no music. */
    long duration() {
        long picture = end(index -> tracks.get(index).kind() == TrackKind.VIDEO && !isOfInsets(index));
        return picture > 0 ? picture : end(index -> !MusicBed.isIn(tracks.get(index)) && !isOfInsets(index));
    }

    /** Returns whether the track {@code index} lies above the story and holds placed pictures only. */
    boolean isOfInsets(int index) {
        Track track = tracks.get(index);
        return track.kind() == TrackKind.VIDEO
                && !track.segments().isEmpty()
                && story().filter(story -> story < index).isPresent()
                && track.segments().stream().allMatch(Contents::isPlaced);
    }

    private static boolean isPlaced(Segment segment) {
        return ((MediaSegment) segment).effects().get(Placement.class).isPresent();
    }

    boolean isSeenThrough() {
        return tracks.stream()
                .filter(track -> track.kind() == TrackKind.VIDEO)
                .flatMap(track -> track.segments().stream())
                .anyMatch(segment -> ((MediaSegment) segment)
                        .backdrop()
                        .filter(Backdrop.Transparent.class::isInstance)
                        .isPresent());
    }

    /** Returns all texts, captions too, from the lowest track up. */
    Stream<TextSegment> texts() {
        return tracks.stream()
                .filter(track -> track.kind() == TrackKind.TEXT)
                .flatMap(track -> track.segments().stream())
                .map(TextSegment.class::cast);
    }

    private Optional<Integer> first(TrackKind kind) {
        return IntStream.range(0, tracks.size())
                .filter(index -> tracks.get(index).kind() == kind && !MusicBed.isIn(tracks.get(index)))
                .boxed()
                .findFirst();
    }

    private long end(IntPredicate counts) {
        return IntStream.range(0, tracks.size())
                .filter(counts)
                .mapToLong(index -> tracks.get(index).end())
                .max()
                .orElse(0);
    }
}
