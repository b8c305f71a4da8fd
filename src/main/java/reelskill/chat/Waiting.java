package reelskill.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reelskill.language.Language;
import reelskill.tools.Caller;

/** The person who waits for a tool, and may stop waiting. Safe for use by many threads. */
final class Waiting implements Caller {
    /** What a job says is a sentence; what it is called is none. */
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?。！？…]");

    private static final Pattern YES = Pattern.compile("(?i)y|yes|ok|是|是的|好|好的|可以");

    private final Screen screen;
    private final String name;
    private final List<Runnable> leaving = new ArrayList<>();
    private String said = "";
    private boolean begun;
    private boolean left;

    /** @param name what is being done, for the bar */
    Waiting(Screen screen, String name) {
        this.screen = screen;
        this.name = name;
    }

    /** Stops waiting. */
    void leave() {
        List<Runnable> actions;
        synchronized (this) {
            left = true;
            actions = List.copyOf(leaving);
        }
        actions.forEach(Runnable::run);
    }

    /** From here on the wait ends when the person leaves: what was begun has an id, by which they can come back to it. */
    synchronized void begun() {
        begun = true;
    }

    synchronized boolean hasLeft() {
        return left;
    }

    synchronized void goOn() {
        left = false;
    }

    @Override
    public Optional<String> clientName() {
        return Optional.empty();
    }

    @Override
    public synchronized void progress(double share, String words) {
        if (!words.equals(said) && SENTENCE.matcher(words).matches()) {
            said = words;
            screen.show(Passage.quiet(words));
        }
        screen.progress(name, share > 0 ? share : Screen.UNKNOWN);
    }

    @Override
    public Registration onGone(Runnable action) {
        synchronized (this) {
            if (!begun) return () -> {};
            leaving.add(action);
            if (!left) return () -> forget(action);
        }
        action.run();
        return () -> forget(action);
    }

    private synchronized void forget(Runnable action) {
        leaving.remove(action);
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public boolean agrees(String question, Language language) {
        return isYes(screen.ask(question + " [y/N] "));
    }

    static boolean isYes(Optional<String> answer) {
        return answer.filter(said -> YES.matcher(said.strip()).matches()).isPresent();
    }
}
