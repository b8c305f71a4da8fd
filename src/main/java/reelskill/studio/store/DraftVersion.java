package reelskill.studio.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A draft as it was after one sentence. Never changes, but for its names.
 *
 * @param number counts a session's versions from 1
 * @param parent the id of the version that it was made from; empty for the first
 * @param sentence what the user said or did
 * @param names what it is called, in order of the alphabet
 * @param draft the draft's JSON
 * @param isCurrent whether it is what the session shows
 */
public record DraftVersion(
        long id,
        String sessionId,
        int number,
        OptionalLong parent,
        String sentence,
        List<String> names,
        String draft,
        Instant createdAt,
        boolean isCurrent) {
    public DraftVersion {
        names = List.copyOf(names);
    }
}
