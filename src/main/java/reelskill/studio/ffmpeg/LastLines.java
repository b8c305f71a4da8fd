package reelskill.studio.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads all that a program says on its error stream and keeps the end of it. */
final class LastLines {
    private static final int KEPT = 40;
    private static final int LONGEST = 500;
    /** Reading to the end takes no time, but on a machine that has others to serve. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;
    private long count;

    LastLines(InputStream errors, String name) {
        reader = new Thread(() -> read(errors), name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the last lines once the stream has ended, or those so far if a grandchild still holds it open. */
    List<String> all() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Returns how many lines there were in all. */
    long count() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
        synchronized (lines) {
            return count;
        }
    }

    private void read(InputStream errors) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(errors, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                add(line.substring(0, Math.min(LONGEST, line.length())));
            }
        } catch (IOException e) {
            // The program was ended while it was talking; what it said so far is all there is.
        }
    }

    private void add(String line) {
        synchronized (lines) {
            count++;
            lines.addLast(line);
            if (lines.size() > KEPT) lines.removeFirst();
        }
    }
}
