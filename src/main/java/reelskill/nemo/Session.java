package reelskill.nemo;

import java.util.Optional;

/** A session just made; ids are text, whatever they look like. */
public record Session(String sessionId, String taskId, Optional<String> userId) {}
