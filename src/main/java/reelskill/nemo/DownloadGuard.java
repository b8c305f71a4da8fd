package reelskill.nemo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import reelskill.net.PublicAddress;

/**
 * Keeps downloads out of private networks: an address in an answer is hostile text, and must not make this machine ask
 * its neighbours. The API's own host is the exception, because the studio is on this machine.
 */
final class DownloadGuard implements Dns {
    private final String apiHost;

    DownloadGuard(HttpUrl api) {
        this.apiHost = api.host();
    }

    /** Checks a host that is written as a number; OkHttp resolves those without asking {@link #lookup}. */
    void check(HttpUrl url) throws IOException {
        if (url.host().contains(":") || url.host().matches("[0-9.]+")) lookup(url.host());
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        if (host.equals(apiHost)) return addresses;
        List<InetAddress> own =
                addresses.stream().allMatch(PublicAddress::isPublic) ? List.of() : Dns.SYSTEM.lookup(apiHost);
        for (InetAddress address : addresses) {
            if (!PublicAddress.isPublic(address) && !own.contains(address)) throw new PrivateHostException();
        }
        return addresses;
    }

    /** An address that a download may not go to. */
    static final class PrivateHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateHostException() {
            super("the address is in a private network");
        }
    }
}
