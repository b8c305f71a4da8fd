package reelskill.chat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/** What the chat remembers of itself. Read and changed by the thread that talks, but for what says otherwise. */
final class Talk {
    private final Set<Path> uploaded = new HashSet<>();
    private final Set<String> hinted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private volatile Language language;
    private @Nullable String sessionId;
    private boolean answerExpected;

    Talk(Language language, Optional<String> sessionId) {
        this.language = language;
        this.sessionId = sessionId.orElse(null);
    }

    Language language() {
        return language;
    }

    /** Takes the language of a message that has one: a bare "ok" or a number is said in any. */
    void hear(String words) {
        Language.ofSpoken(words).ifPresent(spoken -> language = spoken);
    }

    Optional<String> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    void enter(String session) {
        if (!session.equals(sessionId)) uploaded.clear();
        sessionId = session;
    }

    void leave() {
        sessionId = null;
        uploaded.clear();
    }

    /** Notes whether the backend asked something and changed nothing. */
    void expectAnswer(boolean asked) {
        answerExpected = asked;
    }

    /** Returns whether the message that comes now may be an answer. */
    boolean takeAnswer() {
        boolean expected = answerExpected;
        answerExpected = false;
        return expected;
    }

    boolean isUploaded(Path file) {
        return uploaded.contains(file);
    }

    void noteUploaded(Path file) {
        uploaded.add(file);
    }

    /** Returns true the first time: what was once advised need not be said again. Safe for use by many threads. */
    boolean isNew(String hint) {
        return hinted.add(hint);
    }

    /** Returns the jobs that go on though nobody waits: id to kind. Safe for use by many threads. */
    Map<String, String> kept() {
        return kept;
    }
}
