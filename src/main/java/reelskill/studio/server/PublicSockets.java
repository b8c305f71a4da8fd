package reelskill.studio.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to public addresses only. The check is on the address that is really connected to, so neither a
 * redirect nor a name that resolves differently the second time gets past it.
 */
final class PublicSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (!(endpoint instanceof InetSocketAddress inet)
                        || inet.isUnresolved()
                        || !isPublic(inet.getAddress())) {
                    throw new PrivateAddressException();
                }
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("only unconnected sockets");
    }

    /** Returns whether {@code address} is reached through the internet: on no machine, network or carrier of its own. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0 || first >= 224) return false;
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0;
        boolean bench = first == 198 && (second == 18 || second == 19 || second == 51);
        boolean documentation = first == 203 && second == 0 && bytes[2] == 113;
        return !carrier && !special && !bench && !documentation;
    }

    /** Global unicast only, without the ranges that wrap an IPv4 address: 6to4, Teredo, documentation. */
    private static boolean isPublic6(byte[] bytes) {
        int head = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int next = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        return head >> 13 == 1 && head != 0x2002 && !(head == 0x2001 && (next == 0 || next == 0xDB8));
    }

    /** The address is one of this machine or of a private network. */
    static final class PrivateAddressException extends IOException {
        PrivateAddressException() {
            super("not a public address");
        }
    }
}
