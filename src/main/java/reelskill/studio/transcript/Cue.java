package reelskill.studio.transcript;

import reelskill.media.TimeRange;

/** One caption: what is read while it stands. {@code text} has a line break where a new line begins. */
public record Cue(TimeRange time, String text) {}
