package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import reelskill.media.Resolution;

/**
 * A file as the service keeps it. Its wire duration is in seconds, unlike a draft's (protocol.md, Upload).
 *
 * @param screen {@code green} or {@code blue} where the service found such a screen behind whatever is shown
 */
public record UploadedFile(
        String filename,
        Optional<String> fileType,
        Optional<String> cdnUrl,
        Optional<Duration> duration,
        Optional<Resolution> resolution,
        Optional<BigDecimal> fps,
        Optional<String> hash,
        Optional<String> screen) {
    private static final Set<String> SCREENS = Set.of("green", "blue");

    static List<UploadedFile> list(JsonNode files) {
        return StreamSupport.stream(files.spliterator(), false)
                .map(UploadedFile::read)
                .toList();
    }

    static UploadedFile read(JsonNode file) {
        return new UploadedFile(
                Json.text(file, "filename").orElse(""),
                Json.text(file, "file_type"),
                Json.text(file, "cdn_url"),
                Json.number(file, "duration").map(UploadedFile::seconds),
                resolution(file),
                Json.number(file, "fps").filter(fps -> fps.signum() > 0),
                Json.text(file, "hash"),
                Json.text(file, "screen").filter(SCREENS::contains));
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private static Optional<Resolution> resolution(JsonNode file) {
        int width = file.path("width").asInt();
        int height = file.path("height").asInt();
        return width > 0 && height > 0 ? Optional.of(new Resolution(width, height)) : Optional.empty();
    }
}
