package reelskill.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something in a draft that should be looked at once the file is there: a cut, or words that appear.
 *
 * @param atMillis where it begins
 * @param endMillis where it ends; as {@code atMillis} for a cut
 * @param name of the clip that begins, or the words
 */
public record Moment(Kind kind, long atMillis, long endMillis, String name) {
    /** What happens. */
    public enum Kind {
        CUT,
        TEXT
    }

    /** Returns those of a draft in order of time: each cut of its picture tracks, and each text. */
    public static List<Moment> of(Draft draft) {
        List<Moment> moments = new ArrayList<>();
        for (DraftTrack track : draft.tracks()) {
            if (track.type() == DraftTrack.VIDEO) cuts(track, moments);
            if (track.type() == DraftTrack.TEXT) texts(track, moments);
        }
        moments.sort(Comparator.comparingLong(Moment::atMillis));
        return List.copyOf(moments);
    }

    private static void cuts(DraftTrack track, List<Moment> moments) {
        List<DraftSegment> segments = track.segments();
        for (int i = 1; i < segments.size(); i++) {
            DraftSegment before = segments.get(i - 1);
            DraftSegment segment = segments.get(i);
            if (goesOn(before, segment)) continue;
            moments.add(new Moment(Kind.CUT, segment.startMillis(), segment.startMillis(), segment.name()));
        }
    }

    /** A clip that was split shows no cut. */
    private static boolean goesOn(DraftSegment before, DraftSegment segment) {
        long in = before.json().path("in").asLong(-1);
        return in >= 0
                && before.name().equals(segment.name())
                && before.endMillis() == segment.startMillis()
                && Math.abs(in
                                + before.durationMillis()
                                - segment.json().path("in").asLong(-1))
                        <= 1;
    }

    private static void texts(DraftTrack track, List<Moment> moments) {
        for (DraftSegment text : track.segments()) {
            moments.add(new Moment(Kind.TEXT, text.startMillis(), text.endMillis(), text.name()));
        }
    }
}
