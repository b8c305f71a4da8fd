package reelskill.studio.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reelskill.media.FrameRate;
import reelskill.media.Resolution;

/** Reads one draft and believes nothing in it. Not thread-safe. */
final class DraftReader {
    private static final int MOST_TRACKS = 64;
    private static final int MOST_SEGMENTS = 20_000;
    static final int LONGEST_TEXT = 5_000;
    static final double QUIETEST_LUFS = -40;
    static final double LOUDEST_LUFS = -5;

    private static final Set<String> MEDIA_KEYS = Stream.concat(
                    Stream.of(
                            "id",
                            "name",
                            "start",
                            "d",
                            "media",
                            "in",
                            "volume",
                            "fadeIn",
                            "fadeOut",
                            "transition",
                            DraftJson.CARD),
                    EffectJson.keys().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TEXT_KEYS = Set.of("id", "text", "start", "d", "fade", "style");
    private static final Map<Integer, TrackKind> TRACK_KINDS =
            Arrays.stream(TrackKind.values()).collect(Collectors.toMap(TrackKind::wire, Function.identity()));
    private static final Map<String, Transition.Kind> TRANSITIONS = DraftJson.words(Transition.Kind.values());

    private final DraftFields draft;
    private final FrameRate rate;
    private final Set<String> ids = new HashSet<>();
    private int segments;

    DraftReader(JsonNode json) {
        draft = new DraftFields(json, "the draft");
        // The version comes first: without it, or with another, no other complaint would make sense.
        draft.object("m").version(DraftJson.VERSION);
        rate = draft.object("m").rate("fps");
    }

    Timeline timeline() {
        draft.only(Set.of("m", "d", "t"));
        DraftFields meta = draft.object("m").only(Set.of("v", "title", "width", "height", "fps", "output", "loudness"));
        Resolution canvas = new Resolution((int) meta.whole("width", 2, 16_384), (int) meta.whole("height", 2, 16_384));
        List<Track> tracks = new ArrayList<>();
        for (DraftFields track : draft.list("t", MOST_TRACKS)) tracks.add(track(track));
        OptionalDouble loudness = meta.has("loudness")
                ? OptionalDouble.of(meta.number("loudness", QUIETEST_LUFS, LOUDEST_LUFS))
                : OptionalDouble.empty();
        Timeline timeline =
                new Timeline(meta.text("title", LONGEST_TEXT), rate, canvas, tracks, output(meta), loudness);
        if (rate.millis(timeline.duration()) != draft.millis("d")) throw draft.wrong("d");
        return timeline;
    }

    private Output output(DraftFields meta) {
        if (!meta.has("output")) return Output.DEFAULT;
        return OutputJson.read(meta.object("output"), rate);
    }

    private Track track(DraftFields json) {
        json.only(Set.of("tt", "sg"));
        TrackKind kind = TRACK_KINDS.get((int) json.whole("tt", 0, 99));
        if (kind == null) throw json.wrong("tt");
        List<Segment> read = new ArrayList<>();
        Segment before = null;
        for (DraftFields segment : json.list("sg", MOST_SEGMENTS - segments)) {
            Segment next = kind == TrackKind.TEXT ? text(segment) : media(segment);
            if (!ids.add(next.id())) throw segment.wrong("id");
            if (before != null && next.start() < before.end()) throw segment.wrong("start");
            if (next instanceof MediaSegment media)
                check(segment, before instanceof MediaSegment last ? last : null, media);
            read.add(next);
            before = next;
        }
        segments += read.size();
        return new Track(kind, read);
    }

    private MediaSegment media(DraftFields json) {
        json.only(MEDIA_KEYS);
        long start = json.frame("start", rate);
        DraftFields transition = json.object("transition").only(Set.of("kind", "d"));
        Transition.Kind kind = transition.oneOf("kind", TRANSITIONS);
        long length = transition.frame("d", rate);
        if ((kind == Transition.Kind.CUT) != (length == 0)) throw transition.wrong("d");
        return new MediaSegment(
                json.text("id", 64),
                start,
                duration(json, start),
                json.text("media", 200),
                json.text("name", LONGEST_TEXT),
                json.frame("in", rate),
                json.number("volume", 0, 10),
                json.frame("fadeIn", rate),
                json.frame("fadeOut", rate),
                new Transition(kind, length),
                EffectJson.read(json, rate),
                json.has(DraftJson.CARD)
                        ? json.yes(DraftJson.CARD)
                        : DraftJson.isCalledCard(json.text("name", LONGEST_TEXT)));
    }

    private TextSegment text(DraftFields json) {
        json.only(TEXT_KEYS);
        long start = json.frame("start", rate);
        return new TextSegment(
                json.text("id", 64),
                start,
                duration(json, start),
                json.text("text", LONGEST_TEXT),
                TextStyleJson.read(json.object("style")),
                json.frame("fade", rate));
    }

    /** The wire's length runs from one frame's millisecond to another's, so that neighbours touch there too. */
    private long duration(DraftFields json, long start) {
        long endMillis = rate.millis(start) + json.millis("d");
        long end = rate.framesOfMillis(endMillis);
        if (end <= start || rate.millis(end) != endMillis) throw json.wrong("d");
        return end - start;
    }

    /** A fade fits its segment, and a transition has a neighbour and room on both sides. */
    private static void check(DraftFields json, @Nullable MediaSegment before, MediaSegment media) {
        if (media.fadeIn() + media.fadeOut() > media.duration()) throw json.wrong("fadeIn");
        Transition transition = media.transition();
        if (transition.isCut()) return;
        boolean fits = before != null
                && before.end() == media.start()
                && transition.before() <= Math.min(before.duration(), media.in())
                && transition.after() <= media.duration();
        if (!fits) throw json.wrong("transition");
    }
}
