package reelskill.nemo;

import java.security.SecureRandom;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;

/** Starts, asks after and cancels renders (protocol.md, Render). */
final class Renders {
    private static final Operation SUBMIT = Operation.write("POST /api/render/proxy/lambda");
    private static final Operation POLL = Operation.read("GET /api/render/proxy/lambda");
    private static final Operation CANCEL = Operation.write("POST /api/render/proxy/lambda/cancel");

    private final Api api;
    private final Timing timing;
    private final SecureRandom random = new SecureRandom();

    Renders(Api api, Timing timing) {
        this.api = api;
        this.timing = timing;
    }

    RenderJob submit(RenderRequest request, Consumer<String> beforeSubmit) {
        try {
            return submit(newId(), request, beforeSubmit);
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.DUPLICATE_ID) throw e;
            return submit(newId(), request, beforeSubmit);
        }
    }

    RenderJob poll(String id) {
        return RenderJob.read(api.get(POLL, address(id), new CancelSignal()).root(), id);
    }

    RenderJob await(RenderJob job, PollPlan plan, Consumer<RenderJob> seen, CancelSignal signal) {
        return new RenderWait(timing, plan, signal)
                .run(
                        job,
                        () -> RenderJob.read(
                                api.getOnce(POLL, address(job.id()), plan.held(), signal)
                                        .root(),
                                job.id()),
                        seen);
    }

    void cancel(String id) {
        api.post(
                CANCEL, api.http().url("api/render/proxy/lambda", id, "cancel"), RequestBody.EMPTY, new CancelSignal());
    }

    private RenderJob submit(String id, RenderRequest request, Consumer<String> beforeSubmit) {
        beforeSubmit.accept(id);
        RequestBody body = Api.json(Json.object()
                .put("id", id)
                .put("sessionId", request.sessionId())
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("draft", request.draft())
                .set("output", request.output()));
        return RenderJob.read(
                api.post(SUBMIT, api.http().url("api/render/proxy/lambda"), body, new CancelSignal())
                        .root(),
                id);
    }

    private HttpUrl address(String id) {
        return api.http().url("api/render/proxy/lambda", id);
    }

    private String newId() {
        return "render_" + timing.clock().millis() + "_" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }
}
