package reelskill.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A screen that answers what a test says and keeps what it was shown. */
final class FakeScreen implements Screen {
    final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    final List<String> asked = new ArrayList<>();
    final Queue<String> answers = new ArrayDeque<>();
    private final List<Runnable> interrupts = new ArrayList<>();

    /** Presses Ctrl-C. */
    void interrupt() {
        List<Runnable> actions;
        synchronized (interrupts) {
            actions = List.copyOf(interrupts);
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public Optional<String> read() {
        return Optional.empty();
    }

    @Override
    public Optional<String> ask(String question) {
        asked.add(question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public void show(Passage passage) {
        shown.add(passage.mark() + " " + passage.text());
    }

    @Override
    public void stream(String piece) {
        shown.add(piece);
    }

    @Override
    public void endText() {
        // Each piece is kept as it came.
    }

    @Override
    public void progress(String words, double share) {
        // Nobody watches.
    }

    @Override
    public void endProgress() {
        // Nobody watches.
    }

    @Override
    public Watch onInterrupt(Runnable action) {
        synchronized (interrupts) {
            interrupts.add(action);
        }
        return () -> {
            synchronized (interrupts) {
                interrupts.remove(action);
            }
        };
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
