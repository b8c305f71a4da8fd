package reelskill.host;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the HTTP transport is reached.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param token what callers show as {@code Authorization: Bearer}; required unless {@code host} is a loopback address
 * @param extraHosts names besides the loopback ones that may stand in {@code Host} and {@code Origin}, without port
 * @param maxSessions how many conversations are kept; beyond that the longest idle one ends
 * @param sessionLife how long a conversation without a request is kept
 * @param maxBodyBytes how long one message may be
 */
public record HttpSettings(
        String host,
        int port,
        Optional<String> token,
        Set<String> extraHosts,
        int maxSessions,
        Duration sessionLife,
        int maxBodyBytes,
        Clock clock) {
    public HttpSettings {
        extraHosts = Set.copyOf(extraHosts);
        if (token.isEmpty() && !HttpGate.isLoopback(host))
            throw new IllegalArgumentException("a server that others can reach needs a token: " + host);
    }

    /** Returns a server for this machine alone. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings(
                "127.0.0.1", port, Optional.empty(), Set.of(), 256, Duration.ofMinutes(30), 4 << 20, Clock.systemUTC());
    }

    /** Returns the same for callers that show {@code secret} alone. */
    public HttpSettings withToken(String secret) {
        return new HttpSettings(
                host, port, Optional.of(secret), extraHosts, maxSessions, sessionLife, maxBodyBytes, clock);
    }

    /** Listens for other machines too, under these names. */
    public HttpSettings listeningOn(String address, Set<String> names) {
        return new HttpSettings(address, port, token, names, maxSessions, sessionLife, maxBodyBytes, clock);
    }

    HttpSettings withSessions(int most, Duration life, Clock by) {
        return new HttpSettings(host, port, token, extraHosts, most, life, maxBodyBytes, by);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "HttpSettings[" + host + ":" + port + (token.isPresent() ? ", with a token]" : "]");
    }
}
