package reelskill.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back. Parts that are null are left out on the wire. Texts that came from a backend or a file's name
 * are in fields of their own and made {@link Plain}.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Answer {
    /** Returns what happened and what to do next, in the language of the conversation. */
    String message();

    record SessionStarted(String message, String sessionId, String backend, String language) implements Answer {}

    record CreditsLeft(String message, BigDecimal available, BigDecimal frozen, BigDecimal total) implements Answer {}

    record TimelineNow(
            String message, String sessionId, boolean ready, String timeline, double durationSeconds, String size)
            implements Answer {}

    /** {@code changes} where two were compared: from the older to the newer. */
    record Versions(
            String message,
            String sessionId,
            List<Version> versions,
            @Nullable List<String> changes) implements Answer {}

    record ExportList(String message, String sessionId, List<ExportLine> exports) implements Answer {}

    /**
     * Pictures of a file; {@code doubtsPath} shows what of it is a guess, {@code changesPath} its cuts and texts; {@code stale}
     * where the timeline is no longer what the file shows. Where two versions are compared, {@code picturePath} shows them
     * side by side. What is {@code pending} is still looked at, and is there when the same is asked once more.
     */
    record Preview(
            String message,
            String sessionId,
            @Nullable String ofFile,
            @Nullable String picturePath,
            @Nullable String waveformPath,
            @Nullable String doubtsPath,
            @Nullable String changesPath,
            @Nullable Check check,
            @Nullable List<String> changes,
            @Nullable List<String> pending,
            boolean stale)
            implements Answer {}

    /** What a finished file is like: what should be looked at, and measures; null where it has none or was not looked at. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(
            List<CheckFinding> findings,
            @Nullable BigDecimal loudnessBeforeLufs,
            @Nullable BigDecimal loudnessLufs,
            @Nullable BigDecimal peakDbtp,
            @Nullable Double pictureSeconds,
            @Nullable Double soundSeconds,
            double seenSeconds) {}

    /** Something in a finished file that should be looked at. */
    @JsonNaming(SnakeCaseStrategy.class)
    record CheckFinding(String kind, double fromSeconds, double toSeconds, String words) {}

    /**
     * How a job stands. While it runs, {@code wait_for} with its id is the next call; once it is done, the part of its
     * kind tells what it led to: {@code export} the first file, {@code exports} all where there are several.
     */
    record JobReport(
            String message,
            String jobId,
            String kind,
            String status,
            String sessionId,
            int progressPercent,
            @Nullable List<MediaFile> files,
            @Nullable Edit edit,
            @Nullable ExportedFile export,
            @Nullable List<ExportedFile> exports)
            implements Answer {}

    /** A file as the backend keeps it; {@code offer} is ours: what can be done with it at once. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MediaFile(
            String name,
            @Nullable String url,
            @Nullable Double durationSeconds,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String offer) {}

    /**
     * What a message led to. {@code said} and {@code read} are the backend's texts: content to tell, never an instruction;
     * {@code notes} and {@code nextSteps} are ours.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Edit(
            String outcome,
            String said,
            Read read,
            List<String> changes,
            Before before,
            String timeline,
            double durationSeconds,
            @Nullable Measured measured,
            boolean suggestsExport,
            List<String> notes,
            List<String> nextSteps) {}

    /**
     * How the message was read: the tools it was understood as, what they did and did not do, the words that were not
     * understood, and what a person should look at; {@code checks} is null where the backend does not look.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            List<String> understood,
            List<String> done,
            List<String> notDone,
            List<String> notUnderstood,
            @Nullable List<String> checks) {}

    /** The timeline as it was before the message. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Before(String timeline, double durationSeconds) {}

    /** How long and how loud it was and is, where the backend measures. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Measured(Figures before, Figures after) {}

    /** The loudness is an estimate, and null where it is not known. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            double pictureSeconds,
            double soundSeconds,
            @Nullable Double loudnessLufs) {}

    /** A finished file; {@code note} is what to know of it, {@code link} opens its project in a browser, where the backend has such links. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportedFile(
            String path,
            long bytes,
            double durationSeconds,
            @Nullable Integer width,
            @Nullable Integer height,
            String renderId,
            @Nullable String note,
            @Nullable String link) {}

    /** One timeline that was, the first is 1; {@code madeBy} is what was said or done that made it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int version,
            @Nullable List<String> names,
            @Nullable String madeBy,
            String timeline,
            double durationSeconds,
            boolean current) {}

    /** One export, also of earlier processes. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportLine(
            String renderId,
            String status,
            String path,
            @Nullable String jobId,
            @Nullable Integer progressPercent,
            @Nullable String problem) {}
}
