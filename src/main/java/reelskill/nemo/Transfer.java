package reelskill.nemo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** One attempt at the bytes of a file: the whole, or the rest of a part that an earlier attempt left. */
final class Transfer {
    private static final int CHUNK = 256 * 1024;

    private final PartialFile file;
    private final Progress progress;

    Transfer(PartialFile file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Asks for the rest only if it is the rest of the same file (RFC 9110, 13.1.5), and for bytes as they are. */
    Request ranged(Request request) {
        Request.Builder builder = request.newBuilder().header("Accept-Encoding", "identity");
        file.validator().ifPresent(tag -> builder.header("Range", "bytes=" + file.size() + "-")
                .header("If-Range", tag));
        return builder.build();
    }

    /** Errors come as JSON; a timeline of OpenTimelineIO, which is {@code …+json}, is a file all the same. */
    boolean isOfBytes(Response response) {
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        boolean rangeIsWrong = response.code() == 416;
        return rangeIsWrong || (response.isSuccessful() && !type.contains("/json") && !type.contains("html"));
    }

    /** Returns the same address to ask again from the start; empty when the file is complete. */
    Optional<HttpUrl> receive(Response response, Operation operation) throws IOException {
        if (response.code() == 416 || (response.code() == 206 && !continues(response))) {
            file.discard();
            return Optional.of(response.request().url());
        }
        if (response.code() != 206) file.begin(validator(response));
        long announced = response.body().contentLength();
        long total = announced < 0 ? -1 : file.size() + announced;
        copy(response.body().source(), total);
        if (file.size() == 0) throw operation.malformed("an empty file");
        if (total >= 0 && file.size() != total) throw new IOException("the file is not complete");
        return Optional.empty();
    }

    private void copy(BufferedSource source, long total) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        long done = file.size();
        progress.onBytes(done, total);
        try (PartialFile.End end = file.end()) {
            for (int read = source.read(bytes); read >= 0; read = source.read(bytes)) {
                done += read;
                end.append(bytes.flip());
                bytes.clear();
                progress.onBytes(done, total);
            }
        }
    }

    private boolean continues(Response response) {
        return String.valueOf(response.header("Content-Range")).startsWith("bytes " + file.size() + "-");
    }

    /** Only a strong tag promises the same bytes. */
    private static Optional<String> validator(Response response) {
        return Optional.ofNullable(response.header("ETag")).filter(tag -> tag.startsWith("\""));
    }
}
