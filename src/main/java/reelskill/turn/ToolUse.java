package reelskill.turn;

/** How often one tool was used in a turn, and how its answers were. */
public record ToolUse(String name, int calls, int succeeded, int failed) {
    ToolUse called() {
        return new ToolUse(name, calls + 1, succeeded, failed);
    }

    ToolUse finished(boolean failure) {
        return new ToolUse(name, calls, succeeded + (failure ? 0 : 1), failed + (failure ? 1 : 0));
    }
}
