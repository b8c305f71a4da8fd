package reelskill.tools;

import dev.langchain4j.invocation.InvocationParameters;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.session.JobRecord;
import reelskill.session.SessionRecord;
import reelskill.session.Workplace;

/**
 * What all tools share.
 *
 * @param patience how long a start waits for its own job: well below the shortest time limit of a host
 */
record Office(Workplaces workplaces, Folders folders, Jobs jobs, Duration patience) {
    private static final int LONGEST_ID = 200;

    static Caller caller(@Nullable InvocationParameters call) {
        return call == null ? Caller.PROGRAM : call.getOrDefault(Caller.KEY, Caller.PROGRAM);
    }

    /** Returns what a tool works with. @throws ToolException if there is no such session here */
    Visit visit(@Nullable String sessionId, @Nullable InvocationParameters call) {
        Caller caller = caller(call);
        Workplace place = workplaces.of(caller);
        return new Visit(this, caller, place, session(place, id("session_id", sessionId, place)));
    }

    /** Returns the job of this id, also of an earlier process. @throws ToolException if there never was one */
    Job job(@Nullable String jobId, InvocationParameters call) {
        Workplace place = workplaces.of(caller(call));
        String id = id("job_id", jobId, place);
        Optional<Job> here = jobs.job(id);
        if (here.isPresent()) return here.get();
        Optional<JobRecord> earlier = place.journal().job(id);
        earlier.ifPresent(record -> visit(record.sessionId(), call).takeIn(record));
        return earlier.flatMap(record -> jobs.job(id))
                .orElseThrow(() -> ToolException.of(
                        spoken(place),
                        "There is no job '%s'. Call show_timeline to see what an edit did and export_status for exports; start"
                                + " nothing again before that.",
                        "没有任务“%s”。请用 show_timeline 查看编辑结果，用 export_status 查看导出；在此之前不要重新开始。",
                        Plain.line(id)));
    }

    private static String id(String name, @Nullable String given, Workplace place) {
        if (given != null && !given.isBlank() && given.length() <= LONGEST_ID) return given.strip();
        return Arguments.text(name, given, LONGEST_ID, spoken(place));
    }

    /** Returns the language of the conversation that was had last: the best guess where a call names no session. */
    static Language spoken(Workplace place) {
        return place.journal()
                .lastSession(place.backend().name())
                .map(SessionRecord::language)
                .orElse(Language.ENGLISH);
    }

    private static SessionRecord session(Workplace place, String id) {
        Optional<SessionRecord> found =
                place.journal().session(id).filter(session -> session.id().equals(id));
        SessionRecord session = found.orElseThrow(() -> ToolException.of(
                spoken(place),
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
}
