package reelskill.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes from a stream, each within a limit. Not thread-safe. */
final class LineReader {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[16 << 10];
    private int from;
    private int to;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * Returns the next line without its end, an unfinished last line included; null at the end of the stream.
     *
     * @throws HostException if the line is longer than the limit; the next call goes on after it
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = lineEnd();
            tooLong = tooLong || line.size() + end - from > limit;
            if (!tooLong) line.write(buffer, from, end - from);
            from = end;
            if (end == to) continue;
            from++;
            break;
        }
        if (tooLong) throw HostException.parseError("a message is longer than " + limit + " bytes");
        return any ? line.toByteArray() : null;
    }

    private int lineEnd() {
        int end = from;
        while (end < to && buffer[end] != '\n') end++;
        return end;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
