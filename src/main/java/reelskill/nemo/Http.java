package reelskill.nemo;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Plain exchanges with the API host: no token is known here. Safe for use by many threads. */
final class Http {
    private static final int MOST_REDIRECTS = 5;

    private final HttpUrl base;
    private final Timing timing;
    private final OkHttpClient reads;
    private final OkHttpClient writes;

    Http(HttpUrl base, Timing timing, OkHttpClient client) {
        this.base = base;
        this.timing = timing;
        // Redirects are ours to follow: only to the same host, or the bearer and the body would go elsewhere.
        this.reads = client.newBuilder()
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ofSeconds(60))
                .build();
        // What costs or changes something must not run twice, so OkHttp may not repeat it behind our back.
        // It has no call timeout either: an upload takes as long as it takes, and okhttp-sse leaves a turn's running.
        this.writes = reads.newBuilder()
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ofMinutes(10))
                .writeTimeout(Duration.ofMinutes(2))
                .callTimeout(Duration.ZERO)
                .build();
    }

    HttpUrl base() {
        return base;
    }

    /** Returns an address of the API; {@code ids} are escaped, because the backend chose them. */
    HttpUrl url(String path, String... ids) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        for (String id : ids) {
            // OkHttp would resolve these, and the call would go to another endpoint.
            if (id.equals(".") || id.equals("..")) throw new IllegalArgumentException("not an id: " + id);
            url.addPathSegment(id);
        }
        return url.build();
    }

    @SuppressWarnings("try") // held, not used
    Envelope exchange(Operation operation, Request request, CancelSignal signal) {
        signal.throwIfCanceled(operation);
        Call call = (operation.repeatable() ? reads : writes).newCall(request);
        try (CancelSignal.Running running = signal.running(call);
                Response response = call.execute()) {
            if (response.isRedirect()) return exchange(operation, redirected(operation, response), signal);
            return Envelope.read(response, operation, timing.clock());
        } catch (IOException e) {
            throw operation.failed(e, signal);
        }
    }

    /** Repeats a read that failed for a passing reason, with growing waits; anything else runs once. */
    Envelope repeating(Operation operation, Supplier<Envelope> exchange) {
        return new Retries(timing).run(operation, exchange);
    }

    /** Returns a call whose answer is a stream: without a read timeout, because a turn may be silent for minutes. */
    Call stream(Request request) {
        return writes.newBuilder().readTimeout(Duration.ZERO).build().newCall(request);
    }

    private Request redirected(Operation operation, Response response) {
        HttpUrl target = response.request().url().resolve(String.valueOf(response.header("Location")));
        boolean get = response.request().method().equals("GET");
        if (target == null || !get || !Addresses.isSameOrigin(target, base) || hops(response) >= MOST_REDIRECTS) {
            throw operation.malformed("a redirect that is not followed");
        }
        Request request = response.request();
        return request.newBuilder()
                .url(target)
                .tag(Integer.class, hops(response) + 1)
                .build();
    }

    private static int hops(Response response) {
        Integer hops = response.request().tag(Integer.class);
        return hops == null ? 0 : hops;
    }
}
