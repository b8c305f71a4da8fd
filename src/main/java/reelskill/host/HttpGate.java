package reelskill.host;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Who may come in: no web page of elsewhere (DNS rebinding, cross-site requests), and nobody without the token. */
final class HttpGate {
    private final HttpSettings settings;

    HttpGate(HttpSettings settings) {
        this.settings = settings;
    }

    /** Returns 0 if the request may come in, else the status that refuses it. */
    int refusal(Request request) {
        if (!isOurs(nameOf("http://" + request.getHeaders().get(HttpHeader.HOST)))) return 403;
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isOurs(nameOf(origin))) return 403;
        return settings.token().isPresent() && !shows(request, settings.token().get()) ? 401 : 0;
    }

    private static @Nullable String nameOf(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isOurs(@Nullable String name) {
        return name != null && (isLoopback(name) || settings.extraHosts().contains(name.toLowerCase(Locale.ROOT)));
    }

    static boolean isLoopback(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "localhost", "127.0.0.1", "::1", "[::1]" -> true;
            default -> false;
        };
    }

    /** Compares in constant time. */
    private static boolean shows(Request request, String token) {
        HttpField field = request.getHeaders().getField(HttpHeader.AUTHORIZATION);
        String shown = field == null || field.getValue() == null ? "" : field.getValue();
        return MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
