package reelskill.studio.check;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import reelskill.media.MediaFacts;
import reelskill.studio.plan.Footage;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * How long and how loud a timeline is, without rendering it.
 *
 * @param pictureMillis until when something is seen
 * @param soundMillis until when something is heard
 * @param loudness in LUFS; empty where it is not known without a long look, or nothing is heard
 */
public record Measure(long pictureMillis, long soundMillis, OptionalDouble loudness) {
    /** Measures {@code timeline}; its loudness is {@code loudness}'s affair. */
    public static Measure of(Timeline timeline, Footage footage, MixLoudness loudness) {
        long end = timeline.duration();
        long seen = last(timeline, clip -> footage.facts(clip.mediaId()).video().isPresent());
        long heard = last(timeline, clip -> isHeard(clip, footage));
        return new Measure(
                timeline.rate().millis(Math.min(end, seen)),
                timeline.rate().millis(Math.min(end, heard)),
                heard == 0 ? OptionalDouble.empty() : loudness.of(timeline));
    }

    private static boolean isHeard(MediaSegment clip, Footage footage) {
        MediaFacts facts = footage.facts(clip.mediaId());
        return facts.audio().isPresent() && clip.volume() > 0 && clip.pace().factor() > 0;
    }

    private static long last(Timeline timeline, Predicate<MediaSegment> counts) {
        return timeline.tracks().stream()
                .filter(track -> track.kind() != TrackKind.TEXT)
                .map(Track::segments)
                .flatMap(segments -> segments.stream().map(MediaSegment.class::cast))
                .filter(counts)
                .mapToLong(MediaSegment::end)
                .max()
                .orElse(0);
    }
}
