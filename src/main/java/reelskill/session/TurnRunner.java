package reelskill.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import reelskill.draft.Draft;
import reelskill.draft.DraftChange;
import reelskill.draft.DraftDiff;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.nemo.ErrorCode;
import reelskill.nemo.MalformedResponseException;
import reelskill.nemo.NemoException;
import reelskill.nemo.ServiceException;
import reelskill.nemo.TransportException;
import reelskill.nemo.TurnListener;
import reelskill.nemo.TurnOutcome;
import reelskill.nemo.TurnResult;
import reelskill.turn.Generation;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/**
 * Sends one message and finds out what it did: by what the backend said, and by the state before and after. A message is
 * never sent twice; after a broken connection the state alone is asked (protocol.md, SSE events, Disconnect).
 */
final class TurnRunner {
    private final Workplace place;
    private final SessionRecord session;
    private final Language language;
    private final CancelSignal cancel;

    TurnRunner(Workplace place, SessionRecord session, Language language, CancelSignal cancel) {
        this.place = place;
        this.session = session;
        this.language = language;
        this.cancel = cancel;
    }

    /** What a turn did. */
    record Ended(TurnResult result, Draft before, Draft after, List<DraftChange> changes, Told told) {
        Ended with(Told heard) {
            return new Ended(result, before, after, changes, heard);
        }

        boolean isChanged() {
            return !changes.isEmpty();
        }

        /** True if the end of the turn was not seen, so that it may still come. */
        boolean isUnseen() {
            return result.outcome() == TurnOutcome.DISCONNECTED || result.outcome() == TurnOutcome.TIMED_OUT;
        }
    }

    /**
     * Runs the turn on this thread.
     *
     * @throws NemoException if the backend refused and nothing changed
     */
    Ended run(Draft before, String words) {
        // Nothing was sent yet, so there is nothing to warn of.
        if (cancel.isCanceled()) throw new CancellationException();
        Teller teller = new Teller();
        TurnResult result =
                place.backend().client().turn(session.id(), words, cancel).run(teller);
        Ended ended = ended(result, before, () -> after(before, result)).with(teller.told);
        Optional<NemoException> refusal =
                result.cause().filter(cause -> ended.result().outcome() == TurnOutcome.FAILED);
        if (refusal.isPresent() && !ended.isChanged()) {
            throw refusal.get();
        }
        return ended;
    }

    /** Finds out what a message did that an earlier process sent, from the state alone. */
    Ended lookUp(Draft before) {
        return ended(unseen(TurnState.start()), before, () -> watch().found(before));
    }

    /** Once a message was sent, a state that cannot be read is no failure: whoever is told of one would send it again. */
    private static Ended ended(TurnResult result, Draft before, Supplier<Draft> look) {
        try {
            Draft after = look.get();
            return new Ended(result, before, after, DraftDiff.between(before, after), Told.NOTHING);
        } catch (TransportException | MalformedResponseException e) {
            return new Ended(unseen(result.state()), before, before, List.of(), Told.NOTHING);
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.SESSION_NOT_FOUND) throw e;
            return new Ended(unseen(result.state()), before, before, List.of(), Told.NOTHING);
        }
    }

    private static TurnResult unseen(TurnState told) {
        return new TurnResult(TurnOutcome.DISCONNECTED, told, Optional.empty());
    }

    private StateWatch watch() {
        return new StateWatch(place, session, language, cancel);
    }

    private Draft after(Draft before, TurnResult result) {
        StateWatch watch = watch();
        return switch (result.outcome()) {
            case CANCELED -> throw stopped();
            case DISCONNECTED -> {
                say(
                        "The connection broke. I do not send your message again (it may be running); I look at the timeline instead.",
                        "连接中断。我不会重发您的消息（它可能仍在执行），而是查看时间线的状态。");
                yield watch.recovered(before);
            }
            case TIMED_OUT -> {
                say(
                        "The answer takes too long, so I stopped waiting. I do not send your message again (it may be running); I look at the timeline instead.",
                        "等待回复的时间过长，已停止等待。我不会重发您的消息（它可能仍在执行），而是查看时间线的状态。");
                yield watch.recovered(before);
            }
            case COMPLETED -> watch.settled(before, reads(result.state()));
            case FAILED -> result.neverRan() ? before : watch.settled(before, 2);
        };
    }

    /** Long where a change is due: the turn was silent, said that it made one, or generates in two steps. */
    private static int reads(TurnState turn) {
        boolean due = turn.isSilent() || turn.generation() != Generation.NONE || Claim.isMadeBy(turn.text());
        if (due) {
            return StateWatch.MOST_READS;
        }
        return turn.tools().uses().isEmpty() ? 1 : 2;
    }

    private CancellationException stopped() {
        say(
                "Your message was sent before you stopped me, so it may still be carried out. Look at the timeline before you say it again.",
                "停止之前消息已经发送，可能仍会执行。再次发送之前请先查看时间线。");
        return new CancellationException();
    }

    private void say(String english, String chinese) {
        place.narrator().say(language.pick(english, chinese));
    }

    /** Tells a person what cannot wait for the receipt. */
    private final class Teller implements TurnListener {
        private boolean toldClip;
        private Told told = Told.NOTHING;

        @Override
        public void onEvent(TurnEvent event, TurnState after) {
            told = told.after(event);
            if (after.generation() != Generation.NONE && !toldClip) {
                toldClip = true;
                say(
                        "Step 1 of 2: the raw clip is there. Music, title and effects are being added by themselves.",
                        "第 1 步（共 2 步）：原始片段已生成。音乐、标题和特效正在自动添加。");
            }
        }

        @Override
        public void onStillWorking(Duration silence) {
            say("⏳ Still working...", "⏳ 仍在处理中……");
        }
    }
}
