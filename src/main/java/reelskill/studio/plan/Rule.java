package reelskill.studio.plan;

import java.util.Optional;

/** Recognizes one kind of clause. Rules are tried in order, and each accounts for every word or says nothing. */
interface Rule {
    /** Returns what {@code clause} asks for, or empty if this rule does not recognize it. */
    Optional<Reading> read(Clause clause);
}
