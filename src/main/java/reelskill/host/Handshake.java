package reelskill.host;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client learns first: versions, capabilities, who we are. */
final class Handshake {
    private Handshake() {}

    static ObjectNode initialize(RunningCall call, Offer offer) {
        String version = Versions.negotiate(Json.textAt(call.params(), "protocolVersion"));
        call.peer()
                .introduce(Client.of(
                        version, call.params().get("clientInfo"), call.params().get("capabilities")));
        ObjectNode result = Json.object().put("protocolVersion", version);
        result.set("capabilities", capabilities(offer));
        result.set("serverInfo", identity(offer));
        if (offer.instructions() != null) result.put("instructions", offer.instructions());
        return result;
    }

    static ObjectNode discover(Offer offer) {
        ObjectNode result = Json.object();
        result.set("supportedVersions", Versions.all());
        result.set("capabilities", capabilities(offer));
        if (offer.instructions() != null) result.put("instructions", offer.instructions());
        return result;
    }

    static ObjectNode identity(Offer offer) {
        return Json.object()
                .put("name", offer.name())
                .put("title", offer.title())
                .put("version", offer.version());
    }

    private static ObjectNode capabilities(Offer offer) {
        ObjectNode capabilities = Json.object();
        capabilities.putObject("tools");
        if (offer.logging()) capabilities.putObject("logging");
        if (offer.prompts() != null) capabilities.putObject("prompts");
        if (offer.completions() != null) capabilities.putObject("completions");
        if (offer.resources() != null || offer.skills() != null) {
            ObjectNode resources = capabilities.putObject("resources");
            if (offer.resources() != null && offer.resources().canWatch()) resources.put("subscribe", true);
        }
        if (offer.skills() != null)
            capabilities
                    .putObject("extensions")
                    .putObject("io.modelcontextprotocol/skills")
                    .put("directoryRead", true);
        return capabilities;
    }
}
