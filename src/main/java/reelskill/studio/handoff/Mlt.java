package reelskill.studio.handoff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/**
 * MLT's XML, which melt, Kdenlive and Shotcut open. A transition is a small timeline of its own in its track, as those
 * editors write it; every kind becomes a dissolve. Texts are pictures, so that they look as the studio draws them;
 * what slides or types itself there fades in here.
 */
final class Mlt {
    private final Timeline timeline;
    private final Materials materials;
    private final Xml root = Xml.root("mlt");
    private final MltProducers producers;
    private int ids;

    private Mlt(Timeline timeline, Materials materials) {
        this.timeline = timeline;
        this.materials = materials;
        this.producers = new MltProducers(root, timeline.rate(), timeline.duration(), materials);
    }

    static String of(Timeline timeline, Materials materials) {
        Mlt mlt = new Mlt(timeline, materials);
        mlt.write();
        return mlt.root.document("");
    }

    private void write() {
        root.with("LC_NUMERIC", "C").with("title", timeline.title()).with("producer", "main");
        profile();
        long last = timeline.duration() - 1;
        List<String> playlists = new ArrayList<>(List.of(black()));
        List<Track> tracks = timeline.tracks().stream()
                .filter(track -> !track.segments().isEmpty())
                .toList();
        for (Track track : tracks) playlists.add(track.kind() == TrackKind.TEXT ? texts(track) : media(track));
        Xml main = root.add("tractor").with("id", "main").with("in", 0).with("out", last);
        playlists.forEach(playlist -> main.add("track").with("producer", playlist));
        for (int i = 1; i < playlists.size(); i++) {
            between(main, i, "mix", "always_active=1", "sum=1");
            if (MltPlacement.isIn(tracks.get(i - 1))) placed(main, i, tracks.get(i - 1));
            else between(main, i, "composite", "distort=1", "progressive=1", "always_active=1");
        }
    }

    private void placed(Xml main, int index, Track track) {
        for (Segment segment : track.segments()) {
            MltPlacement place = MltPlacement.of((MediaSegment) segment, timeline.canvas(), materials);
            Xml composite = main.add("transition").with("in", segment.start()).with("out", segment.end() - 1);
            property(composite, "a_track", 0);
            property(composite, "b_track", index);
            described(composite, "composite", "geometry=" + place.geometry(), "distort=1", "progressive=1");
        }
    }

    private void profile() {
        int width = timeline.canvas().width();
        int height = timeline.canvas().height();
        int common = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).intValue();
        root.add("profile")
                .with("width", width)
                .with("height", height)
                .with("progressive", 1)
                .with("sample_aspect_num", 1)
                .with("sample_aspect_den", 1)
                .with("display_aspect_num", width / common)
                .with("display_aspect_den", height / common)
                .with("frame_rate_num", timeline.rate().numerator())
                .with("frame_rate_den", timeline.rate().denominator())
                .with("colorspace", Math.min(width, height) >= 720 ? 709 : 601);
    }

    /** Below everything, as long as everything. */
    private String black() {
        Xml producer = root.add("producer").with("id", "black").with("in", 0).with("out", timeline.duration() - 1);
        property(producer, "mlt_service", "color");
        property(producer, "resource", "black");
        property(producer, "length", timeline.duration());
        return "black";
    }

    private String media(Track track) {
        track.segments().forEach(segment -> producers.id((MediaSegment) segment));
        List<Segment> segments = track.segments();
        // Nested timelines must stand before the playlist that plays them.
        Map<String, String> joints = new HashMap<>();
        for (int i = 1; i < segments.size(); i++) {
            MediaSegment incoming = (MediaSegment) segments.get(i);
            if (!incoming.transition().isCut())
                joints.put(incoming.id(), joint((MediaSegment) segments.get(i - 1), incoming));
        }
        String id = "track" + ++ids;
        Xml playlist = root.add("playlist").with("id", id);
        long at = 0;
        for (int i = 0; i < segments.size(); i++) {
            MediaSegment clip = (MediaSegment) segments.get(i);
            String joint = joints.get(clip.id());
            long head = joint == null ? 0 : clip.transition().after();
            MediaSegment next = i + 1 < segments.size() ? (MediaSegment) segments.get(i + 1) : null;
            long tail = next != null && joints.containsKey(next.id())
                    ? next.transition().before()
                    : 0;
            if (joint != null) {
                playlist.add("entry")
                        .with("producer", joint)
                        .with("in", 0)
                        .with("out", clip.transition().duration() - 1);
                at = clip.start() + head;
            }
            if (clip.start() + head > at) playlist.add("blank").with("length", clip.start() + head - at);
            long in = producers.at(clip, clip.in() + head);
            long length = clip.duration() - head - tail;
            Xml entry = playlist.add("entry")
                    .with("producer", producers.id(clip))
                    .with("in", in)
                    .with("out", in + length - 1);
            looks(entry, clip, in, length);
            at = clip.end() - tail;
        }
        return id;
    }

    /** A timeline of the two takes over each other. */
    private String joint(MediaSegment outgoing, MediaSegment incoming) {
        long length = incoming.transition().duration();
        long left = outgoing.out() - incoming.transition().before();
        long right = incoming.in() - incoming.transition().before();
        String id = "joint" + ++ids;
        Xml joint = root.add("tractor").with("id", id).with("in", 0).with("out", length - 1);
        take(joint, outgoing, left, length);
        take(joint, incoming, right, length);
        over(joint, 0, 1, "luma", length, "softness=0");
        over(joint, 0, 1, "mix", length, "start=-1");
        return id;
    }

    private void take(Xml joint, MediaSegment media, long in, long length) {
        long first = producers.at(media, in);
        joint.add("track")
                .with("producer", producers.id(media))
                .with("in", first)
                .with("out", first + length - 1);
    }

    private void looks(Xml entry, MediaSegment clip, long in, long length) {
        Map<String, Integer> crop =
                MltPlacement.of(clip, timeline.canvas(), materials).crop();
        if (!crop.isEmpty()) {
            Xml filter = filter(entry, "crop", in, length);
            crop.forEach((side, pixels) -> property(filter, side, pixels));
        }
        if (clip.volume() != 1) {
            Xml volume = filter(entry, "volume", in, length);
            property(volume, "gain", clip.volume());
        }
        if (clip.fadeIn() == 0 && clip.fadeOut() == 0) return;
        String come = clip.fadeIn() > 0 ? "0=0;" + (clip.fadeIn() - 1) + "=1" : "0=1";
        String go = clip.fadeOut() > 0 ? ";" + (length - clip.fadeOut()) + "=1;" + (length - 1) + "=0" : "";
        property(filter(entry, "brightness", in, length), "level", come + go);
    }

    /** Filters count in the time of the media, as its in point does. */
    private static Xml filter(Xml entry, String service, long in, long length) {
        Xml filter = entry.add("filter").with("in", in).with("out", in + length - 1);
        property(filter, "mlt_service", service);
        return filter;
    }

    private String texts(Track track) {
        List<String> pictures = track.segments().stream()
                .map(text -> picture((TextSegment) text))
                .toList();
        String id = "track" + ++ids;
        Xml playlist = root.add("playlist").with("id", id);
        long at = 0;
        for (int i = 0; i < pictures.size(); i++) {
            TextSegment text = (TextSegment) track.segments().get(i);
            if (text.start() > at) playlist.add("blank").with("length", text.start() - at);
            Xml entry = playlist.add("entry")
                    .with("producer", pictures.get(i))
                    .with("in", 0)
                    .with("out", text.duration() - 1);
            if (text.fade() > 0) {
                Xml brightness = filter(entry, "brightness", 0, text.duration());
                property(brightness, "level", 1);
                property(
                        brightness,
                        "alpha",
                        String.format(
                                Locale.ROOT,
                                "0=0;%d=1;%d=1;%d=0",
                                text.fade(),
                                text.duration() - 1 - text.fade(),
                                text.duration() - 1));
            }
            at = text.end();
        }
        return id;
    }

    private String picture(TextSegment text) {
        String id = "text" + ++ids;
        Xml producer = root.add("producer").with("id", id).with("in", 0).with("out", text.duration() - 1);
        property(producer, "resource", materials.picture(text));
        property(producer, "length", text.duration());
        property(producer, "mlt_service", "qimage");
        property(producer, "ttl", 1);
        return id;
    }

    private static void between(Xml tractor, int track, String service, String... properties) {
        Xml transition = tractor.add("transition");
        property(transition, "a_track", 0);
        property(transition, "b_track", track);
        described(transition, service, properties);
    }

    private static void over(Xml tractor, int below, int above, String service, long length, String... properties) {
        Xml transition = tractor.add("transition").with("in", 0).with("out", length - 1);
        property(transition, "a_track", below);
        property(transition, "b_track", above);
        described(transition, service, properties);
    }

    private static void described(Xml transition, String service, String... properties) {
        property(transition, "mlt_service", service);
        for (String pair : properties) property(transition, pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }

    private static void property(Xml parent, String name, Object value) {
        parent.add("property").with("name", name).text(value.toString());
    }
}
