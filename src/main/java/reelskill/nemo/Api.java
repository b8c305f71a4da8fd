package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import reelskill.skill.Attribution;

/** Calls of the API as its user: with the bearer, the attribution and one new token where the old one is refused. */
final class Api {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Http http;
    private final Tokens tokens;
    private final Attribution attribution;

    Api(Http http, Tokens tokens, Attribution attribution) {
        this.http = http;
        this.tokens = tokens;
        this.attribution = attribution;
    }

    Http http() {
        return http;
    }

    Envelope get(Operation operation, HttpUrl url, CancelSignal signal) {
        return get(operation, url, Optional.empty(), signal);
    }

    /** @param wait how long the answer may take at most, in whole seconds, if the service can tell less sooner */
    Envelope get(Operation operation, HttpUrl url, Optional<Duration> wait, CancelSignal signal) {
        return send(operation, request(url, wait).build(), signal);
    }

    /** Reads without repeating, for who asks again and again anyway. */
    Envelope getOnce(Operation operation, HttpUrl url, Optional<Duration> wait, CancelSignal signal) {
        return authorized(request(url, wait).build(), signed -> http.exchange(operation, signed, signal));
    }

    Envelope post(Operation operation, HttpUrl url, RequestBody body, CancelSignal signal) {
        return post(operation, url, body, Optional.empty(), signal);
    }

    Envelope post(Operation operation, HttpUrl url, RequestBody body, Optional<Duration> wait, CancelSignal signal) {
        return send(operation, request(url, wait).post(body).build(), signal);
    }

    /** The studio on this machine reads the preference (RFC 7240). */
    private static Request.Builder request(HttpUrl url, Optional<Duration> wait) {
        Request.Builder request = new Request.Builder().url(url);
        wait.ifPresent(most -> request.header("Prefer", "wait=" + most.toSeconds()));
        return request;
    }

    static RequestBody json(JsonNode body) {
        return RequestBody.create(Json.write(body), JSON);
    }

    private Envelope send(Operation operation, Request request, CancelSignal signal) {
        return authorized(request, signed -> http.repeating(operation, () -> http.exchange(operation, signed, signal)));
    }

    /**
     * Runs {@code exchange} with a token, and once more with a new one if the service refuses the first. That is safe
     * for paid calls too: the refusal comes from the gate, before anything ran, and an exchange that has begun to
     * answer must not throw this refusal.
     */
    <T> T authorized(Request request, Function<Request, T> exchange) {
        Token token = tokens.token();
        try {
            return exchange.apply(signed(request, token));
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.TOKEN_REJECTED) throw e;
            Optional<Token> next = tokens.replace(token);
            if (next.isEmpty()) throw e;
            return exchange.apply(signed(request, next.get()));
        }
    }

    private Request signed(Request request, Token token) {
        if (!Addresses.isSameOrigin(request.url(), http.base())) throw new IllegalArgumentException("not the API host");
        Request.Builder signed = request.newBuilder().header("Authorization", "Bearer " + token.value());
        attribution.headers().forEach(signed::header);
        return signed.build();
    }
}
