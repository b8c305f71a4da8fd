package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client on the other end of two pipes: sends lines, and reads what the server says line by line. */
final class Conversation implements AutoCloseable {
    private static final String END = "end of stream";

    private final OutputStream toServer;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread serving;

    Conversation(Offer offer) throws IOException {
        this(offer, Duration.ofSeconds(5));
    }

    Conversation(Offer offer, Duration heartbeat) throws IOException {
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out, 1 << 16);
        PipedOutputStream answers = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(answers, 1 << 16);
        toServer = out;
        StdioServer server = new StdioServer(offer, in, answers, Duration.ofSeconds(20), heartbeat);
        serving = daemon(() -> serve(server, answers));
        daemon(() -> listen(fromServer));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void serve(StdioServer server, PipedOutputStream answers) {
        try (server;
                answers) {
            server.serve();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(PipedInputStream fromServer) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) said.add(line);
        } catch (IOException e) {
            // The writing thread has ended without closing; that is the end too.
        }
        said.add(END);
    }

    static Conversation initialized(Offer offer) throws Exception {
        return initialized(offer, "{}");
    }

    static Conversation initialized(Offer offer, String capabilities) throws Exception {
        Conversation conversation = new Conversation(offer);
        conversation.initialize("2025-11-25", capabilities);
        return conversation;
    }

    JsonNode initialize(String version, String capabilities) throws Exception {
        return ask(request("0", "initialize", """
                {"protocolVersion":"%s","capabilities":%s,"clientInfo":{"name":"tester","version":"1"}}""".formatted(version, capabilities)));
    }

    static String request(String id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    static String notification(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    static String call(String id, String tool, String arguments) {
        return request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    /** Returns parameters of the 2026-07-28 era; {@code members} begins with a comma or is empty. */
    static String modern(String capabilities, String members) {
        return """
                {"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
                "io.modelcontextprotocol/clientInfo":{"name":"modern-tester","version":"1"},\
                "io.modelcontextprotocol/clientCapabilities":%s}%s}""".formatted(capabilities, members);
    }

    void send(String line) throws IOException {
        toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    JsonNode ask(String line) throws Exception {
        send(line);
        return next();
    }

    /** Returns the next line that the server says. */
    JsonNode next() throws Exception {
        String line = said.poll(20, TimeUnit.SECONDS);
        if (line == null) throw new AssertionError("the server says nothing");
        if (line.equals(END)) throw new AssertionError("the server has ended");
        return Json.read(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the input and hands over everything that is still said until the server ends. */
    void end(Consumer<JsonNode> rest) throws Exception {
        toServer.close();
        for (String line = said.poll(20, TimeUnit.SECONDS); !END.equals(line); line = said.poll(20, TimeUnit.SECONDS)) {
            if (line == null) throw new AssertionError("the server does not end");
            rest.accept(Json.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        serving.join(20_000);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }
}
