package reelskill.studio.plan;

import java.util.Optional;
import reelskill.studio.timeline.Score.Lead;
import reelskill.studio.timeline.Score.Mood;

/** Where music comes from. */
public sealed interface MusicSource {
    /** A file of the session's library. */
    record Brought(LibraryItem item) implements MusicSource {}

    /** Written on this machine. */
    record Composed(Mood mood, Optional<Lead> lead) implements MusicSource {
        /** With the instruments that are usual in the mood. */
        public Composed(Mood mood) {
            this(mood, Optional.empty());
        }
    }
}
