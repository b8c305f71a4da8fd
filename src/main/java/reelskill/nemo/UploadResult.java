package reelskill.nemo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an upload left behind; {@code applied} says whether the session's state knows the files already. */
public record UploadResult(List<UploadedFile> files, boolean applied) {
    public UploadResult {
        files = List.copyOf(files);
    }

    static UploadResult read(JsonNode data) {
        List<UploadedFile> files = StreamSupport.stream(data.path("files").spliterator(), false)
                .map(UploadedFile::read)
                .toList();
        return new UploadResult(files, data.path("session_state_applied").asBoolean());
    }
}
