package reelskill.nemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A file that is sent as it is read, so that memory stays flat whatever its size. */
final class FileBody extends RequestBody {
    private static final long CHUNK = 64 * 1024;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("aac", "audio/aac"));

    private final Path file;
    private final long size;
    private final LongConsumer sent;

    FileBody(Path file, LongConsumer sent) {
        this.file = file;
        this.sent = sent;
        try {
            this.size = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MediaType contentType() {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MediaType.get(TYPES.getOrDefault(extension, "application/octet-stream"));
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = Okio.source(file)) {
            // A file that grows meanwhile is sent as it was announced.
            for (long left = size; left > 0; ) {
                long read = source.read(sink.getBuffer(), Math.min(CHUNK, left));
                if (read < 0) throw new IOException("the file became shorter while it was sent");
                sink.emitCompleteSegments();
                left -= read;
                sent.accept(read);
            }
        }
    }
}
