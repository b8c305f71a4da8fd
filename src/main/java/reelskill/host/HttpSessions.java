package reelskill.host;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations of the legacy era, each known by an unguessable id to its client alone. Safe for many threads. */
final class HttpSessions {
    private static final class Session {
        final Peer peer;
        Instant used;

        Session(Peer peer, Instant used) {
            this.peer = peer;
            this.used = used;
        }
    }

    private final HttpSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    HttpSessions(HttpSettings settings) {
        this.settings = settings;
    }

    /** Returns the id of a new conversation. @throws HostException if all places are taken by conversations at work */
    synchronized String open(Peer peer) {
        sweep();
        if (sessions.size() >= settings.maxSessions()) evict();
        String id = id();
        sessions.put(id, new Session(peer, now()));
        return id;
    }

    String id() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the conversation and keeps it alive; null if there is none. */
    synchronized @Nullable Peer find(@Nullable String id) {
        sweep();
        Session session = id == null ? null : sessions.get(id);
        if (session == null) return null;
        session.used = now();
        return session.peer;
    }

    synchronized boolean end(@Nullable String id) {
        Session session = id == null ? null : sessions.remove(id);
        if (session != null) session.peer.leave();
        return session != null;
    }

    synchronized void sweep() {
        Instant oldest = now().minus(settings.sessionLife());
        for (Iterator<Session> all = sessions.values().iterator(); all.hasNext(); ) {
            Session session = all.next();
            if (session.peer.isBusy() || session.used.isAfter(oldest)) continue;
            all.remove();
            session.peer.leave();
        }
    }

    private void evict() {
        String idlest = sessions.entrySet().stream()
                .filter(entry -> !entry.getValue().peer.isBusy())
                .min(Comparator.comparing(entry -> entry.getValue().used))
                .map(Map.Entry::getKey)
                .orElseThrow(HostException::busy);
        end(idlest);
    }

    synchronized void close() {
        for (Session session : sessions.values()) session.peer.leave();
        sessions.clear();
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
