package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The state of a session as it is now.
 *
 * @param draft the draft exactly as it came; empty before the first edit
 * @param state the whole state as it came, a missing node where there is none
 */
public record SessionState(
        String sessionId, Optional<String> taskId, Optional<String> userId, Optional<JsonNode> draft, JsonNode state) {

    static SessionState read(JsonNode data, String asked) {
        JsonNode state = data.path("state");
        return new SessionState(
                Json.text(data, "session_id").orElse(asked),
                Json.text(data, "task_id"),
                Json.text(data, "user_id"),
                Optional.of(state.path("draft")).filter(draft -> draft.isObject() && !draft.isEmpty()),
                state);
    }

    /** Returns the files that the state tells of. */
    List<UploadedFile> files() {
        return UploadedFile.list(state.path("video_infos"));
    }
}
