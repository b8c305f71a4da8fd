package reelskill.studio.plan;

/** Which version of a timeline is meant, as it was said. */
public sealed interface VersionRef {
    /** The one that is shown. */
    record Current() implements VersionRef {}

    /** The one that the current one was made from. */
    record Previous() implements VersionRef {}

    /** Counted from 1, which is the timeline of the first upload. */
    record Numbered(int number) implements VersionRef {}

    /** By a name that it was given; letters of both cases are the same. */
    record Named(String name) implements VersionRef {}
}
