package reelskill.nemo;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;

/**
 * The bytes of an event stream in the form that okhttp-sse 5.5.1 reads safely: no byte order mark, which it takes for a
 * part of the first field's name; every line ended by one line feed, because a stream whose last byte is a carriage
 * return makes its reader spin for ever; and no event without end, which would fill the memory.
 */
final class EventBytes extends ForwardingSource {
    static final int LARGEST_EVENT = 32 << 20;

    private static final ByteString BOM = ByteString.decodeHex("efbbbf");
    private static final MediaType STREAM = MediaType.get("text/event-stream; charset=utf-8");

    private final BufferedSource source;
    private final Buffer chunk = new Buffer();
    private boolean begun;
    private boolean afterReturn;
    private long sinceEvent;

    EventBytes(BufferedSource source) {
        super(source);
        this.source = source;
    }

    /** Returns {@code response} with these bytes, as the event stream that it is also where its type is missing. */
    Response in(Response response) {
        ResponseBody body = ResponseBody.create(Okio.buffer(this), STREAM, -1);
        return response.newBuilder().body(body).build();
    }

    /** Notes that an event was complete. */
    void eventEnded() {
        sinceEvent = 0;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        begin();
        long before = sink.size();
        // A chunk may hold nothing but the second half of a line's end: zero bytes would be an answer with no meaning.
        while (sink.size() == before) {
            if (source.read(chunk, byteCount) < 0) return -1;
            moveTo(sink);
        }
        long moved = sink.size() - before;
        sinceEvent += moved;
        if (sinceEvent > LARGEST_EVENT) throw new ProtocolException("an event of more than 32 MB");
        return moved;
    }

    private void begin() throws IOException {
        if (begun) return;
        begun = true;
        if (startsWithBom()) source.skip(BOM.size());
    }

    /** Asks for one byte at a time: a stream may be shorter than the mark and stay open. */
    private boolean startsWithBom() throws IOException {
        for (int i = 0; i < BOM.size(); i++) {
            if (!source.request(i + 1L) || source.getBuffer().getByte(i) != BOM.getByte(i)) return false;
        }
        return true;
    }

    private void moveTo(Buffer sink) throws IOException {
        if (afterReturn) skipLineFeed();
        for (long at = chunk.indexOf((byte) '\r'); at >= 0; at = chunk.indexOf((byte) '\r')) {
            sink.write(chunk, at);
            sink.writeByte('\n');
            chunk.skip(1);
            skipLineFeed();
        }
        sink.write(chunk, chunk.size());
    }

    /** Skips the line feed that may follow a carriage return, also when it comes with the next chunk. */
    private void skipLineFeed() throws IOException {
        afterReturn = chunk.exhausted();
        if (!afterReturn && chunk.getByte(0) == '\n') chunk.skip(1);
    }
}
