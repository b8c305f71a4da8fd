package reelskill.nemo;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import reelskill.turn.TurnEvent.Failed;

/**
 * One message to the agent, sent once and never again. {@link #run} works on the caller's thread; the signal that stops
 * the waiting may come from any other.
 */
public final class Turn {
    private static final Operation OPERATION = Operation.write("POST /run_sse");
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Api api;
    private final Timing timing;
    private final Request request;
    private final CancelSignal canceled;
    private final CancelSignal timedOut = new CancelSignal();
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param canceled stops waiting; the backend may go on working on the message */
    Turn(Api api, Timing timing, Request request, CancelSignal canceled) {
        this.api = api;
        this.timing = timing;
        this.request = request;
        this.canceled = canceled;
    }

    /**
     * Sends the message and hears the answer to its end. Blocks up to the turn's limits.
     *
     * @throws IllegalStateException if this turn was run before: a message is never sent twice
     */
    @SuppressWarnings("try") // held, not used
    public TurnResult run(TurnListener listener) {
        if (!begun.compareAndSet(false, true)) throw new IllegalStateException("a turn runs once");
        TurnWatch watch = new TurnWatch(timing.limits(), timing.clock());
        TurnStream stream = new TurnStream(listener, watch);
        try (Ticks.Ticking ticking = timing.ticks().start(TICK, () -> look(watch, stream))) {
            api.authorized(request, signed -> exchange(signed, stream));
            stream.end();
            return ended(stream, stream.broken());
        } catch (NemoException e) {
            stream.end();
            return result(outcomeOf(e), stream, e);
        }
    }

    @SuppressWarnings("try") // held, not used
    private boolean exchange(Request signed, TurnStream stream) {
        Call call = api.http().stream(signed);
        try (CancelSignal.Running cancelable = canceled.running(call);
                CancelSignal.Running limited = timedOut.running(call);
                Response response = call.execute()) {
            if (isStream(response)) stream.read(response);
            else throw answered(response);
            return true;
        } catch (IOException e) {
            throw OPERATION.failed(e, canceled);
        }
    }

    /** A refusal comes as JSON in place of a stream; then nothing has run. */
    private NemoException answered(Response response) throws IOException {
        Envelope.read(response, OPERATION, timing.clock());
        return OPERATION.malformed("JSON in place of a stream");
    }

    private static boolean isStream(Response response) {
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        return response.isSuccessful() && !type.contains("json") && !type.contains("html");
    }

    /** A canceled call may still have ended in good order for okhttp-sse: what we did counts before what it says. */
    private TurnResult ended(TurnStream stream, @Nullable Throwable broken) {
        if (timedOut.isCanceled()) return result(TurnOutcome.TIMED_OUT, stream, null);
        if (canceled.isCanceled()) return result(TurnOutcome.CANCELED, stream, new CanceledException(OPERATION.name()));
        if (broken != null)
            return result(TurnOutcome.DISCONNECTED, stream, new TransportException(OPERATION.name(), false, broken));
        Optional<Failed> failure = stream.state().failure();
        return failure.isEmpty()
                ? result(TurnOutcome.COMPLETED, stream, null)
                : result(TurnOutcome.FAILED, stream, OPERATION.refused(Refusal.inStream(failure.get())));
    }

    private TurnOutcome outcomeOf(NemoException e) {
        if (timedOut.isCanceled()) return TurnOutcome.TIMED_OUT;
        if (e instanceof CanceledException) return TurnOutcome.CANCELED;
        // The message may have arrived before the connection broke, or before a gateway gave up on the agent.
        boolean unknown = e instanceof TransportException broken
                ? !broken.isNeverSent()
                : e instanceof ServiceException refused && refused.code() == ErrorCode.SERVICE_FAULT;
        return unknown ? TurnOutcome.DISCONNECTED : TurnOutcome.FAILED;
    }

    private static TurnResult result(TurnOutcome outcome, TurnStream stream, @Nullable NemoException cause) {
        return new TurnResult(outcome, stream.state(), Optional.ofNullable(cause));
    }

    private void look(TurnWatch watch, TurnStream stream) {
        try {
            if (watch.isOver()) timedOut.cancel();
            else if (watch.takeNotice()) stream.tellSilence(watch.silence());
        } catch (RuntimeException e) {
            // The listener's own: the turn's thread throws it once its call has ended.
            timedOut.cancel();
        }
    }
}
