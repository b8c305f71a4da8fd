package reelskill.nemo;

import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks for an anonymous token (protocol.md, Endpoints, Token): no bearer, no attribution, the device's id. */
final class TokenRequest {
    private static final Operation OPERATION = Operation.token("POST /api/auth/anonymous-token");

    private final Http http;
    private final Timing timing;

    TokenRequest(Http http, Timing timing) {
        this.http = http;
        this.timing = timing;
    }

    /** A refused id is replaced once; the waits of a rate limit are those of every read. */
    Credential send(ClientId clientId) {
        String id = clientId.value();
        try {
            return sendOnce(id);
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.MISSING_CLIENT_ID || !clientId.replace(id)) throw e;
            return sendOnce(clientId.value());
        }
    }

    private Credential sendOnce(String clientId) {
        Request request = new Request.Builder()
                .url(http.url("api/auth/anonymous-token"))
                .header("X-Client-Id", clientId)
                .post(RequestBody.EMPTY)
                .build();
        Envelope answer = http.repeating(OPERATION, () -> http.exchange(OPERATION, request, new CancelSignal()));
        return Credential.read(answer.data(), timing.clock().instant())
                .orElseThrow(() -> OPERATION.malformed("no token"));
    }
}
