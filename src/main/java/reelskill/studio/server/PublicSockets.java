package reelskill.studio.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import reelskill.net.PublicAddress;

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
                        || !PublicAddress.isPublic(inet.getAddress())) {
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

    /** The address is one of this machine or of a private network. */
    static final class PrivateAddressException extends IOException {
        PrivateAddressException() {
            super("not a public address");
        }
    }
}
