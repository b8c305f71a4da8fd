package reelskill.studio.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Keeps web pages out. A browser on this machine can be made to send requests here: by a page of any site (its Origin
 * tells), or by a name that resolves to 127.0.0.1 (the Host tells).
 */
final class Loopback {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private Loopback() {}

    static void check(Request request) {
        boolean ours = isOurs(request.getHeaders().get(HttpHeader.HOST), Request.getLocalPort(request));
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (!ours || (origin != null && !isLoopback(origin))) {
            throw new Refusal(Code.FORBIDDEN, "The studio answers this machine only.");
        }
    }

    private static boolean isOurs(String host, int port) {
        if (host == null) return false;
        String name = host.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(ours -> name.equals(ours + ":" + port));
    }

    private static boolean isLoopback(String origin) {
        try {
            URI uri = URI.create(origin);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && Optional.ofNullable(uri.getHost())
                            .filter(NAMES::contains)
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
