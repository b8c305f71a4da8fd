package reelskill.chat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * What is typed while nothing is read. Ctrl-C is a key here and not a signal: a signal of the terminal also reaches the
 * programs that render, which are to go on. The rest waits for the next line. Safe for use by many threads.
 */
final class Keys implements AutoCloseable {
    private static final int CTRL_C = 3;
    private static final long LOOK_MILLIS = 50;
    private static final Pattern NO_TEXT = Pattern.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|.)|[\\p{Cntrl}&&[^\r\n]]");

    private final Terminal terminal;
    private final Attributes found;
    private final Runnable onInterrupt;
    private final StringBuilder ahead = new StringBuilder();
    private final Object reading = new Object();
    private final Thread thread;
    private volatile boolean listening;
    private volatile boolean closed;

    Keys(Terminal terminal, Runnable onInterrupt) {
        this.terminal = terminal;
        this.onInterrupt = onInterrupt;
        found = terminal.enterRawMode();
        Attributes keys = terminal.getAttributes();
        keys.setLocalFlags(EnumSet.of(LocalFlag.ISIG, LocalFlag.ECHO, LocalFlag.ICANON), false);
        terminal.setAttributes(keys);
        thread = new Thread(this::listen, "reelskill-chat-keys");
        thread.setDaemon(true);
        thread.start();
        listening = true;
    }

    private void listen() {
        try {
            while (!closed) {
                synchronized (reading) {
                    if (listening) take(terminal.reader().read(LOOK_MILLIS));
                    else reading.wait(LOOK_MILLIS);
                }
            }
        } catch (IOException e) {
            // The terminal is gone; the next line that is read says so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(int key) {
        if (key == CTRL_C) onInterrupt.run();
        else if (key != NonBlockingReader.READ_EXPIRED && key >= 0) ahead.append((char) key);
        else if (key == NonBlockingReader.EOF) closed = true;
    }

    /** Lets somebody else read; returns what was typed so far, as text. */
    String handOver() {
        listening = false;
        synchronized (reading) {
            String typed = NO_TEXT.matcher(ahead).replaceAll("").replace('\r', '\n');
            ahead.setLength(0);
            return typed;
        }
    }

    void resume(String unread) {
        synchronized (reading) {
            ahead.insert(0, unread);
            listening = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        terminal.setAttributes(found);
    }
}
