package reelskill.studio.handoff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import reelskill.media.FrameRate;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Pace;

/**
 * The media of a project for MLT, each file once for each pace: MLT too counts the frames of a file at another speed as they
 * are played. Played backwards it always begins at the end of its file. Not thread-safe.
 */
final class MltProducers {
    /** What MLT plays. */
    private static final double SLOWEST = 0.01;

    private static final double FASTEST = 20;

    /** A file at a pace; backwards is the same wherever it begins. */
    private record Reel(String mediaId, double factor, long frozen) {
        static Reel of(MediaSegment media) {
            Pace pace = media.pace();
            double factor = pace instanceof Pace.Backwards ? -pace.factor() : pace.factor();
            return new Reel(media.mediaId(), factor, pace instanceof Pace.Freeze freeze ? freeze.frame() : -1);
        }
    }

    private final Xml root;
    private final FrameRate rate;
    private final long longest;
    private final Materials materials;
    private final Map<Reel, String> ids = new LinkedHashMap<>();

    /** @param longest how many frames anything plays that has no end of its own */
    MltProducers(Xml root, FrameRate rate, long longest, Materials materials) {
        this.root = root;
        this.rate = rate;
        this.longest = longest;
        this.materials = materials;
    }

    /** Returns whether MLT plays a file so fast. */
    static boolean plays(Pace pace) {
        return pace.factor() == 0 || (pace.factor() >= SLOWEST && pace.factor() <= FASTEST);
    }

    String id(MediaSegment media) {
        return ids.computeIfAbsent(Reel.of(media), reel -> declared(media, reel));
    }

    /** Returns what MLT counts where {@code media} counts {@code frame}. */
    long at(MediaSegment media, long frame) {
        // Whatever stands still is the same everywhere, but qimage shows white behind the first frames of a picture.
        if (media.pace() instanceof Pace.Freeze || isStill(media)) return Math.max(0, frame - media.in());
        if (!(media.pace() instanceof Pace.Backwards back)) return frame;
        return Math.max(0, frame + Math.round((frames(media) - back.end()) / back.factor()));
    }

    private boolean isStill(MediaSegment media) {
        return materials.facts(media.mediaId()).kind() == MediaFacts.Kind.IMAGE;
    }

    private long frames(MediaSegment media) {
        return rate.frames(materials.facts(media.mediaId()).duration());
    }

    private String declared(MediaSegment media, Reel reel) {
        boolean still = isStill(media);
        boolean frozen = reel.frozen >= 0;
        double speed = Math.max(SLOWEST, Math.min(FASTEST, Math.abs(reel.factor)));
        // Stated: without it MLT believes that media it has not opened yet is empty.
        long length = still || frozen ? longest : (long) Math.floor(frames(media) / speed);
        String id = "media" + (ids.size() + 1);
        Xml producer = root.add("producer").with("id", id).with("in", 0).with("out", length - 1);
        property(producer, "length", length);
        if (still) picture(producer, media);
        else if (frozen) hold(producer, media, reel.frozen);
        else if (reel.factor == 1) film(producer, media);
        else warp(producer, media, Math.copySign(speed, reel.factor));
        return id;
    }

    private void picture(Xml producer, MediaSegment media) {
        property(producer, "resource", materials.file(media.mediaId()));
        property(producer, "mlt_service", "qimage");
        property(producer, "ttl", 1);
    }

    private void film(Xml producer, MediaSegment media) {
        property(producer, "resource", materials.file(media.mediaId()));
        property(producer, "mlt_service", "avformat-novalidate");
    }

    private void hold(Xml producer, MediaSegment media, long frame) {
        property(producer, "resource", materials.file(media.mediaId()));
        property(producer, "frame", frame);
        property(producer, "mlt_service", "hold");
    }

    private void warp(Xml producer, MediaSegment media, double speed) {
        String factor = String.format(Locale.ROOT, "%.6f", speed);
        property(producer, "resource", factor + ":" + materials.file(media.mediaId()));
        property(producer, "warp_speed", factor);
        property(producer, "warp_resource", materials.file(media.mediaId()));
        property(producer, "warp_pitch", 1);
        property(producer, "mlt_service", "timewarp");
    }

    private static void property(Xml parent, String name, Object value) {
        parent.add("property").with("name", name).text(value.toString());
    }
}
