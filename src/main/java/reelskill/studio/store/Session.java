package reelskill.studio.store;

import reelskill.language.Language;

/**
 * A conversation about one draft.
 *
 * @param id 19 digits; the protocol's {@code session_id}
 * @param taskId 19 digits; the protocol's {@code task_id}
 * @param name what its owner calls it
 */
public record Session(String id, String taskId, String accountId, String name, Language language) {}
