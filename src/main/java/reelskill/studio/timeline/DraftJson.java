package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reelskill.media.FrameRate;

/**
 * The wire form of a timeline: the public keys of protocol.md, Draft, and ours as documented in {@code draft.schema.json}.
 * Times are whole milliseconds; at up to 480 frames a second each stands for exactly one frame, so nothing is lost.
 */
public final class DraftJson {
    /** The version that is written, and the only one that is read. */
    static final String VERSION = "1.0";

    static final String CARD = "card";

    /** Cards were told by their name alone once, and drafts of that time are read as they were meant. */
    private static final String CARD_NAME = "■ ";

    private DraftJson() {}

    /** Returns the draft of {@code timeline}; the order of its keys never changes. */
    public static ObjectNode write(Timeline timeline) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        FrameRate rate = timeline.rate();
        ObjectNode meta = draft.putObject("m")
                .put("v", VERSION)
                .put("title", timeline.title())
                .put("width", timeline.canvas().width())
                .put("height", timeline.canvas().height())
                .put("fps", rate.toString());
        if (!timeline.output().equals(Output.DEFAULT))
            OutputJson.write(timeline.output(), rate, meta.putObject("output"));
        timeline.loudness().ifPresent(lufs -> meta.put("loudness", lufs));
        draft.put("d", rate.millis(timeline.duration()));
        var tracks = draft.putArray("t");
        for (Track track : timeline.tracks()) {
            ObjectNode lane = tracks.addObject().put("tt", track.kind().wire());
            var segments = lane.putArray("sg");
            for (Segment segment : track.segments()) write(segment, rate, segments.addObject());
        }
        return draft;
    }

    /**
     * Returns the timeline of a draft that {@link #write} made: {@code write(read(draft))} equals {@code draft}.
     *
     * @throws InvalidDraftException for any other document: it is refused, never guessed at
     */
    public static Timeline read(JsonNode draft) {
        return new DraftReader(draft).timeline();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns each value by its {@link #word}. */
    static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(DraftJson::word, Function.identity()));
    }

    private static void write(Segment segment, FrameRate rate, ObjectNode json) {
        json.put("id", segment.id());
        json.put(segment instanceof TextSegment ? "text" : "name", segment.name());
        json.put("start", rate.millis(segment.start()));
        json.put("d", rate.millis(segment.end()) - rate.millis(segment.start()));
        if (segment instanceof MediaSegment media) writeMedia(media, rate, json);
        if (segment instanceof TextSegment text) writeText(text, rate, json);
    }

    private static void writeMedia(MediaSegment media, FrameRate rate, ObjectNode json) {
        json.put("media", media.mediaId())
                .put("in", rate.millis(media.in()))
                .put("volume", media.volume())
                .put("fadeIn", rate.millis(media.fadeIn()))
                .put("fadeOut", rate.millis(media.fadeOut()));
        json.putObject("transition")
                .put("kind", word(media.transition().kind()))
                .put("d", rate.millis(media.transition().duration()));
        EffectJson.write(media.effects(), rate, json);
        if (media.card() != isCalledCard(media.name())) json.put(CARD, media.card());
    }

    /** Returns whether a segment of that name is a card where its draft does not say. */
    static boolean isCalledCard(String name) {
        return name.startsWith(CARD_NAME);
    }

    static String hex(int rgb) {
        return String.format("#%06x", rgb);
    }

    private static void writeText(TextSegment text, FrameRate rate, ObjectNode json) {
        json.put("fade", rate.millis(text.fade()));
        TextStyleJson.write(text.style(), json.putObject("style"));
    }
}
