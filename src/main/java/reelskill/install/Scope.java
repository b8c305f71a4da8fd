package reelskill.install;

/** For whom something is installed: the person, in every project, or one project, whoever works on it. */
public enum Scope {
    USER,
    PROJECT
}
