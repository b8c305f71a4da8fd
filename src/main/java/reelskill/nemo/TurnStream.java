package reelskill.nemo;

import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;
import reelskill.turn.TurnDecoder;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnState;

/** Reads one stream to its end on the caller's thread and keeps how it ended. */
final class TurnStream extends EventSourceListener {
    private final TurnDecoder decoder = new TurnDecoder();
    private final TurnListener listener;
    private final TurnWatch watch;
    private TurnState state = TurnState.start();
    private @Nullable Throwable broken;
    private @Nullable RuntimeException listenersOwn;

    TurnStream(TurnListener listener, TurnWatch watch) {
        this.listener = listener;
        this.watch = watch;
    }

    void read(Response response) {
        EventSources.processResponse(WithoutBom.of(response), this);
        // okhttp-sse hands a listener's own exception to onFailure as if the stream had broken.
        if (listenersOwn != null) throw listenersOwn;
    }

    TurnState state() {
        return state;
    }

    /** Returns what broke the stream; null if it was closed in good order. */
    @Nullable
    Throwable broken() {
        return broken;
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        try {
            decoder.decode(type, data).forEach(this::take);
        } catch (RuntimeException e) {
            listenersOwn = e;
            throw e;
        }
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable cause, @Nullable Response response) {
        broken = cause == null ? new IllegalStateException("no cause given") : cause;
    }

    private void take(TurnEvent event) {
        state = state.after(event);
        if (!(event instanceof TurnEvent.Heartbeat)) watch.heard();
        synchronized (listener) {
            listener.onEvent(event, state);
        }
    }
}
