package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What every result of the 2026-07-28 era carries beside its content. */
final class Modern {
    /** A list of ours changes with the installed version alone; a resource with each edit. */
    private static final long LIST_MILLIS = 300_000;

    private Modern() {}

    static ObjectNode dress(String method, ObjectNode result, Offer offer) {
        if (!result.has("resultType")) result.put("resultType", "complete");
        ObjectNode meta = Json.objectAt(result, "_meta");
        if (meta == null) meta = result.putObject("_meta");
        meta.set("io.modelcontextprotocol/serverInfo", Handshake.identity(offer));
        switch (method) {
            case "server/discover", "tools/list", "prompts/list", "skills/list" -> cache(result, LIST_MILLIS, "public");
            case "resources/list", "resources/templates/list", "resources/read", "skills/get" ->
                cache(result, 0, "private");
            default -> {}
        }
        return result;
    }

    private static void cache(ObjectNode result, long millis, String scope) {
        result.put("ttlMs", millis).put("cacheScope", scope);
    }
}
