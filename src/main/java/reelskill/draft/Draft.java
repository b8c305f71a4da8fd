package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import reelskill.language.Language;
import reelskill.media.ExportFormat;

/**
 * An editable document of any backend, kept verbatim: it is sent back for rendering exactly as it came. Only {@code t},
 * {@code tt}, {@code sg}, {@code d} and {@code m} are public keys (protocol.md, Draft); everything else is read where it
 * is understood and left alone where it is not.
 */
public record Draft(JsonNode json) {
    /** No document yet: what a session has before its first upload. */
    public static final Draft NONE = new Draft(MissingNode.getInstance());

    /** Returns the tracks from the bottom up. */
    public List<DraftTrack> tracks() {
        List<DraftTrack> tracks = new ArrayList<>();
        // What plays first of all that is no text, the pictures or else a recording.
        for (JsonNode track : json.path("t"))
            tracks.add(DraftTrack.of(track, tracks.stream().allMatch(below -> below.type() == DraftTrack.TEXT)));
        return tracks;
    }

    /** Returns true if some track has a segment: the condition for an export. */
    public boolean isReady() {
        return filledTracks() > 0;
    }

    /** Returns how many tracks have something on them. */
    public long filledTracks() {
        return tracks().stream().filter(track -> !track.segments().isEmpty()).count();
    }

    /** Returns the length in milliseconds: as stated, else to the end of the last segment. */
    public long durationMillis() {
        long stated = json.path("d").asLong();
        return stated > 0
                ? stated
                : tracks().stream()
                        .flatMap(track -> track.segments().stream())
                        .mapToLong(DraftSegment::endMillis)
                        .max()
                        .orElse(0);
    }

    /** Returns the picture's size like {@code 1080x1920}, or an empty text where the draft does not say. */
    public String size() {
        JsonNode meta = json.path("m");
        return meta.path("width").asInt() > 0
                ? meta.path("width").asInt() + "x" + meta.path("height").asInt()
                : "";
    }

    /** Returns the same timeline with a picture whose longer side is at most {@code longest} pixels. */
    public Draft small(int longest) {
        int width = json.at("/m/width").asInt();
        int height = json.at("/m/height").asInt();
        if (Math.max(width, height) <= longest) return this;
        ObjectNode copy = json.deepCopy();
        double scale = (double) longest / Math.max(width, height);
        ((ObjectNode) copy.path("m")).put("width", even(width * scale)).put("height", even(height * scale));
        return new Draft(copy);
    }

    private static int even(double size) {
        return 2 * (int) Math.max(1, Math.round(size / 2));
    }

    /** Returns whether a clip of the file {@code name} has another background than the one it was filmed with. */
    public boolean replacesBackgroundOf(String name) {
        return json.findParents("background").stream()
                .anyMatch(clip -> clip.path("name").asText().equals(name));
    }

    /** Returns the files to make of it: those that the last words asked for, else the one that it becomes. */
    public List<Wanted> wanted() {
        return Wanted.of(this);
    }

    /** Returns the kind of file that the timeline is to become; MP4 where the draft does not say or says something unknown. */
    public ExportFormat format() {
        return ExportFormat.of(json.path("m").path("output").path("format").asText())
                .orElse(ExportFormat.MP4);
    }

    /** Returns how many bytes the one that its file is for takes at most; 0 where that is not known. */
    public long takes() {
        return json.path("m").path("output").path("takes").asLong();
    }

    /**
     * Returns the timeline in words, in exactly the documented form: {@code Timeline (3 tracks): 1. Video: city timelapse
     * (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)}. Neighbours of one name are told as one with
     * the number of their parts.
     */
    public String summary() {
        return summary(Language.ENGLISH);
    }

    /** As {@link #summary()}, in {@code language}: the documented form is the English one. */
    public String summary(Language language) {
        List<DraftTrack> tracks = tracks();
        String english = tracks.size() == 1 ? "Timeline (%d track):" : "Timeline (%d tracks):";
        StringBuilder words = new StringBuilder(language.say(english, "时间线（%d条轨道）：", tracks.size()));
        for (int i = 0; i < tracks.size(); i++) {
            String separator = i == 0 ? language.pick(" ", "") : " ";
            words.append(separator)
                    .append(i + 1)
                    .append(". ")
                    .append(tracks.get(i).summary(language));
        }
        return words.toString();
    }
}
