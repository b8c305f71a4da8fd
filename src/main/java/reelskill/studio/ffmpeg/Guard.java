package reelskill.studio.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends children when this process was killed and can do nothing more: a shell that knows their numbers waits on a pipe
 * that only this process holds open. One for all of them, begun with the first. Safe for use by many threads.
 */
final class Guard {
    /** Ignores what a terminal sends to the whole group, since it must outlive this process to see its end. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            running=' '
            while read -r sign pid; do
              case $sign in
                +) running="$running$pid " ;;
                -) case $running in *" $pid "*) running="${running%% $pid *} ${running#* $pid }" ;; esac ;;
              esac
            done
            [ "$running" = ' ' ] || kill -9 $running
            """;

    private final Set<Long> watched = new LinkedHashSet<>();
    private @Nullable Process shell;

    synchronized void watch(long pid) {
        watched.add(pid);
        tell("+ " + pid);
    }

    synchronized void forget(long pid) {
        watched.remove(pid);
        tell("- " + pid);
    }

    /** A shell that somebody has ended gets a successor, which is told of all. */
    private void tell(String line) {
        try {
            if (shell != null) {
                write(shell, line);
                return;
            }
        } catch (IOException e) {
            // Then there is none.
        }
        begin();
    }

    private void begin() {
        shell = null;
        if (watched.isEmpty()) return;
        try {
            Process begun = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "reelskill-guard")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            for (long pid : watched) write(begun, "+ " + pid);
            shell = begun;
        } catch (IOException e) {
            // The children still end with this process unless it is killed.
        }
    }

    /**
     * Ends the watch, and the children with it. Java waits for 0.3 s with its own end for a thread that waits for a process,
     * as one does for each that still runs.
     */
    synchronized void end() {
        if (shell == null) return;
        try {
            shell.getOutputStream().close();
            shell.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            // It has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Process shell, String line) throws IOException {
        OutputStream to = shell.getOutputStream();
        to.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        to.flush();
    }
}
