package reelskill.host;

import org.jspecify.annotations.Nullable;

/** Under which rules one request is served. {@code logLevel} is null where the client wants no log. */
record Terms(Era era, Client client, @Nullable LogLevel logLevel) {
    private static final String PREFIX = "io.modelcontextprotocol/";

    /** Returns true if the request speaks 2026-07-28 or later: it names a version in {@code _meta}, or asks for one. */
    static boolean isModern(Message.Request request) {
        String named = Json.textAt(request.meta(), PREFIX + "protocolVersion");
        return named != null ? !Versions.isLegacy(named) : request.method().equals("server/discover");
    }

    static Terms of(Message.Request request, Peer peer) {
        return isModern(request) ? modern(request) : legacy(peer);
    }

    /** @throws HostException if what 2026-07-28 requires in {@code _meta} is missing or not spoken here */
    static Terms modern(Message.Request request) {
        String version = Json.textAt(request.meta(), PREFIX + "protocolVersion");
        if (version == null) throw HostException.invalidMeta("_meta must name " + PREFIX + "protocolVersion");
        if (!version.equals(Versions.MODERN)) throw HostException.unsupportedVersion(version);
        if (Json.objectAt(request.meta(), PREFIX + "clientCapabilities") == null)
            throw HostException.invalidMeta("_meta must hold " + PREFIX + "clientCapabilities");
        Client client = Client.of(
                version,
                request.meta().get(PREFIX + "clientInfo"),
                request.meta().get(PREFIX + "clientCapabilities"));
        String level = Json.textAt(request.meta(), PREFIX + "logLevel");
        return new Terms(Era.MODERN, client, level == null ? null : LogLevel.of(level));
    }

    static Terms legacy(Peer peer) {
        return new Terms(Era.LEGACY, peer.client(), peer.logLevel());
    }
}
