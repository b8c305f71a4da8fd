package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an upload left behind; {@code applied} says whether the session's state knows the files already. */
public record UploadResult(List<UploadedFile> files, boolean applied) {
    public UploadResult {
        files = List.copyOf(files);
    }

    static UploadResult read(JsonNode data) {
        return new UploadResult(
                UploadedFile.list(data.path("files")),
                data.path("session_state_applied").asBoolean());
    }
}
