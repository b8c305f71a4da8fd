package reelskill.nemo;

import static reelskill.nemo.ContractRun.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** The rules of sessions, their state, their links and their media. */
final class SessionContract {
    private static final String CREATE = "api/tasks/me/with-session/nemo_agent";
    private static final String STATE = "api/state/nemo_agent/me/";
    private static final String UPLOAD = "api/upload-video/nemo_agent/me/";
    /** Nineteen digits, like a real one. */
    private static final String UNKNOWN = "1000000000000000001";

    private final ContractRun run;
    private final ContractProbe probe;

    SessionContract(ContractRun run) {
        this.run = run;
        this.probe = run.probe();
    }

    void checks() {
        run.check("session is made", "Endpoints, Session", this::sessionIsMade);
        run.check("state of a new session", "Endpoints, State", this::stateOfANewSession);
        run.check("state of an unknown session", "Envelopes, 1002", () -> probe.send(
                        probe.signed(STATE + UNKNOWN + "/latest").build())
                .requireNumber(1002));
        run.check("upload into an unknown session", "Envelopes, 1002", () -> upload(UNKNOWN, "a.mp4", "no video")
                .requireNumber(1002));
        run.check("claim link", "Endpoints, Claim link", this::claimLink);
        run.check("file that is no media", "Envelopes, 4001", () -> upload(
                        run.session().sessionId(), "program.exe", "MZ no media")
                .requireNumber(4001));
        run.check("upload of a video", "Endpoints, Upload", this::uploadOfAVideo);
        run.check("state knows the video", "Endpoints, State", this::stateKnowsTheVideo);
    }

    private String sessionIsMade() {
        RequestBody body = Api.json(Json.object().put("task_name", "project").put("language", "en"));
        JsonNode data = probe.send(probe.signed(CREATE).post(body).build()).data();
        String id = Json.text(data, "session_id").orElseThrow(() -> new ContractRun.Broken("There is no session_id."));
        String task = Json.text(data, "task_id").orElseThrow(() -> new ContractRun.Broken("There is no task_id."));
        run.found(new Session(id, task, Json.text(data, "user_id")));
        require(data.path("session_id").isTextual(), "The session_id is not a string.");
        return "A session came with its task.";
    }

    private String stateOfANewSession() {
        Session session = run.session();
        JsonNode data = probe.send(
                        probe.signed(STATE + session.sessionId() + "/latest").build())
                .data();
        require(session.sessionId().equals(data.path("session_id").asText()), "The state is of another session.");
        require(data.path("state").isObject(), "There is no state.");
        return "The state is there, with " + data.path("state").size() + " fields.";
    }

    private String claimLink() {
        Session session = run.session();
        String link =
                probe.client().claimLink(session.taskId(), session.sessionId()).toString();
        require(!link.contains("nmv_"), "The bearer is in the link.");
        return link.contains("claim?ct=")
                ? "A claim token came."
                : "There are no claim tokens; the link asks for a login.";
    }

    private String uploadOfAVideo() {
        Path media = run.media();
        UploadResult result = probe.client()
                .upload(
                        run.session().sessionId(),
                        List.of(media),
                        Optional.empty(),
                        Progress.none(),
                        new CancelSignal());
        require(result.files().size() == 1, "It names " + result.files().size() + " files, not 1.");
        UploadedFile file = result.files().get(0);
        require(!file.filename().isEmpty(), "The file has no name.");
        require(file.resolution().isPresent(), "The file has no width and height.");
        long millis = file.duration()
                .orElseThrow(() -> new ContractRun.Broken("The file has no duration."))
                .toMillis();
        require(millis > 0 && millis < 600_000, "The duration is not in seconds.");
        return "It is known as " + millis + " ms long.";
    }

    private String stateKnowsTheVideo() {
        run.media();
        JsonNode known = probe.client().state(run.session().sessionId()).state().path("video_infos");
        require(!known.isEmpty(), "The state has no video_infos.");
        return "The state lists " + known.size() + " media.";
    }

    private ContractProbe.Answer upload(String session, String name, String content) {
        RequestBody file = RequestBody.create(content, MediaType.get("application/octet-stream"));
        MultipartBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("files", name, file)
                .build();
        return probe.send(probe.signed(UPLOAD + session).post(body).build());
    }
}
