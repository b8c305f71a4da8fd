package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A render as last seen.
 *
 * @param progress from 0 to 1
 * @param url where the result is, as the backend says: hostile text until a download checks it
 * @param said why it failed, in the backend's words: one line of at most 300 characters
 * @param note what to know of the result, the same way
 * @param doubtsUrl where a JPEG is that shows what of the result is a guess: hostile text as {@code url} is
 */
public record RenderJob(
        String id,
        RenderStatus status,
        OptionalDouble progress,
        Optional<String> url,
        Optional<String> said,
        Optional<String> note,
        Optional<String> doubtsUrl) {

    /** A render of whose result there is nothing to know. */
    public RenderJob(
            String id, RenderStatus status, OptionalDouble progress, Optional<String> url, Optional<String> said) {
        this(id, status, progress, url, said, Optional.empty(), Optional.empty());
    }

    /** Returns what downloads the picture of doubts as this downloads the result. */
    public Optional<RenderJob> doubts() {
        return doubtsUrl.map(picture -> new RenderJob(id + "-doubts", status, progress, Optional.of(picture), said));
    }

    /** Says whether polling on brings nothing new. A completed render without an address is not there yet. */
    public boolean isFinal() {
        return status.isFinal() && (status != RenderStatus.COMPLETED || url.isPresent());
    }

    /** Both shapes are seen: look at the root, then {@code data}, then {@code output} (protocol.md, Render). */
    static RenderJob read(JsonNode root, String asked) {
        JsonNode data = root.path("data");
        List<JsonNode> places = List.of(root, data, root.path("output"), data.path("output"));
        RenderStatus status = first(places, "status").map(RenderStatus::of).orElse(RenderStatus.UNKNOWN);
        Optional<String> note = first(places, "note").map(BackendWords::line);
        return new RenderJob(
                first(places, "id").orElse(asked),
                status,
                progress(places),
                url(places),
                said(places),
                note,
                first(places, "doubtsUrl"));
    }

    private static Optional<String> url(List<JsonNode> places) {
        return first(places, "outputUrl")
                .or(() -> first(places, "output_url"))
                .or(() -> first(places, "url"))
                .or(() -> first(places, "output"));
    }

    private static Optional<String> said(List<JsonNode> places) {
        return first(places, "error")
                .or(() -> first(places, "errorMessage"))
                .or(() -> first(places, "message"))
                .map(BackendWords::line);
    }

    /** Seen as a part of 1 and as a percentage. A whole 1 is a percentage: a render that is done says so. */
    private static OptionalDouble progress(List<JsonNode> places) {
        return first(places, "progress")
                .flatMap(text -> Json.number(Json.object().put("n", text.replace("%", "")), "n"))
                .map(number -> OptionalDouble.of(portion(number)))
                .orElse(OptionalDouble.empty());
    }

    private static double portion(BigDecimal number) {
        boolean percent = number.scale() <= 0 || number.compareTo(BigDecimal.ONE) > 0;
        return Math.min(1, Math.max(0, percent ? number.movePointLeft(2).doubleValue() : number.doubleValue()));
    }

    private static Optional<String> first(List<JsonNode> places, String name) {
        return places.stream().flatMap(place -> Json.text(place, name).stream()).findFirst();
    }
}
