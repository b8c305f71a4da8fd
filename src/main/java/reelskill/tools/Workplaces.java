package reelskill.tools;

import reelskill.session.Workplace;

/** Where the tools work. */
@FunctionalInterface
public interface Workplaces {
    /**
     * Returns the workplace for a caller: one backend for the whole process, attributed to the host that the caller says
     * it is. May take a second the first time. Safe for use by many threads.
     */
    Workplace of(Caller caller);
}
