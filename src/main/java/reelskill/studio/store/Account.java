package reelskill.studio.store;

/** A user of the studio, known by the client id of one machine. */
public record Account(String id) {}
