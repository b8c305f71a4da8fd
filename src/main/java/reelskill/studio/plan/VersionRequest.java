package reelskill.studio.plan;

/** What is asked about the versions of a timeline, which its keeper answers: a plan knows one timeline alone. */
public sealed interface VersionRequest {
    /** Gives a version a name. A name that another one has goes over to this one. */
    record Name(VersionRef version, String name) implements VersionRequest {}

    /** Shows an earlier version again; comes before the edits of its message. */
    record Restore(VersionRef version) implements VersionRequest {}

    /** Tells how two differ. */
    record Compare(VersionRef one, VersionRef other) implements VersionRequest {}

    /** Tells what the last edit changed. */
    record Changes() implements VersionRequest {}

    /** Lists all. */
    record All() implements VersionRequest {}
}
