package reelskill.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reelskill.language.Language;
import reelskill.session.JobRecord;
import reelskill.session.Journal;
import reelskill.session.Narrator;

/** Work that goes on whoever waits, and is begun once. */
class JobsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private final List<Job> begunJobs = new ArrayList<>();
    private Journal journal;
    private final CompletableFuture<Job.Outcome> gate = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();

    @BeforeEach
    void open() {
        journal = new Journal(folder);
    }

    @AfterEach
    void letGo() {
        gate.complete(new Job.Outcome("late", null, null, null));
        for (Job job : begunJobs) {
            try {
                job.await(Caller.PROGRAM, LONG);
            } catch (ToolException e) {
                // It has ended, which is all that the folder waits for.
            }
        }
        jobs.close();
    }

    @Test
    void startReturnsTheIdOfWhatStillRuns() {
        Job job = start("s", "cut it", null);
        Answer.JobReport report = job.await(Caller.PROGRAM, Duration.ZERO);
        assertThat(report.status()).isEqualTo("running");
        assertThat(report.message()).contains("wait_for", job.id());
    }

    @Test
    void waitReturnsTheResult() {
        Job job = start("s", "cut it", null);
        gate.complete(new Job.Outcome("cut", null, null, null));
        Answer.JobReport report = jobs.job(job.id()).orElseThrow().await(Caller.PROGRAM, LONG);
        assertThat(report.status() + " " + report.message()).isEqualTo("done cut");
    }

    @Test
    void callerThatLeavesStopsWaitingAndNotTheJob() {
        Job job = start("s", "cut it", null);
        assertThatThrownBy(() -> job.await(new Leaving(), LONG)).isInstanceOf(CancellationException.class);
        assertThat(job.isRunning()).isTrue();
        assertThat(job.cancel().isCanceled()).isFalse();
        gate.complete(new Job.Outcome("cut", null, null, null));
        assertThat(job.await(Caller.PROGRAM, LONG).status()).isEqualTo("done");
    }

    @Test
    void sameOrderWhileItRunsIsTheSameJob() {
        assertThat(start("s", "cut it", null)).isSameAs(start("s", "cut it", null));
    }

    @Test
    void retryUnderTheSameNameIsTheSameJobEvenWhenItIsDone() {
        Job job = start("s", "cut it", "r1");
        gate.complete(new Job.Outcome("cut", null, null, null));
        job.await(Caller.PROGRAM, LONG);
        assertThat(start("s", "cut it", "r1")).isSameAs(job);
        assertThat(begun).hasValue(1);
    }

    @Test
    void sameWordsAfterwardsAreANewJob() {
        Job job = start("s", "cut it", null);
        gate.complete(new Job.Outcome("cut", null, null, null));
        job.await(Caller.PROGRAM, LONG);
        assertThat(start("s", "cut it", null)).isNotSameAs(job);
    }

    @Test
    void nameOfAnotherRequestIsRefused() {
        start("s", "cut it", "r1");
        assertThatThrownBy(() -> start("s", "add a title", "r1")).hasMessageContaining("r1");
    }

    @Test
    void anotherOrderInABusySessionIsRefusedWithTheRunningId() {
        Job job = start("s", "cut it", null);
        assertThatThrownBy(() -> start("s", "add a title", null)).hasMessageContaining(job.id());
    }

    @Test
    void earlierNameIsAnsweredWhileAnotherJobRuns() {
        Job first = start("s", "cut it", "r1");
        gate.complete(new Job.Outcome("cut", null, null, null));
        first.await(Caller.PROGRAM, LONG);
        try (Jobs next = new Jobs()) {
            CompletableFuture<Job.Outcome> running = new CompletableFuture<>();
            Job second = next.start(order("s", "add a title", "r2"), journal, job -> running.join());
            for (JobRecord record : journal.jobsOf("s")) next.takeIn(record, journal, job -> running.join());
            assertThat(next.find(order("s", "cut it", "r1")).orElseThrow().id()).isEqualTo(first.id());
            running.complete(new Job.Outcome("titled", null, null, null));
            second.await(Caller.PROGRAM, LONG);
        }
    }

    @Test
    void sessionThatAnOrderBeganIsFoundByItsName() {
        Job job = start("s", "cut it", "r1");
        assertThat(jobs.sessionOf(Job.Kind.EDIT, "cut it", "r1")).contains("s");
        assertThat(jobs.sessionOf(Job.Kind.EDIT, "cut it", "r2")).isEmpty();
        assertThat(jobs.sessionOf(Job.Kind.EDIT, "cut it", null)).isEmpty();
        assertThat(jobs.sessionOf(Job.Kind.UPLOAD, "cut it", "r1")).isEmpty();
        assertThat(job.isRunning()).isTrue();
    }

    @Test
    void sessionsDoNotDisturbEachOther() {
        assertThat(start("a", "cut it", "r1")).isNotSameAs(start("b", "cut it", "r1"));
    }

    @Test
    void failedJobTellsWhyAndMayBeBegunAgain() {
        Job job = start("s", "cut it", "r1");
        gate.completeExceptionally(ToolException.of("no credits"));
        assertThatThrownBy(() -> job.await(Caller.PROGRAM, LONG)).hasMessage("no credits");
        assertThat(start("s", "cut it", "r1")).isNotSameAs(job);
    }

    @Test
    void progressReachesWhoWaits() {
        Watching caller = new Watching();
        Job job = jobs.start(order("s", "cut it", null), journal, at -> {
            caller.waits.join();
            at.progress(Narrator.Step.RENDER, 0.5);
            return new Job.Outcome("done", null, null, null);
        });
        job.await(caller, LONG);
        assertThat(caller.seen).containsExactly(0.45);
    }

    @Test
    void endOfAJobIsKnownToTheNextProcess() {
        Job job = start("s", "cut it", "r1");
        Answer.Edit edit = new Answer.Edit(
                "changed",
                "剪好了",
                new Answer.Read(List.of(), List.of(), List.of(), List.of(), null),
                List.of("a"),
                new Answer.Before("", 0),
                "Timeline",
                1.5,
                new Answer.Measured(new Answer.Figures(2, 2, null), new Answer.Figures(1.5, 1.5, -14.0)),
                true,
                List.of(),
                List.of("export"));
        gate.complete(new Job.Outcome("cut", null, edit, null));
        job.await(Caller.PROGRAM, LONG);
        Job known = afterRestart(job.id());
        assertThat(known.await(Caller.PROGRAM, Duration.ZERO)).isEqualTo(job.await(Caller.PROGRAM, Duration.ZERO));
    }

    @Test
    void failureIsKnownToTheNextProcess() {
        Job job = start("s", "cut it", "r1");
        gate.completeExceptionally(ToolException.of("no credits"));
        assertThatThrownBy(() -> job.await(Caller.PROGRAM, LONG)).hasMessage("no credits");
        assertThatThrownBy(() -> afterRestart(job.id()).await(Caller.PROGRAM, Duration.ZERO))
                .hasMessage("no credits");
    }

    @Test
    void nameIsTheSameJobAfterARestart() {
        Job job = start("s", "cut it", "r1");
        gate.complete(new Job.Outcome("cut", null, null, null));
        job.await(Caller.PROGRAM, LONG);
        try (Jobs next = restarted()) {
            assertThat(next.find(order("s", "cut it", "r1")).orElseThrow().id()).isEqualTo(job.id());
            assertThat(next.find(order("s", "cut it", "r2"))).isEmpty();
        }
    }

    @Test
    void workThatEndsWithTheServerIsLookedUpByTheNextOne() {
        Job job = start("s", "cut it", "r1");
        jobs.close();
        gate.completeExceptionally(ToolException.of("the studio is gone"));
        assertThatThrownBy(() -> job.await(Caller.PROGRAM, LONG)).isInstanceOf(ToolException.class);
        assertThat(journal.job(job.id()).orElseThrow().hasEnded()).isFalse();
    }

    @Test
    void orderThatComesWhileTheServerEndsIsNotWaitedFor() {
        jobs.close();
        assertThatThrownBy(() -> jobs.start(order("s", "cut it", "r1"), journal, job -> gate.join()))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(jobs.of("s")).singleElement().satisfies(job -> assertThat(job.isRunning())
                .isFalse());
    }

    private Job afterRestart(String id) {
        try (Jobs next = restarted()) {
            return next.job(id).orElseThrow();
        }
    }

    private Jobs restarted() {
        Jobs next = new Jobs();
        for (JobRecord record : journal.jobsOf("s")) {
            next.takeIn(record, journal, job -> {
                throw new AssertionError("what has ended is not looked up");
            });
        }
        return next;
    }

    private Job start(String session, String words, String requestId) {
        Job job = begin(session, words, requestId);
        begunJobs.add(job);
        return job;
    }

    private Job begin(String session, String words, String requestId) {
        return jobs.start(order(session, words, requestId), journal, job -> {
            begun.incrementAndGet();
            try {
                return gate.join();
            } catch (java.util.concurrent.CompletionException e) {
                throw (ToolException) e.getCause();
            }
        });
    }

    private static Job.Order order(String session, String words, String requestId) {
        return new Job.Order(Job.Kind.EDIT, session, words, requestId, null, Language.ENGLISH);
    }

    private static class Leaving implements Caller {
        @Override
        public Optional<String> clientName() {
            return Optional.empty();
        }

        @Override
        public void progress(double share, String words) {}

        @Override
        public Registration onGone(Runnable action) {
            action.run();
            return () -> {};
        }
    }

    private static final class Watching extends Leaving {
        final CompletableFuture<Void> waits = new CompletableFuture<>();
        final List<Double> seen = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public void progress(double share, String words) {
            seen.add(share);
        }

        @Override
        public Registration onGone(Runnable action) {
            waits.complete(null);
            return () -> {};
        }
    }
}
