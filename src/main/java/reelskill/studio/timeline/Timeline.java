package reelskill.studio.timeline;

import java.util.List;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/**
 * What plays when: tracks from the bottom up, every time a whole number of frames of one rate.
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

    private long end(boolean pictureOnly) {
        return tracks.stream()
                .filter(track -> !pictureOnly || track.kind() == TrackKind.VIDEO)
                .mapToLong(Track::end)
                .max()
                .orElse(0);
    }
}
