package reelskill.session;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import reelskill.draft.Draft;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.NemoException;
import reelskill.nemo.ServiceException;

/** Reads a session's state until it tells what a turn did. Reads are free; nothing is ever sent. */
final class StateWatch {
    /** A silent edit may reach the state a little later than the stream ends, and in several steps. */
    static final int MOST_READS = 5;

    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Workplace place;
    private final SessionRecord session;
    private final Language language;
    private final CancelSignal cancel;

    StateWatch(Workplace place, SessionRecord session, Language language, CancelSignal cancel) {
        this.place = place;
        this.session = session;
        this.language = language;
        this.cancel = cancel;
    }

    /**
     * Reads until the state is another than before and stays as it is; once where turns end when they say so.
     *
     * @param reads how often at most while it is as it was before; one that moves is read up to {@link #MOST_READS}
     */
    Draft settled(Draft before, int reads) {
        Draft now = read();
        Duration wait = place.backend().pace().settle();
        if (wait.isZero()) return now;
        for (int read = 1; read < MOST_READS && (read < reads || !now.equals(before)); read++) {
            pause(wait);
            Draft next = read();
            if (next.equals(now) && !next.equals(before)) {
                return next;
            }
            now = next;
            wait = wait.multipliedBy(2);
        }
        return now;
    }

    /** Finds out what a turn of an earlier process did: at once if it shows already, else by the schedule. */
    Draft found(Draft before) {
        return readPatiently(before).equals(before) ? recovered(before) : settled(before, MOST_READS);
    }

    /** Reads by the schedule for a turn whose end was not seen (protocol.md, SSE events, Disconnect). */
    Draft recovered(Draft before) {
        Backend.Pace pace = place.backend().pace();
        Duration wait = pace.recoveryFirst();
        for (int read = 1; read <= pace.recoveryReads(); read++) {
            tellNext(wait, read, pace.recoveryReads());
            pause(wait);
            if (!readPatiently(before).equals(before)) {
                return settled(before, MOST_READS);
            }
            wait = pace.recoveryEvery();
        }
        return before;
    }

    private void tellNext(Duration wait, int read, int reads) {
        place.narrator()
                .say(language.say(
                        "Looking at the timeline in %d s (%d of %d).",
                        "%d 秒后查看时间线（第 %d 次，共 %d 次）。", wait.toSeconds(), read, reads));
    }

    private Draft readPatiently(Draft before) {
        try {
            return read();
        } catch (NemoException e) {
            if (e instanceof ServiceException refused && refused.code() == ErrorCode.SESSION_NOT_FOUND) {
                throw e;
            }
            // The line may still be down: that is no news about the edit.
            return before;
        }
    }

    private Draft read() {
        return place.backend()
                .client()
                .state(session.id())
                .draft()
                .map(Draft::new)
                .orElse(Draft.NONE);
    }

    /** Waits in slices, so that a cancel is heard soon. */
    private void pause(Duration time) {
        for (Duration left = time; !left.isZero(); left = left.minus(SLICE)) {
            if (cancel.isCanceled()) {
                throw new CancellationException();
            }
            boolean last = left.compareTo(SLICE) <= 0;
            sleep(last ? left : SLICE);
            if (last) {
                return;
            }
        }
    }

    private void sleep(Duration time) {
        try {
            place.backend().timing().sleeper().sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
