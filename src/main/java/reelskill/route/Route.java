package reelskill.route;

/**
 * The decision for one message.
 *
 * @param thenExport the message is an edit that also asks for the result: export once the turn is over
 * @param certain false if the words alone did not decide and this is the best guess
 */
public record Route(Action action, boolean thenExport, boolean certain) {
    public static Route of(Action action) {
        return new Route(action, false, true);
    }

    static Route guess(Action action) {
        return new Route(action, false, false);
    }
}
