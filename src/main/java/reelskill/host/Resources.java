package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code resources/…} and {@code subscriptions/listen}; the files of skills are resources too. */
final class Resources {
    private final @Nullable ResourceCatalog catalog;
    private final @Nullable SkillCatalog skills;

    Resources(@Nullable ResourceCatalog catalog, @Nullable SkillCatalog skills) {
        this.catalog = catalog;
        this.skills = skills;
    }

    ObjectNode list(RunningCall call) {
        Pages.onlyOne(call);
        ObjectNode result = Json.object();
        ArrayNode resources = result.putArray("resources");
        if (catalog != null) resources.addAll(catalog.resources(call));
        if (skills != null) Skills.describe(skills, resources);
        return result;
    }

    ObjectNode templates(RunningCall call) {
        Pages.onlyOne(call);
        ObjectNode result = Json.object();
        result.set("resourceTemplates", catalog == null ? Json.array() : catalog.templates());
        return result;
    }

    ObjectNode read(RunningCall call) {
        ObjectNode result = Json.object();
        ArrayNode contents = result.putArray("contents");
        for (ResourceContents part : read(call.text("uri"), call)) contents.add(part.toJson());
        return result;
    }

    private List<ResourceContents> read(String uri, RunningCall call) {
        if (skills != null && uri.startsWith("skill://")) return List.of(Skills.read(skills, uri));
        if (catalog == null) throw HostException.resourceNotFound(uri);
        return catalog.read(uri, call);
    }

    ObjectNode subscribe(RunningCall call) {
        String uri = call.text("uri");
        Peer peer = call.peer();
        peer.watch(uri, watched(call).watch(uri, () -> peer.tell(updated(uri, null))));
        return Json.object();
    }

    ObjectNode unsubscribe(RunningCall call) {
        watched(call);
        call.peer().unwatch(call.text("uri"));
        return Json.object();
    }

    /** Acknowledges what will be told, and leaves the call open: from then on each change is told under its id. */
    ObjectNode listen(RunningCall call) {
        ResourceCatalog watched = watched(call);
        ObjectNode acknowledged = tagged(call.id());
        ArrayNode agreed = acknowledged.putObject("notifications").putArray("resourceSubscriptions");
        // While this holds the call, what a watch tells from another thread waits behind the acknowledgement.
        synchronized (call) {
            for (JsonNode uri : call.params().path("notifications").path("resourceSubscriptions"))
                if (watch(watched, uri.asText(), call)) agreed.add(uri);
            call.tell(Message.notification("notifications/subscriptions/acknowledged", acknowledged));
            call.stayOpen();
        }
        return Json.object();
    }

    /** Returns false for what does not exist: it is left out of the acknowledgement. */
    private static boolean watch(ResourceCatalog watched, String uri, RunningCall call) {
        try {
            AutoCloseable watch = watched.watch(uri, () -> call.tell(updated(uri, call.id())));
            call.onCancel(() -> Peer.close(watch));
            return true;
        } catch (HostException e) {
            return false;
        }
    }

    private ResourceCatalog watched(RunningCall call) {
        if (catalog == null || !catalog.canWatch()) throw HostException.methodNotFound(call.method());
        return catalog;
    }

    private static ObjectNode updated(String uri, @Nullable JsonNode subscription) {
        ObjectNode params = subscription == null ? Json.object() : tagged(subscription);
        return Message.notification("notifications/resources/updated", params.put("uri", uri));
    }

    private static ObjectNode tagged(JsonNode subscription) {
        ObjectNode params = Json.object();
        params.putObject("_meta").set("io.modelcontextprotocol/subscriptionId", subscription);
        return params;
    }
}
