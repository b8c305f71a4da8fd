package reelskill.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Writes each message as one whole line, one at a time whatever the threads, and nothing after it is closed. */
final class LineWriter implements Channel {
    private final OutputStream out;
    private boolean closed;

    LineWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void send(ObjectNode message) {
        write(message);
    }

    synchronized void write(JsonNode message) {
        if (closed) return;
        byte[] json = Json.write(message);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            // The client is gone; the end of its input follows.
            closed = true;
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
    }
}
