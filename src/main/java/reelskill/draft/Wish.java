package reelskill.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reelskill.media.ExportFormat;

/**
 * The kind of file that somebody named in words.
 *
 * @param codec how the picture is to be coded, as people write it; empty for the usual way
 */
public record Wish(ExportFormat format, String codec) {
    private static final Map<String, String> CODECS = Map.of("h265", "H.265", "prores", "ProRes");

    /** Any kind of file, coded as usual. */
    public Wish(ExportFormat format) {
        this(format, "");
    }

    /** Returns what the words asked for that made {@code draft}; empty where they named no kind of file. */
    public static Optional<Wish> of(Draft draft) {
        JsonNode output = draft.json().path("m").path("output");
        String coded = output.path("codec").asText().toLowerCase(Locale.ROOT);
        String codec = CODECS.getOrDefault(coded, "");
        // A limit of size says nothing of the kind, and the studio writes the usual kind beside it.
        boolean onlyLimited = output.path("maxBytes").asLong() > 0 && codec.isEmpty();
        return ExportFormat.of(output.path("format").asText())
                .filter(format -> !(onlyLimited && format == ExportFormat.MP4))
                .map(format -> new Wish(format, carried(format, codec)));
    }

    /** Returns whether it is what was asked for: a picture of a kind that was not named is a PNG on the wire, and may be another. */
    public boolean isMetBy(ExportFormat made) {
        return made == format || (format == ExportFormat.PNG && made.isStill());
    }

    private static String carried(ExportFormat format, String codec) {
        boolean video = format == ExportFormat.MOV || (format == ExportFormat.MP4 && codec.equals("H.265"));
        return video ? codec : "";
    }

    /** Returns it as people write it: {@code MOV (ProRes)}. */
    @Override
    public String toString() {
        return codec.isEmpty() ? format.name() : format + " (" + codec + ")";
    }
}
