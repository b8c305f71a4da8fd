package reelskill.studio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void actionsRunOnce() {
        cancellation.onCancel(() -> done.add("a"));
        cancellation.cancel();
        cancellation.cancel();
        assertThat(done).containsExactly("a");
    }

    @Test
    void actionTakenBackDoesNotRun() {
        Runnable same = () -> done.add("a");
        cancellation.onCancel(same);
        cancellation.onCancel(same).close();
        cancellation.cancel();
        assertThat(done).containsExactly("a");
    }

    @Test
    void actionThatComesTooLateRunsAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(() -> done.add("late"));
        assertThat(done).containsExactly("late");
    }

    @Test
    void cancelledWorkThrows() {
        cancellation.throwIfCancelled();
        cancellation.cancel();
        assertThatThrownBy(cancellation::throwIfCancelled).isInstanceOf(CancellationException.class);
    }

    @Test
    void progressNeverFallsAndEndsAtOne() {
        List<Double> shares = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(new FfmpegJob(Duration.ofSeconds(10), shares::add, cancellation));
        for (String time : List.of("N/A", "-1000", "2500000", "2000000", "99000000", "3000000")) {
            meter.accept("out_time_us=" + time);
        }
        meter.done();
        assertThat(shares).containsExactly(0.25, 1.0);
    }

    @Test
    void progressOfUnknownDurationIsOnlyTheEnd() {
        List<Double> shares = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(new FfmpegJob(Duration.ZERO, shares::add, cancellation));
        meter.accept("out_time_us=1000");
        meter.done();
        assertThat(shares).containsExactly(1.0);
    }
}
