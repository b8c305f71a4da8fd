package reelskill.nemo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Brings a finished render to disk: from the address that the backend gave, without the bearer, else from the API's own
 * download endpoint (protocol.md, Render).
 */
final class Downloads {
    private static final Operation OPERATION = Operation.read("GET the rendered file");
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_ATTEMPTS = 6;
    static final List<ConnectionSpec> SECURITY = List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT);

    private final Api api;
    private final Timing timing;
    private final OkHttpClient client;
    private final DownloadGuard guard;

    Downloads(Api api, Timing timing, OkHttpClient client) {
        this.api = api;
        this.timing = timing;
        this.guard = new DownloadGuard(api.http().base());
        this.client = client.newBuilder()
                .dns(guard)
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ofSeconds(60))
                .build();
    }

    long save(RenderJob job, Path target, Progress progress, CancelSignal signal) {
        PartialFile file = new PartialFile(target, job.id());
        Request fallback = new Request.Builder()
                .url(api.http().url("api/render/proxy", job.id(), "download"))
                .build();
        try {
            if (job.url().isEmpty()) return bySigned(fallback, file, progress, signal);
            return resuming(request(job.url().get()), file, progress, signal);
        } catch (ServiceException | TransportException | MalformedResponseException e) {
            if (job.url().isEmpty()) throw e;
            return bySigned(fallback, file, progress, signal);
        }
    }

    private long bySigned(Request request, PartialFile file, Progress progress, CancelSignal signal) {
        return api.authorized(request, signed -> resuming(signed, file, progress, signal));
    }

    /** Goes on where a broken connection stopped, if the server says which version of the file it was. */
    private long resuming(Request request, PartialFile file, Progress progress, CancelSignal signal) {
        for (int attempt = 1; ; attempt++) {
            try {
                return save(request, file, progress, signal);
            } catch (TransportException e) {
                if (attempt == MOST_ATTEMPTS || e.getCause() instanceof DownloadGuard.PrivateHostException) throw e;
                timing.sleep(Duration.ofSeconds(1L << (attempt - 1)), OPERATION.name());
            }
        }
    }

    private long save(Request request, PartialFile file, Progress progress, CancelSignal signal) {
        Request next = request;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Optional<HttpUrl> elsewhere = exchange(next, new Transfer(file, progress), signal);
            if (elsewhere.isEmpty()) return file.finish();
            // Whatever host comes next, it is not asked with the bearer.
            next = new Request.Builder().url(elsewhere.get()).build();
        }
        throw OPERATION.malformed("too many redirects");
    }

    /** Returns where to look instead; empty when the file is complete. */
    @SuppressWarnings("try") // held, not used
    private Optional<HttpUrl> exchange(Request request, Transfer transfer, CancelSignal signal) {
        signal.throwIfCanceled(OPERATION);
        Call call = client(request.url()).newCall(transfer.ranged(request));
        try (CancelSignal.Running running = signal.running(call)) {
            guard.check(request.url());
            try (Response response = call.execute()) {
                if (response.isRedirect()) return Optional.of(address(response.header("Location"), request.url()));
                if (transfer.isOfBytes(response)) return transfer.receive(response, OPERATION);
                Envelope answer = Envelope.read(response, OPERATION, timing.clock());
                return Optional.of(
                        address(RenderJob.read(answer.root(), "").url().orElse(null), request.url()));
            }
        } catch (IOException e) {
            throw OPERATION.failed(e, signal);
        }
    }

    /** A service that speaks without TLS may keep its files with one that does not. */
    private OkHttpClient client(HttpUrl url) {
        return url.isHttps() ? client.newBuilder().connectionSpecs(SECURITY).build() : client;
    }

    private static Request request(String address) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) throw OPERATION.malformed("an address that is not http or https");
        return new Request.Builder().url(url).build();
    }

    private static HttpUrl address(@Nullable String said, HttpUrl from) {
        HttpUrl url = said == null ? null : from.resolve(said);
        if (url == null) throw OPERATION.malformed("no address of http or https");
        return url;
    }
}
