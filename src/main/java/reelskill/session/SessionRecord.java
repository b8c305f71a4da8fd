package reelskill.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;

/**
 * What is remembered of a session between two commands. No token is part of it.
 *
 * @param backend the name of the backend that has it, as {@link Backend#name} says it
 * @param language what its person spoke last
 * @param userId the anonymous user's id, for the registration link; null where the backend never told it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionRecord(
        String id, String taskId, @Nullable String userId, String backend, Language language, List<String> media) {
    public SessionRecord {
        media = List.copyOf(media);
    }

    SessionRecord in(Language spoken) {
        return new SessionRecord(id, taskId, userId, backend, spoken, media);
    }

    SessionRecord withMedia(List<String> added) {
        List<String> all = new ArrayList<>(media);
        all.addAll(added);
        return new SessionRecord(id, taskId, userId, backend, language, all);
    }
}
