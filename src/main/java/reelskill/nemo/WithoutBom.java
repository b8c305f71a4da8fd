package reelskill.nemo;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** A stream without the byte order mark at its beginning, which okhttp-sse takes for a part of the first field's name. */
final class WithoutBom extends ForwardingSource {
    private static final ByteString BOM = ByteString.decodeHex("efbbbf");
    private static final MediaType STREAM = MediaType.get("text/event-stream; charset=utf-8");

    private final BufferedSource source;
    private boolean begun;

    private WithoutBom(BufferedSource source) {
        super(source);
        this.source = source;
    }

    /** Returns {@code response} as the event stream that it is, also where its content type is missing. */
    static Response of(Response response) {
        Source bytes = new WithoutBom(response.body().source());
        ResponseBody body = ResponseBody.create(Okio.buffer(bytes), STREAM, -1);
        return response.newBuilder().body(body).build();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        if (!begun) {
            begun = true;
            if (startsWithBom()) source.skip(BOM.size());
        }
        return source.read(sink, byteCount);
    }

    /** Asks for one byte at a time: a stream may be shorter than the mark and stay open. */
    private boolean startsWithBom() throws IOException {
        for (int i = 0; i < BOM.size(); i++) {
            if (!source.request(i + 1L) || source.getBuffer().getByte(i) != BOM.getByte(i)) return false;
        }
        return true;
    }
}
