package reelskill.studio.analysis;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reelskill.studio.ffmpeg.Cancellation;

/**
 * Results of analyses, in memory and as small JSON files. A file that cannot be read counts as missing. Who asks what is being
 * found out already waits for it.
 */
final class SpanStore {
    /** Part of every name: raised when an analysis changes, so that old results are not taken for new ones. */
    private static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};

    private final Path folder;
    private final Cancellation cancellation;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    SpanStore(Path folder, Cancellation cancellation) {
        this.folder = folder;
        this.cancellation = cancellation;
    }

    /** Returns the answer to {@code question} about the content {@code key}, from {@code analysis} if it is new. */
    List<Span> spans(String key, String question, Supplier<List<Span>> analysis) {
        return result(key, question, SPANS, analysis);
    }

    /** As {@link #spans}, for an answer that JSON can hold. */
    <T> T result(String key, String question, TypeReference<T> type, Supplier<T> analysis) {
        String name = name(key, question);
        T result = known(key, question, type).orElseGet(() -> found(folder.resolve(name), type, analysis));
        known.put(name, result);
        return result;
    }

    private <T> T found(Path file, TypeReference<T> type, Supplier<T> analysis) {
        return OneAtATime.making(file, cancellation, () -> find(file, type).orElseGet(() -> put(file, analysis.get())));
    }

    /** Returns the answer if there is one already. */
    @SuppressWarnings("unchecked") // A question has answers of one type.
    <T> Optional<T> known(String key, String question, TypeReference<T> type) {
        String name = name(key, question);
        return Optional.ofNullable((T) known.get(name)).or(() -> find(folder.resolve(name), type));
    }

    private static String name(String key, String question) {
        return UUID.nameUUIDFromBytes((VERSION + key + question).getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    private static <T> Optional<T> find(Path file, TypeReference<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private <T> T put(Path file, T result) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "", ".part");
            Files.write(part, JSON.writeValueAsBytes(result));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
