package reelskill.nemo;

import java.time.Duration;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;
import reelskill.turn.TurnDecoder;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/** Reads one stream to its end on the caller's thread, tells the listener, and keeps how the stream ended. */
final class TurnStream extends EventSourceListener {
    private final TurnDecoder decoder = new TurnDecoder();
    private final TurnWatch watch;
    private final Object telling = new Object();
    private @Nullable TurnListener listener;
    private volatile @Nullable RuntimeException listenersOwn;
    private TurnState state = TurnState.start();
    private @Nullable Throwable broken;
    private @Nullable EventBytes bytes;

    TurnStream(TurnListener listener, TurnWatch watch) {
        this.listener = listener;
        this.watch = watch;
    }

    void read(Response response) {
        EventBytes arriving = new EventBytes(response.body().source());
        bytes = arriving;
        EventSources.processResponse(arriving.in(response), this);
    }

    TurnState state() {
        return state;
    }

    /** Returns what broke the stream; null if it was closed in good order. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    /** Tells the listener no more. Throws what it threw, which okhttp-sse takes for a broken stream. */
    void end() {
        synchronized (telling) {
            listener = null;
        }
        RuntimeException thrown = listenersOwn;
        if (thrown != null) throw thrown;
    }

    void tellSilence(Duration silence) {
        tell(hearing -> hearing.onStillWorking(silence));
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        if (bytes != null) bytes.eventEnded();
        decoder.decode(type, data).forEach(this::take);
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable cause, @Nullable Response response) {
        broken = cause == null ? new IllegalStateException("no cause given") : cause;
    }

    private void take(TurnEvent event) {
        TurnState after = state.after(event);
        state = after;
        if (!(event instanceof TurnEvent.Heartbeat)) watch.heard();
        tell(hearing -> hearing.onEvent(event, after));
    }

    private void tell(Telling words) {
        synchronized (telling) {
            if (listener == null) return;
            try {
                words.to(listener);
            } catch (RuntimeException e) {
                listenersOwn = e;
                listener = null;
                throw e;
            }
        }
    }

    private interface Telling {
        void to(TurnListener listener);
    }
}
