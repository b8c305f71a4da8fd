package reelskill.studio.handoff;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Placement.Area;
import reelskill.studio.timeline.Placement.Inset;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * Where MLT puts a picture. Round corners, borders and shadows have no simple form there and are left out.
 *
 * @param picture how large the media's is
 */
record MltPlacement(Optional<Placement> placement, Resolution canvas, Resolution picture) {
    static boolean isIn(Track track) {
        return track.kind() == TrackKind.VIDEO
                && track.segments().stream()
                        .anyMatch(segment -> placement((MediaSegment) segment).isPresent());
    }

    static MltPlacement of(MediaSegment media, Resolution canvas, Materials materials) {
        Resolution picture = materials
                .facts(media.mediaId())
                .video()
                .map(MediaFacts.Video::size)
                .orElse(canvas);
        return new MltPlacement(placement(media), canvas, picture);
    }

    private static Optional<Placement> placement(MediaSegment media) {
        return media.effects().get(Placement.class);
    }

    private Area area() {
        return placement
                .map(place -> place.on(canvas, picture))
                .orElse(new Area(0, 0, canvas.width(), canvas.height()));
    }

    /** Returns place, size and opacity as a composite transition reads them. */
    String geometry() {
        Area area = area();
        double opacity = placement
                .map(place -> place instanceof Inset inset ? inset.opacity() : 1.0)
                .orElse(1.0);
        return String.format(
                Locale.ROOT,
                "%d/%d:%dx%d:%d",
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                Math.round(opacity * 100));
    }

    /** Returns how many pixels of the media go on each side so that the rest has the shape of its place; none for none. */
    Map<String, Integer> crop() {
        if (placement.isEmpty()) return Map.of();
        Area area = area();
        double shape = (double) area.width() / area.height();
        int across = (int) Math.max(0, Math.round((picture.width() - picture.height() * shape) / 2));
        int down = (int) Math.max(0, Math.round((picture.height() - picture.width() / shape) / 2));
        // What rounding alone would crop is not worth a filter.
        if (across < 2 && down < 2) return Map.of();
        return across >= 2 ? Map.of("left", across, "right", across) : Map.of("top", down, "bottom", down);
    }
}
