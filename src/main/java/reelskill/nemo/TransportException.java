package reelskill.nemo;

import java.net.ConnectException;
import java.net.UnknownHostException;
import reelskill.language.Language;

/** The service could not be reached, or the connection broke before the answer was complete. */
public final class TransportException extends NemoException {
    private static final long serialVersionUID = 1L;

    private final boolean repeatable;

    TransportException(String operation, boolean repeatable, Throwable cause) {
        super(operation + " got no answer: " + cause.getClass().getSimpleName(), cause);
        this.repeatable = repeatable;
    }

    /** Says whether there was no connection at all, so that the service cannot have heard of the call. */
    public boolean isNeverSent() {
        return getCause() instanceof ConnectException || getCause() instanceof UnknownHostException;
    }

    @Override
    public boolean isRetryable() {
        return repeatable;
    }

    @Override
    public String sentence(Language language) {
        return language.say(
                "The connection to the video service failed. Check the network, then try again.",
                "与视频服务的连接失败。请检查网络后重试。");
    }
}
