package reelskill.studio.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reelskill.media.FrameRate;

/**
 * A stretch of time with one piece of music under it, however long the piece is: where it ends too early it begins again,
 * with a crossfade over the seam. A bed has a track of its own.
 *
 * <pre>
 *   | M           |               the media
 *   | M      ⨯ M      ⨯ M  |      its bed
 * </pre>
 *
 * @param piece whose media, volume and effects all pieces have; its place and its fades mean nothing
 * @param start the first frame of the timeline with music
 * @param end the first frame after it
 * @param fadeIn frames over which it comes, and {@code fadeOut} over which it goes
 */
public record MusicBed(MediaSegment piece, long start, long end, long fadeIn, long fadeOut) {
    /** How long the crossfade is where the music begins again, unless the music is short. */
    public static final double SEAM_SECONDS = 2;

    /** Returns the bed that {@code track} is; empty for any other track. */
    public static Optional<MusicBed> of(Track track) {
        if (!isIn(track)) return Optional.empty();
        MediaSegment first = (MediaSegment) track.segments().get(0);
        MediaSegment last = (MediaSegment) track.segments().get(track.segments().size() - 1);
        return Optional.of(new MusicBed(first, first.start(), last.end(), first.fadeIn(), last.fadeOut()));
    }

    static boolean isIn(Track track) {
        return track.kind() == TrackKind.AUDIO
                && !track.segments().isEmpty()
                && track.segments().get(0) instanceof MediaSegment media
                && media.effects().get(Music.class).isPresent();
    }

    public Music music() {
        return piece.effects().get(Music.class).orElseThrow();
    }

    /** Returns the same music under other frames. */
    public MusicBed over(long newStart, long newEnd) {
        return new MusicBed(piece, newStart, newEnd, fadeIn, fadeOut);
    }

    /** Returns the same with fades of so many frames, whether there is room for them or not. */
    public MusicBed withFades(long newFadeIn, long newFadeOut) {
        return new MusicBed(piece, start, end, newFadeIn, newFadeOut);
    }

    /** Returns the same bed with its fades shortened to a third of it each where it is short. */
    public MusicBed fading() {
        long longest = (end - start) / 3;
        return withFades(Math.min(fadeIn, longest), Math.min(fadeOut, longest));
    }

    /** Returns the same bed with {@code newPiece}, which must be {@link Music}, in place of its own. */
    public MusicBed withPiece(MediaSegment newPiece) {
        return new MusicBed(newPiece, start, end, fadeIn, fadeOut);
    }

    /** Returns the track of this bed; its pieces take {@code known} ids first and then new ones of {@code fresh}. */
    Track laid(FrameRate rate, List<String> known, Ids fresh) {
        long length = Math.max(1, rate.frames(music().length()));
        Transition seam = seam(rate, length);
        List<Segment> pieces = new ArrayList<>();
        long at = start;
        for (long lasting : lengths(end - start, length, seam)) {
            boolean first = pieces.isEmpty();
            String id = pieces.size() < known.size() ? known.get(pieces.size()) : fresh.next();
            boolean last = at + lasting == end;
            pieces.add(new MediaSegment(
                            id,
                            at,
                            lasting,
                            piece.mediaId(),
                            piece.name(),
                            first ? 0 : seam.before(),
                            piece.volume(),
                            0,
                            0,
                            first ? Transition.CUT : seam,
                            piece.effects(),
                            piece.card())
                    .withFades(first ? fadeIn : 0, last ? fadeOut : 0));
            at += lasting;
        }
        return new Track(TrackKind.AUDIO, pieces);
    }

    private static Transition seam(FrameRate rate, long length) {
        long frames = Math.min(Math.round(SEAM_SECONDS * rate.fps()), length / 4);
        return frames < Transition.SHORTEST ? Transition.CUT : new Transition(Transition.Kind.CROSSFADE, frames);
    }

    /** Returns how long each piece plays; none is shorter than the seam before it. */
    private static List<Long> lengths(long total, long length, Transition seam) {
        List<Long> lengths = new ArrayList<>();
        long left = total;
        while (left > length - (lengths.isEmpty() ? 0 : seam.before())) {
            long whole = length - seam.after() - (lengths.isEmpty() ? 0 : seam.before());
            long missing = Math.max(0, 2 * seam.duration() - (left - whole));
            lengths.add(whole - missing);
            left -= whole - missing;
        }
        if (left > 0) lengths.add(left);
        return lengths;
    }
}
