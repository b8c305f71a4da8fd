package reelskill.studio.store;

/**
 * An account's credits.
 *
 * @param available what can be spent now
 * @param frozen what is held for running work
 */
public record Balance(long available, long frozen) {
    public long total() {
        return available + frozen;
    }
}
