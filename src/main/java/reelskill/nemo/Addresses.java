package reelskill.nemo;

import java.net.URI;
import okhttp3.HttpUrl;

/** Web addresses as the client may use them. */
final class Addresses {
    private Addresses() {}

    static HttpUrl requireHttp(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) throw new IllegalArgumentException("not an http or https address: " + address);
        return url;
    }

    static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
