package reelskill.studio.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import reelskill.media.ExportFormat;
import reelskill.studio.timeline.Timeline;

/** Writes timelines for other editors. */
public final class Handoff {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Handoff() {}

    /**
     * Returns {@code timeline} as a document, to be written in UTF-8.
     *
     * @param format one that {@link ExportFormat#isProject is a project}
     */
    public static String document(Timeline timeline, ExportFormat format, Materials materials) {
        return switch (format) {
            case OTIO -> otio(timeline, materials);
            case FCPXML -> Fcpxml.of(timeline, materials);
            case EDL -> Edl.of(timeline, materials);
            case MLT -> Mlt.of(timeline, materials);
            default -> throw new IllegalArgumentException(format + " is no project");
        };
    }

    private static String otio(Timeline timeline, Materials materials) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Otio.of(timeline, materials)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
