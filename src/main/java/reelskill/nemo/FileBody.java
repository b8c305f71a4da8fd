package reelskill.nemo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import reelskill.media.MediaFormat;

/** A file that is sent as it is read, so that memory stays flat whatever its size. */
final class FileBody extends RequestBody {
    private static final long CHUNK = 64 * 1024;

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
        return MediaType.get(MediaFormat.ofName(file).map(MediaFormat::mimeType).orElse("application/octet-stream"));
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
