package reelskill.studio.handoff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import reelskill.media.MediaFacts;
import reelskill.media.Resolution;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Placement;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;
import reelskill.studio.timeline.TrackKind;

/** OpenTimelineIO's JSON: every track, with gaps, transitions and the places of the media. Texts are clips without media. */
final class Otio {
    private final Timeline timeline;
    private final Materials materials;

    private Otio(Timeline timeline, Materials materials) {
        this.timeline = timeline;
        this.materials = materials;
    }

    static ObjectNode of(Timeline timeline, Materials materials) {
        return new Otio(timeline, materials).timeline();
    }

    private ObjectNode timeline() {
        ObjectNode result = named("Timeline.1", timeline.title());
        result.putNull("global_start_time");
        ObjectNode stack = composition("Stack.1", "tracks");
        ArrayNode tracks = (ArrayNode) stack.get("children");
        for (Track track : timeline.tracks()) {
            tracks.add(track(track, track.kind() == TrackKind.AUDIO ? "Audio" : "Video"));
            // A file's own sound is a track of its own in OTIO.
            if (track.kind() == TrackKind.VIDEO) tracks.add(track(withSound(track), "Audio"));
        }
        result.set("tracks", stack);
        return result;
    }

    private Track withSound(Track track) {
        List<Segment> audible = track.segments().stream()
                .filter(segment -> materials
                        .facts(((MediaSegment) segment).mediaId())
                        .audio()
                        .isPresent())
                .toList();
        return new Track(track.kind(), audible);
    }

    private ObjectNode track(Track track, String kind) {
        ObjectNode json = composition("Track.1", kind);
        json.put("kind", kind);
        ArrayNode children = (ArrayNode) json.get("children");
        long free = 0;
        for (Segment segment : track.segments()) {
            if (segment.start() > free) children.add(gap(segment.start() - free));
            if (segment instanceof MediaSegment media
                    && !media.transition().isCut()
                    && segment.start() == free
                    && free > 0) children.add(transition(media));
            children.add(segment instanceof MediaSegment media ? clip(media) : words((TextSegment) segment));
            free = segment.end();
        }
        return json;
    }

    private ObjectNode gap(long frames) {
        ObjectNode gap = item("Gap.1", "");
        gap.set("source_range", range(0, frames));
        return gap;
    }

    private ObjectNode transition(MediaSegment incoming) {
        ObjectNode json = named("Transition.1", "");
        boolean dissolve = incoming.transition().kind().blends();
        json.put("transition_type", dissolve ? "SMPTE_Dissolve" : "Custom_Transition");
        json.withObject("/metadata/reelskill")
                .put("kind", incoming.transition().kind().name());
        json.set("in_offset", time(incoming.transition().before()));
        json.set("out_offset", time(incoming.transition().after()));
        return json;
    }

    private ObjectNode clip(MediaSegment media) {
        ObjectNode clip = item("Clip.2", media.name());
        Retiming retiming = Retiming.of(media);
        clip.set("source_range", range(retiming.earliest(media.in(), media.out()), media.duration()));
        if (!retiming.isAsFilmed()) ((ArrayNode) clip.get("effects")).add(warp(retiming));
        media.effects().get(Placement.class).ifPresent(placement -> place(clip, media, placement));
        ObjectNode reference = named("ExternalReference.1", media.name());
        reference.put("target_url", materials.file(media.mediaId()).toUri().toString());
        MediaFacts facts = materials.facts(media.mediaId());
        if (facts.kind() == MediaFacts.Kind.IMAGE) reference.putNull("available_range");
        else reference.set("available_range", range(0, timeline.rate().frames(facts.duration())));
        reference.putNull("available_image_bounds");
        clip.putObject("media_references").set("DEFAULT_MEDIA", reference);
        clip.put("active_media_reference_key", "DEFAULT_MEDIA");
        return clip;
    }

    /** Its clip lasts as long as it plays, from the first frame of the media on that it needs. */
    private static ObjectNode warp(Retiming retiming) {
        ObjectNode warp = named(retiming.isFrozen() ? "FreezeFrame.1" : "LinearTimeWarp.1", "");
        warp.put("effect_name", retiming.isFrozen() ? "FreezeFrame" : "LinearTimeWarp");
        return warp.put("time_scalar", retiming.scalar());
    }

    /** OTIO has no places on the canvas of its own: ours, in its pixels, stands in the metadata. */
    private void place(ObjectNode clip, MediaSegment media, Placement placement) {
        Resolution canvas = timeline.canvas();
        Resolution picture = materials
                .facts(media.mediaId())
                .video()
                .map(MediaFacts.Video::size)
                .orElse(canvas);
        Placement.Area area = placement.on(canvas, picture);
        clip.withObject("/metadata/reelskill/placement")
                .put("x", area.x())
                .put("y", area.y())
                .put("width", area.width())
                .put("height", area.height());
    }

    private ObjectNode words(TextSegment text) {
        ObjectNode clip = item("Clip.2", text.text());
        clip.set("source_range", range(0, text.duration()));
        ObjectNode reference = named("GeneratorReference.1", text.text());
        reference.put("generator_kind", "text");
        reference.putObject("parameters").put("text", text.text());
        reference.putNull("available_range").putNull("available_image_bounds");
        clip.putObject("media_references").set("DEFAULT_MEDIA", reference);
        clip.put("active_media_reference_key", "DEFAULT_MEDIA");
        return clip;
    }

    private ObjectNode composition(String schema, String name) {
        ObjectNode json = item(schema, name);
        json.putNull("source_range");
        json.putArray("children");
        return json;
    }

    private static ObjectNode item(String schema, String name) {
        ObjectNode json = named(schema, name).put("enabled", true);
        json.putArray("effects");
        json.putArray("markers");
        return json;
    }

    private static ObjectNode named(String schema, String name) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("OTIO_SCHEMA", schema).put("name", name);
        json.putObject("metadata");
        return json;
    }

    private ObjectNode range(long start, long duration) {
        ObjectNode range = JsonNodeFactory.instance.objectNode().put("OTIO_SCHEMA", "TimeRange.1");
        range.set("start_time", time(start));
        range.set("duration", time(duration));
        return range;
    }

    private ObjectNode time(long frames) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("OTIO_SCHEMA", "RationalTime.1")
                .put("rate", timeline.rate().fps())
                .put("value", (double) frames);
    }
}
