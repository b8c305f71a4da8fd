package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import okhttp3.HttpUrl;

/** Links that open a project in the browser (protocol.md, Claim link). The bearer is in none of them. */
final class ClaimLinks {
    private static final Operation OPERATION = Operation.write("POST /api/auth/claim-token");

    private final Api api;
    private final HttpUrl web;

    ClaimLinks(Api api, URI webUrl) {
        this.api = api;
        this.web = Addresses.requireHttp(webUrl);
    }

    URI link(String taskId, String sessionId) {
        JsonNode body = Json.object().put("task_id", taskId).put("session_id", sessionId);
        try {
            HttpUrl url = api.http().url("api/auth/claim-token");
            JsonNode data =
                    api.post(OPERATION, url, Api.json(body), new CancelSignal()).data();
            String token = Json.text(data, "claim_token").orElseThrow(() -> OPERATION.malformed("no claim_token"));
            return web.newBuilder()
                    .addPathSegments("workspace/claim")
                    .addQueryParameter("ct", token)
                    .build()
                    .uri();
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.NOT_FOUND && e.httpStatus() != 405) throw e;
            return taskLink(taskId, sessionId);
        }
    }

    /** An older service has no claim tokens: this link asks for a login. */
    private URI taskLink(String taskId, String sessionId) {
        return web.newBuilder()
                .addPathSegments("workspace/task")
                .addPathSegment(taskId)
                .addQueryParameter("session", sessionId)
                .build()
                .uri();
    }
}
