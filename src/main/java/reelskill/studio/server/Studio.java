package reelskill.studio.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import reelskill.studio.store.Store;

/**
 * A running studio: the NemoVideo protocol on 127.0.0.1, over one data folder that other studios may share. What is
 * slow to start (ffmpeg, analysis, rendering) starts when it is first needed.
 */
public final class Studio implements AutoCloseable {
    /** Above the longest silence between two heartbeats or two packets of an upload. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    /** A check lasts seconds: often enough that little is done for nobody. */
    private static final Duration SIGN = Duration.ofSeconds(1);

    private static final int MOST_THREADS = 100;
    private static final int FEWEST_THREADS = 4;
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);

    private final Server server;
    private final ServerConnector connector;
    private final Store store;
    private final ScheduledExecutorService timer;
    private final Engine engine;
    private final RenderWorker worker;

    private Studio(StudioSettings settings, Store store, Server server) throws IOException {
        this.store = store;
        timer = Executors.newScheduledThreadPool(1, Studio::daemon);
        engine = new Engine(settings, store);
        // A wrong setting is told now, and not in the middle of the first upload.
        settings.ffmpeg().ifPresent(named -> engine.ffmpeg());
        worker = new RenderWorker(store, engine, settings);
        this.server = server;
        connector = connector(server, settings.port());
        server.setHandler(new FrontDoor(routes(settings, engine), store));
        start();
    }

    /**
     * Opens a studio, which then answers at {@link #baseUrl} and renders what was left over in its data folder.
     *
     * @throws reelskill.studio.store.StoreException if the data folder cannot be used
     * @throws reelskill.studio.ffmpeg.FfmpegException if the settings name an ffmpeg that does not run
     * @throws IOException if the port is taken
     */
    public static Studio open(StudioSettings settings) throws IOException {
        // Both are mostly classes to load.
        CompletableFuture<Server> server = CompletableFuture.supplyAsync(Studio::server);
        Store store = Store.open(settings.data(), settings.clock(), settings.ids(), settings.lease());
        try {
            return new Studio(settings, store, server.join());
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Returns what the studio of {@code data} answers to {@code GET /studio/health?nonce=…}: a client that compares knows
     * that it talks to a studio of the same folder and not to another program on the port.
     */
    public static String proof(Path data, String nonce) {
        return new Proof(Store.secret(data)).of(HealthEndpoint.PURPOSE, nonce);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Ends the server. A render that runs is put back for the next studio on this data folder. */
    @Override
    public void close() {
        try {
            worker.close();
            engine.close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the studio's server does not stop", e);
        } finally {
            timer.shutdownNow();
            store.close();
        }
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the studio's server does not start", e);
        }
        worker.start();
    }

    private Routes routes(StudioSettings settings, Engine engine) {
        Proof proof = new Proof(store.secret());
        Addresses addresses = new Addresses(proof);
        Editing editing = new Editing(store);
        Routes routes = new Routes();
        new HealthEndpoint(proof).addTo(routes);
        new AccountEndpoints(store, settings.policy()).addTo(routes);
        new UploadEndpoint(store, engine, editing, addresses, settings.policy().privateAddresses()).addTo(routes);
        new ChatEndpoint(store, new Conversation(store, engine, editing), timer, settings).addTo(routes);
        new SessionEndpoints(store, engine, editing, addresses).addTo(routes);
        new CheckEndpoint(store, engine::check, timer, SIGN).addTo(routes);
        new RenderEndpoints(store, worker, addresses).addTo(routes);
        return new FileEndpoints(store, proof).addTo(routes);
    }

    private static Server server() {
        // Jetty's own queue measures the machine by JMX, which is a third of the server's start.
        QueuedThreadPool threads = new QueuedThreadPool(
                MOST_THREADS, FEWEST_THREADS, (int) IDLE_THREAD.toMillis(), new LinkedBlockingQueue<>());
        threads.setName("reelskill-studio");
        threads.setDaemon(true);
        return new Server(threads);
    }

    private static ServerConnector connector(Server server, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reelskill-studio-timer");
        thread.setDaemon(true);
        return thread;
    }
}
