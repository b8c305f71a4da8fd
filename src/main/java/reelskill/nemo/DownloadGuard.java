package reelskill.nemo;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

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
                addresses.stream().anyMatch(DownloadGuard::isPrivate) ? Dns.SYSTEM.lookup(apiHost) : List.of();
        for (InetAddress address : addresses) {
            if (isPrivate(address) && !own.contains(address)) throw new PrivateHostException();
        }
        return addresses;
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()) return true;
        if (address.isSiteLocalAddress() || address.isMulticastAddress()) return true;
        // Unique local, and the translation of an IPv4 address; then "this network", carrier-grade NAT, benchmarks.
        if (address instanceof Inet6Address) return (first & 0xfe) == 0xfc || (first == 0 && second == 0x64);
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** An address that a download may not go to. */
    static final class PrivateHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateHostException() {
            super("the address is in a private network");
        }
    }
}
