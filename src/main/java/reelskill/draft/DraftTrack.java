package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One lane of a {@link Draft}. {@code type} is the draft's {@code tt}; unknown types are kept. */
record DraftTrack(int type, List<DraftSegment> segments) {
    static final int VIDEO = 0;
    private static final int AUDIO = 1;
    static final int TEXT = 7;
    private static final int MOST_TOLD = 6;

    static DraftTrack of(JsonNode track) {
        int type = track.path("tt").asInt(-1);
        List<DraftSegment> segments = new ArrayList<>();
        long start = 0;
        for (JsonNode node : track.path("sg")) {
            DraftSegment segment = DraftSegment.of(node, start, type == TEXT);
            segments.add(segment);
            start = segment.endMillis();
        }
        return new DraftTrack(type, List.copyOf(segments));
    }

    /** Returns what the documents call a track of this type. */
    String label() {
        return switch (type) {
            case VIDEO -> "Video";
            case AUDIO -> "BGM";
            case TEXT -> "Title";
            default -> "Track of type " + type;
        };
    }

    String summary() {
        List<List<DraftSegment>> told = byName();
        String words = told.stream().limit(MOST_TOLD).map(DraftTrack::tell).collect(Collectors.joining(", "));
        String rest = told.size() > MOST_TOLD ? ", and " + (told.size() - MOST_TOLD) + " more" : "";
        return label() + ": " + (segments.isEmpty() ? "empty" : words + rest);
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

    private static String tell(List<DraftSegment> group) {
        DraftSegment first = group.get(0);
        String times =
                Seconds.range(first.startMillis(), group.get(group.size() - 1).endMillis());
        String parts = group.size() > 1 ? ", " + group.size() + " parts" : "";
        return first.spoken() + " (" + times + first.volumeNote() + parts + ")";
    }
}
