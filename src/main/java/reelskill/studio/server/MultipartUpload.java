package reelskill.studio.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Reads a multipart body straight to disk: what it keeps in memory does not grow with the files. Not thread-safe. */
final class MultipartUpload extends MultiPart.AbstractPartsListener {
    private static final int BUFFER = 128 << 10;
    private static final int MOST_PARTS = 100;

    private final Arrivals arrivals;
    private @Nullable IncomingFile current;
    private @Nullable Throwable failure;

    private MultipartUpload(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Hands every part of the body that is a file to {@code arrivals}.
     *
     * @throws Refusal if the body is not multipart, or a file is too large
     */
    static void read(InputStream body, String boundary, Arrivals arrivals) throws IOException {
        MultipartUpload upload = new MultipartUpload(arrivals);
        MultiPart.Parser parser = new MultiPart.Parser(boundary, upload);
        parser.setMaxParts(MOST_PARTS);
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); upload.failure == null; read = body.read(buffer)) {
            ByteBuffer content = read < 0 ? ByteBuffer.allocate(0) : ByteBuffer.wrap(buffer, 0, read);
            parser.parse(Content.Chunk.from(content, read < 0));
            if (read < 0) break;
        }
        upload.throwFailure();
    }

    @Override
    public void onPartHeaders() {
        if (getFileName() == null) return;
        attempt(() -> current = arrivals.begin(getFileName()));
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        IncomingFile file = current;
        if (file != null && failure == null) attempt(() -> file.write(chunk.getByteBuffer()));
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
        IncomingFile file = current;
        if (file != null && failure == null) attempt(() -> arrivals.end(file));
        current = null;
    }

    @Override
    public void onFailure(Throwable cause) {
        if (failure == null) failure = cause;
    }

    /** The parser swallows what a listener throws, so it is kept for the reading loop. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            onFailure(e);
        }
    }

    private void throwFailure() throws IOException {
        if (failure instanceof Refusal refusal) throw refusal;
        if (failure instanceof IOException io) throw io;
        if (failure instanceof UncheckedIOException io) throw io;
        if (failure != null)
            throw new Refusal(Code.BAD_REQUEST, "The upload is not multipart form data, or was cut off.");
    }

    private interface Step {
        void run() throws IOException;
    }
}
