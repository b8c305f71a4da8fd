package reelskill.host;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** MCP over streamable HTTP, on {@code /mcp}. Runs on its own threads until closed. */
public final class HttpServer implements AutoCloseable {
    private static final int MOST_THREADS = 200;
    /** Longer than any call takes; open streams are kept alive well within it. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private final Server server;
    private final ServerConnector connector;
    private final Protocol protocol;
    private final HttpSessions sessions;
    private final Heartbeat keepAlive;

    private HttpServer(Offer offer, HttpSettings settings, Duration heartbeat, Duration keepAlivePeriod) {
        protocol = new Protocol(offer, heartbeat.toMillis());
        sessions = new HttpSessions(settings);
        keepAlive = new Heartbeat(keepAlivePeriod.toMillis());
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("mcp-http");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new HttpEntry(settings, protocol, sessions, keepAlive));
    }

    /** Starts to serve. @throws IOException if the port cannot be had */
    public static HttpServer start(Offer offer, HttpSettings settings) throws IOException {
        return start(offer, settings, Duration.ofSeconds(5), KEEP_ALIVE);
    }

    static HttpServer start(Offer offer, HttpSettings settings, Duration heartbeat, Duration keepAlive)
            throws IOException {
        HttpServer http = new HttpServer(offer, settings, heartbeat, keepAlive);
        try {
            http.server.start();
            return http;
        } catch (Exception e) {
            http.close();
            throw new IOException("cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
    }

    /** Returns the address of the endpoint, with the port that was given. */
    public URI url() {
        String host = connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
        return URI.create("http://" + host + ":" + connector.getLocalPort() + HttpEntry.PATH);
    }

    /** Ends all conversations and stops listening. */
    @Override
    public void close() {
        sessions.close();
        keepAlive.close();
        protocol.close();
        try {
            server.stop();
        } catch (Exception e) {
            Log.warn("the HTTP server did not stop well", e);
        }
    }
}
