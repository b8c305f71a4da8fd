package reelskill.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import reelskill.draft.Draft;
import reelskill.draft.DraftChange;
import reelskill.draft.DraftDiff;
import reelskill.language.Language;
import reelskill.nemo.NemoException;
import reelskill.nemo.Turn;
import reelskill.nemo.TurnListener;
import reelskill.nemo.TurnOutcome;
import reelskill.nemo.TurnResult;
import reelskill.session.Receipt.Outcome;
import reelskill.turn.Generation;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/**
 * Sends one message and finds out what it did: by what the backend said, and by the state before and after. A message is
 * never sent twice; after a broken connection the state alone is asked (protocol.md, SSE events, Disconnect).
 */
final class TurnRunner {
    /** A silent edit may reach the state a little later than the stream ends. */
    private static final int MOST_READS = 5;

    private final Backend backend;
    private final SessionRecord session;
    private final Narrator narrator;
    private final Language language;

    TurnRunner(Backend backend, SessionRecord session, Narrator narrator, Language language) {
        this.backend = backend;
        this.session = session;
        this.narrator = narrator;
        this.language = language;
    }

    /** What a turn did; {@code said} is the backend's text as it came. */
    record Ended(Outcome outcome, String said, List<DraftChange> changes, Draft after) {}

    /**
     * Runs the turn on this thread.
     *
     * @throws NemoException if the backend refused and nothing changed
     */
    Ended run(Draft before, String words) {
        Turn turn = backend.client().turn(session.id(), words);
        TurnResult result = turn.run(new Teller());
        if (result.outcome() == TurnOutcome.CANCELED) {
            throw new CancellationException();
        }
        boolean broken = result.outcome() == TurnOutcome.DISCONNECTED || result.outcome() == TurnOutcome.TIMED_OUT;
        Draft after = broken ? recovered(before) : settled(before, result.state());
        List<DraftChange> changes = DraftDiff.between(before, after);
        Optional<NemoException> refusal = result.cause().filter(cause -> result.outcome() == TurnOutcome.FAILED);
        if (refusal.isPresent() && changes.isEmpty()) {
            throw refusal.get();
        }
        return new Ended(outcome(broken, changes), result.state().text(), changes, after);
    }

    private static Outcome outcome(boolean broken, List<DraftChange> changes) {
        if (!changes.isEmpty()) {
            return Outcome.CHANGED;
        }
        return broken ? Outcome.UNKNOWN : Outcome.UNCHANGED;
    }

    /** Reads until the state is another than before and stays as it is: long if the turn was silent, short if it spoke. */
    private Draft settled(Draft before, TurnState turn) {
        int reads = turn.isSilent() ? MOST_READS : turn.tools().uses().isEmpty() ? 1 : 2;
        Draft now = read();
        Duration wait = backend.pace().settle();
        for (int read = 1; read < reads; read++) {
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

    private Draft recovered(Draft before) {
        narrator.say(language.pick(
                "The connection broke. I do not send your message again (it may be running); I look at the timeline instead.",
                "连接中断。我不会重发您的消息（它可能仍在执行），而是查看时间线的状态。"));
        Draft now = before;
        Duration wait = backend.pace().recoveryFirst();
        for (int reads = 0; reads < backend.pace().recoveryReads(); reads++) {
            pause(wait);
            now = readPatiently(before);
            if (!now.equals(before)) {
                return now;
            }
            wait = backend.pace().recoveryEvery();
        }
        return now;
    }

    private Draft readPatiently(Draft before) {
        try {
            return read();
        } catch (NemoException e) {
            // The line may still be down: that is no news about the edit.
            return before;
        }
    }

    private Draft read() {
        return backend.client().state(session.id()).draft().map(Draft::new).orElse(Draft.NONE);
    }

    private void pause(Duration time) {
        try {
            backend.timing().sleeper().sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Tells a person what cannot wait for the receipt. */
    private final class Teller implements TurnListener {
        private Generation told = Generation.NONE;

        @Override
        public void onEvent(TurnEvent event, TurnState after) {
            if (after.generation() == Generation.RAW_CLIP && told == Generation.NONE) {
                narrator.say(language.pick(
                        "The raw clip is there. Music, title and effects are being added by themselves.",
                        "原始片段已生成。音乐、标题和特效正在自动添加。"));
            }
            told = after.generation();
        }

        @Override
        public void onStillWorking(Duration silence) {
            narrator.say(language.pick("⏳ Still working...", "⏳ 仍在处理中……"));
        }
    }
}
