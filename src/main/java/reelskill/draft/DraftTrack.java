package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reelskill.language.Language;

/**
 * One lane of a {@link Draft}.
 *
 * @param type the draft's {@code tt}; unknown types are kept
 * @param story whether it is what the draft tells: a recording without pictures is no music under any
 */
record DraftTrack(int type, List<DraftSegment> segments, boolean story) {
    static final int VIDEO = 0;
    private static final int AUDIO = 1;
    static final int TEXT = 7;
    private static final int MOST_TOLD = 6;

    static DraftTrack of(JsonNode track, boolean story) {
        int type = track.path("tt").asInt(-1);
        List<DraftSegment> segments = new ArrayList<>();
        long start = 0;
        for (JsonNode node : track.path("sg")) {
            DraftSegment segment = DraftSegment.of(node, start, type == TEXT);
            segments.add(segment);
            start = segment.endMillis();
        }
        return new DraftTrack(type, List.copyOf(segments), story);
    }

    /** Returns what a track of this type is called; in English, as the documents do. */
    String label(Language language) {
        return switch (type) {
            case VIDEO -> language.pick("Video", "视频");
            case AUDIO -> language.pick(story ? "Audio" : "BGM", "音频");
            case TEXT -> language.pick("Title", "标题");
            default -> language.say("Track of type %d", "类型%d的轨道", type);
        };
    }

    String summary(Language language) {
        List<List<DraftSegment>> told = byName();
        String words = told.stream()
                .limit(MOST_TOLD)
                .map(group -> tell(group, language))
                .collect(Collectors.joining(language.pick(", ", "、")));
        String rest = told.size() > MOST_TOLD ? language.say(", and %d more", "，另有%d个", told.size() - MOST_TOLD) : "";
        String all = segments.isEmpty() ? language.pick("empty", "空") : words + rest;
        return label(language) + language.pick(": ", "：") + all;
    }

    private List<List<DraftSegment>> byName() {
        List<List<DraftSegment>> groups = new ArrayList<>();
        for (DraftSegment segment : segments) {
            List<DraftSegment> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || !last.get(last.size() - 1).continuesAs(segment)) {
                last = new ArrayList<>();
                groups.add(last);
            }
            last.add(segment);
        }
        return groups;
    }

    private static String tell(List<DraftSegment> group, Language language) {
        DraftSegment first = group.get(0);
        long end = group.get(group.size() - 1).endMillis();
        List<String> notes = new ArrayList<>(List.of(Seconds.range(first.startMillis(), end, language)));
        first.volumeNote(language).ifPresent(notes::add);
        if (group.size() > 1) notes.add(language.say("%d parts", "%d段", group.size()));
        return first.spoken(language)
                + language.pick(" (", "（")
                + String.join(language.pick(", ", "，"), notes)
                + language.pick(")", "）");
    }
}
