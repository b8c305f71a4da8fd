package reelskill.host;

/** Lists are short: all of them come on one page. */
final class Pages {
    private Pages() {}

    /** @throws HostException if the client asks for a page that was never offered */
    static void onlyOne(RunningCall call) {
        if (call.params().hasNonNull("cursor"))
            throw HostException.invalidParams("Invalid cursor: this list has one page");
    }
}
