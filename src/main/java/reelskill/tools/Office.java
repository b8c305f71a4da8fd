package reelskill.tools;

import dev.langchain4j.invocation.InvocationParameters;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.session.Allowance;
import reelskill.session.Conversation;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;

/**
 * What all tools share.
 *
 * @param patience how long a start waits for its own job: well below the shortest time limit of a host
 */
record Office(Workplaces workplaces, Folders folders, Jobs jobs, Duration patience) {

    static Caller caller(@Nullable InvocationParameters call) {
        return call == null ? Caller.PROGRAM : call.getOrDefault(Caller.KEY, Caller.PROGRAM);
    }

    /** Works on an earlier session, at once and on this thread. */
    <T> T in(String sessionId, InvocationParameters call, Function<Conversation, T> deed) {
        Workplace place = workplaces.of(caller(call));
        SessionRecord session = session(place, sessionId);
        return guarded(
                session.language(),
                place,
                () -> deed.apply(Conversation.resume(place, session, session.language(), new CancelSignal())));
    }

    /**
     * Starts a job on a session, or finds it, and waits a little.
     *
     * @param agreed whether the person agreed to what it costs beyond what needs no question
     */
    Answer.JobReport start(
            Job.Order order,
            InvocationParameters call,
            boolean agreed,
            BiFunction<Conversation, Workplace, Job.Outcome> deed) {
        Caller caller = caller(call);
        Workplace place = workplaces.of(caller);
        SessionRecord session = session(place, order.sessionId());
        return jobs.start(
                        order,
                        job -> guarded(order.language(), place, () -> {
                            Workplace told = new Workplace(
                                    place.backend(),
                                    place.journal(),
                                    job,
                                    place.manifest(),
                                    new Allowance(place.allowance().limit(), expense -> agreed));
                            return deed.apply(Conversation.resume(told, session, order.language(), job.cancel()), told);
                        }))
                .await(caller, patience);
    }

    SessionRecord session(Workplace place, String id) {
        Optional<SessionRecord> found =
                place.journal().session(id).filter(session -> session.id().equals(id));
        SessionRecord session = found.orElseThrow(() -> ToolException.of(
                Language.of(id),
                "There is no session '%s'. Begin one with upload_media or start_session, and pass on the session_id that"
                        + " it returns.",
                "没有会话“%s”。请用 upload_media 或 start_session 开始，并传入返回的 session_id。",
                Plain.line(id)));
        if (!session.backend().equals(place.backend().name())) {
            throw ToolException.of(
                    session.language(),
                    "Session %s belongs to the %s backend, and this server works with the %s one. Begin a new session.",
                    "会话 %s 属于 %s 后端，而本服务器使用 %s 后端。请开始新会话。",
                    id,
                    session.backend(),
                    place.backend().name());
        }
        return session;
    }

    static <T> T guarded(Language language, Workplace place, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RuntimeException e) {
            throw Refusals.of(e, language, place);
        }
    }

    /** Returns the text. @throws ToolException if it is missing, blank or longer than a person would write */
    static String require(String name, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw ToolException.of(Language.ENGLISH, "%s is required and may not be empty.", "", name);
        }
        if (value.length() > most) {
            throw ToolException.of(Language.ENGLISH, "%s may have at most %d characters.", "", name, most);
        }
        return value.strip();
    }

    static int require(String name, @Nullable Integer value, int least, int most, int standard) {
        int number = value == null ? standard : value;
        if (number < least || number > most) {
            throw ToolException.of(Language.ENGLISH, "%s must be from %d to %d.", "", name, least, most);
        }
        return number;
    }
}
