package reelskill.nemo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** Brings media into a session (protocol.md, Upload). */
final class Uploads {
    private static final Operation OPERATION = Operation.write("POST /api/upload-video");

    private final Api api;

    Uploads(Api api) {
        this.api = api;
    }

    UploadResult files(
            String sessionId, List<Path> files, Optional<Duration> wait, Progress progress, CancelSignal signal) {
        AtomicLong done = new AtomicLong();
        AtomicLong total = new AtomicLong();
        LongConsumer sent = bytes -> progress.onBytes(done.addAndGet(bytes), total.get());
        MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (Path file : files) {
            FileBody part = new FileBody(file, sent);
            total.addAndGet(part.contentLength());
            body.addFormDataPart("files", String.valueOf(file.getFileName()), part);
        }
        return UploadResult.read(api.post(OPERATION, address(sessionId), body.build(), wait, signal)
                .data());
    }

    UploadResult urls(String sessionId, List<URI> urls) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("urls");
        for (URI url : urls) list.add(Addresses.requireHttp(url).toString());
        RequestBody json = Api.json(body.put("source_type", "url"));
        return UploadResult.read(api.post(OPERATION, address(sessionId), json, new CancelSignal())
                .data());
    }

    private HttpUrl address(String sessionId) {
        return api.http().url("api/upload-video/nemo_agent/me", sessionId);
    }
}
