package reelskill.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import reelskill.session.SessionRecord;

/**
 * The editing sessions that each conversation of a host has used, the newest first: what one client works on is not shown
 * to another. Safe for use by many threads.
 */
final class RecentSessions {
    private static final int MOST_CONVERSATIONS = 300;
    private static final int MOST_SESSIONS = 20;
    private static final String STDIO = "stdio";

    private final Supplier<Optional<SessionRecord>> last;
    private final Map<String, Deque<String>> used = new LinkedHashMap<>(16, 0.75f, true);

    /** @param last the session that was used last on this machine: of whoever has the only end of a pipe */
    RecentSessions(Supplier<Optional<SessionRecord>> last) {
        this.last = last;
    }

    synchronized void add(String conversation, String session) {
        Deque<String> sessions = used.computeIfAbsent(conversation, key -> new ArrayDeque<>());
        sessions.remove(session);
        sessions.addFirst(session);
        if (sessions.size() > MOST_SESSIONS) sessions.removeLast();
        if (used.size() > MOST_CONVERSATIONS)
            used.remove(used.keySet().iterator().next());
    }

    synchronized List<String> of(Optional<String> conversation) {
        Deque<String> sessions = conversation.map(used::get).orElse(null);
        if (sessions != null) return List.copyOf(sessions);
        return conversation.filter(STDIO::equals).isPresent()
                ? last.get().map(SessionRecord::id).stream().toList()
                : List.of();
    }
}
