package reelskill.studio.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.media.TimeRange;
import reelskill.studio.timeline.Denoise;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;

/**
 * What is heard: as {@code timeline}, with media ids of their own for sound that is played at another pace or cleaned.
 *
 * @param sounds which file each id stands for, and what is done to its sound
 */
record Heard(Timeline timeline, Map<String, Played> sounds) {
    record Played(String mediaId, Pace pace, Optional<Denoise> denoise) {}

    static Heard of(Timeline timeline) {
        Map<String, Played> sounds = new LinkedHashMap<>();
        List<Track> tracks = timeline.tracks().stream()
                .map(track -> new Track(
                        track.kind(),
                        track.segments().stream()
                                .map(segment -> heard(segment, sounds))
                                .toList()))
                .toList();
        return new Heard(timeline.withTracks(tracks), sounds);
    }

    /**
     * Returns where somebody speaks in what {@code id} stands for, in its time as played.
     *
     * @param filmed returns it for the id of a file, in the media's own time, in order
     */
    List<TimeRange> speech(String id, Function<String, List<TimeRange>> filmed) {
        Played played = played(id);
        Pace pace = played.pace();
        if (pace.factor() == 0) return List.of();
        FrameRate rate = timeline.rate();
        List<TimeRange> heard = new ArrayList<>();
        for (TimeRange range : filmed.apply(played.mediaId())) {
            long one = pace.played((double) rate.frames(range.in()));
            long other = pace.played((double) rate.frames(range.out()));
            long from = Math.max(0, Math.min(one, other));
            long to = Math.max(one, other);
            if (from < to) heard.add(new TimeRange(rate.time(from), rate.time(to)));
        }
        heard.sort(Comparator.comparing(TimeRange::in));
        return heard;
    }

    /** Returns what {@code id}, one of the {@link #sounds}, stands for. */
    Played played(String id) {
        return Objects.requireNonNull(sounds.get(id), id);
    }

    private static Segment heard(Segment segment, Map<String, Played> sounds) {
        if (!(segment instanceof MediaSegment media)) return segment;
        Pace pace = media.pace();
        Optional<Denoise> denoise = media.effects().get(Denoise.class);
        boolean asFilmed = pace.equals(Pace.Speed.NORMAL) && denoise.isEmpty();
        String id = asFilmed ? media.mediaId() : media.mediaId() + " " + pace + denoise;
        sounds.put(id, new Played(media.mediaId(), pace, denoise));
        return asFilmed ? media : media.from(id, media.in());
    }
}
