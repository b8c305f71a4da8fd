package reelskill.chat;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The last line of a terminal while something runs: a bar where it is known how far, else the seconds. Safe for threads. */
final class ProgressBar implements AutoCloseable {
    private static final String[] TURNS = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final int CELLS = 30;
    private static final long FRAME_MILLIS = 100;

    private final Terminal terminal;
    private final boolean draws;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "reelskill-chat-bar");
        thread.setDaemon(true);
        return thread;
    });
    private String words = "";
    private double share;
    private int frame;
    private boolean drawn;

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
        draws = !terminal.getType().startsWith(Terminal.TYPE_DUMB);
        // Its end is the clock's.
        Future<?> unused = clock.scheduleAtFixedRate(this::tick, FRAME_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins, or goes on, to show something; the first drawing waits a moment, so that what is quick leaves no trace. */
    synchronized void show(String what, double how) {
        if (!what.equals(words)) frame = 0;
        words = what;
        share = how;
    }

    private synchronized void tick() {
        if (!draws || words.isEmpty() || ++frame < 3) return;
        terminal.writer().print("\r" + line().toAnsi(terminal) + "\u001b[K");
        terminal.flush();
        drawn = true;
    }

    private AttributedStringBuilder line() {
        AttributedStyle quiet = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
        AttributedStyle lively = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.style(lively).append(TURNS[frame % TURNS.length]).append(" ");
        line.style(AttributedStyle.DEFAULT).append(words).append("  ");
        if (share < 0) {
            long seconds = frame * FRAME_MILLIS / 1000;
            return line.style(quiet).append(seconds < 1 ? "" : seconds + " s");
        }
        int columns = terminal.getColumns() <= 0 ? 80 : terminal.getColumns();
        int cells = Math.max(5, Math.min(CELLS, columns - Wrapped.columns(words) - 12));
        int full = (int) Math.floor(cells * Math.min(1, share));
        line.style(lively).append("━".repeat(full)).style(quiet).append("─".repeat(cells - full));
        return line.style(AttributedStyle.DEFAULT).append(String.format(" %3d%%", (int) (share * 100)));
    }

    /** Takes the bar away, does something in its place, and lets it come back. */
    synchronized void pause(Runnable action) {
        clear();
        action.run();
    }

    synchronized void end() {
        clear();
        words = "";
        frame = 0;
    }

    private void clear() {
        if (drawn) {
            terminal.writer().print("\r\u001b[K");
            terminal.flush();
        }
        drawn = false;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        end();
    }
}
