package reelskill.studio.store;

/** Credits that are set aside for running work: they are charged when it is done, or released. */
public record Hold(String id, String accountId, long amount) {}
