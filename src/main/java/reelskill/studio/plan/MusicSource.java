package reelskill.studio.plan;

import reelskill.studio.timeline.Score.Mood;

/** Where music comes from. */
public sealed interface MusicSource {
    /** A file of the session's library. */
    record Brought(LibraryItem item) implements MusicSource {}

    /** Written on this machine. */
    record Composed(Mood mood) implements MusicSource {}
}
