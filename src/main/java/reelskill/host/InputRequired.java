package reelskill.host;

import java.util.Map;

/**
 * Ends a call of the 2026-07-28 era that needs an answer of the client first. It is thrown by {@link CallContext#ask} and
 * must reach the host: whoever catches everything around a tool lets it through.
 */
public final class InputRequired extends RuntimeException {
    private final transient Map<String, InputRequest> requests;

    InputRequired(Map<String, InputRequest> requests) {
        super("the client is asked first", null, false, false);
        this.requests = requests;
    }

    Map<String, InputRequest> requests() {
        return requests;
    }
}
