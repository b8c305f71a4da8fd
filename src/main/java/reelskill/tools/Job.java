package reelskill.tools;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reelskill.language.Language;
import reelskill.nemo.CancelSignal;
import reelskill.session.Narrator;

/** Work that may outlive the call that began it. Whoever waits may leave; the work goes on. Safe for many threads. */
final class Job implements Narrator {
    private final String id;
    private final Order order;
    private final CancelSignal cancel = new CancelSignal();
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private final List<Caller> watchers = new CopyOnWriteArrayList<>();
    private volatile double share;
    private volatile String words;

    Job(String id, Order order) {
        this.id = id;
        this.order = order;
        words = order.kind().busy(order.language());
    }

    /**
     * What is to be done.
     *
     * @param request what tells the same order from another one of its kind and session
     * @param requestId the caller's own name for this order; null where it gave none
     * @param target where the file goes; null for all but exports
     */
    record Order(
            Kind kind,
            String sessionId,
            String request,
            @Nullable String requestId,
            @Nullable String target,
            Language language) {
        boolean isLike(Order other) {
            return kind == other.kind && sessionId.equals(other.sessionId) && request.equals(other.request);
        }

        boolean isNamedLike(Order other) {
            return requestId != null && requestId.equals(other.requestId) && sessionId.equals(other.sessionId);
        }
    }

    /** What kind of work it is. */
    enum Kind {
        UPLOAD("The upload is running", "正在上传"),
        EDIT("The edit is running", "正在编辑"),
        EXPORT("The export is running", "正在导出");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String busy(Language language) {
            return language.pick(english, chinese);
        }
    }

    /** What finished work has to show: one of the three, and a sentence. */
    record Outcome(
            String message,
            @Nullable List<Answer.MediaFile> files,
            Answer.@Nullable Edit edit,
            Answer.@Nullable ExportedFile export,
            @Nullable List<Answer.ExportedFile> exports) {
        /** Work that makes one file at most. */
        Outcome(
                String message,
                @Nullable List<Answer.MediaFile> files,
                Answer.@Nullable Edit edit,
                Answer.@Nullable ExportedFile export) {
            this(message, files, edit, export, null);
        }
    }

    /** What is done; it runs on a thread of its own. */
    @FunctionalInterface
    interface Work {
        Outcome run(Job job);
    }

    String id() {
        return id;
    }

    Order order() {
        return order;
    }

    CancelSignal cancel() {
        return cancel;
    }

    int percent() {
        return done.isDone() ? 100 : (int) Math.floor(share * 100);
    }

    boolean isRunning() {
        return !done.isDone();
    }

    boolean hasFailed() {
        return done.isCompletedExceptionally();
    }

    void run(Work work) {
        try {
            done.complete(work.run(this));
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
            if (e instanceof Error) throw e;
        }
    }

    /**
     * Waits at most {@code time} and returns how the work stands.
     *
     * @throws ToolException if the work failed
     * @throws CancellationException if the caller left first
     */
    Answer.JobReport await(Caller caller, Duration time) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        watchers.add(caller);
        Caller.Registration leaving = caller.onGone(() -> gone.complete(null));
        try {
            CompletableFuture.anyOf(done, gone).get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Both are told by the report.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            leaving.close();
            watchers.remove(caller);
        }
        if (gone.isDone() && isRunning()) throw new CancellationException();
        return report();
    }

    private Answer.JobReport report() {
        if (isRunning()) return report("running", new Outcome(running(), null, null, null));
        return report("done", outcome());
    }

    private Outcome outcome() {
        try {
            return done.getNow(new Outcome("", null, null, null));
        } catch (CompletionException e) {
            throw e.getCause() instanceof ToolException told ? ToolException.of(told.sentence()) : e;
        }
    }

    private Answer.JobReport report(String status, Outcome outcome) {
        return new Answer.JobReport(
                outcome.message,
                id,
                order.kind.name().toLowerCase(Locale.ROOT),
                status,
                order.sessionId,
                percent(),
                outcome.files,
                outcome.edit,
                outcome.export,
                outcome.exports);
    }

    private String running() {
        return order.language.say(
                "%s (%d%%). Call wait_for with job_id %s for the result; do not start it again.",
                "%s（%d%%）。请用 job_id %s 调用 wait_for 取得结果，不要重新开始。", words, percent(), id);
    }

    @Override
    public void say(String sentence) {
        words = sentence;
        tell();
    }

    @Override
    public void progress(Step step, double of) {
        // The file comes after the render: together they are one export.
        share = switch (step) {
            case UPLOAD, TURN -> of;
            case RENDER -> of * 0.9;
            case DOWNLOAD -> 0.9 + of * 0.1;
        };
        tell();
    }

    private void tell() {
        for (Caller watcher : watchers) watcher.progress(share, words);
    }

    /** Returns the sentence of the failure; empty while it runs or if it went well. */
    Optional<String> problem() {
        if (!hasFailed()) return Optional.empty();
        try {
            outcome();
            return Optional.empty();
        } catch (ToolException e) {
            return Optional.of(e.sentence());
        }
    }
}
