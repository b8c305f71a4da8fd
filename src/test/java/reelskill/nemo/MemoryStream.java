package reelskill.nemo;

import java.io.IOException;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** An answer whose bytes are all there and still arrive in pieces of random size. */
final class MemoryStream extends ForwardingSource {
    private final Random random;

    private MemoryStream(byte[] bytes, Random random) {
        super(new Buffer().write(bytes));
        this.random = random;
    }

    static Response of(byte[] bytes, Random random) {
        return of(200, bytes, random);
    }

    static Response of(int status, byte[] bytes, Random random) {
        MediaType type = MediaType.get("text/event-stream");
        return new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(Okio.buffer(new MemoryStream(bytes, random)), type, -1))
                .build();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        return super.read(sink, Math.min(byteCount, 1 + random.nextInt(64)));
    }
}
