package reelskill.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reelskill.studio.timeline.Timeline;

/** What went before is read again from its sentences: each of them once, however long the talk was. */
class PastTest {
    private static final Timeline NOW = Timelines.of("talk", Library.THREE_CLIPS);
    private final Planner planner = new Planner();
    private final AtomicInteger read = new AtomicInteger();

    @Test
    void eachEarlierSentenceIsReadAtMostOnceForALaterOne() {
        List<String> said = IntStream.range(0, 12)
                .mapToObj(i -> "make clip " + (1 + i % 3) + " a bit brighter")
                .toList();
        planner.plan("do that to the first clip too", NOW, Library.THREE_CLIPS, past(said, said.size()));
        assertThat(read.get()).isBetween(1, said.size());
    }

    private Past past(List<String> said, int turns) {
        return new Past(Set.of(), () -> turns == 0 ? Optional.empty() : Optional.of(change(said, turns - 1)));
    }

    private LastChange change(List<String> said, int turn) {
        if (read.incrementAndGet() > 100) throw new IllegalStateException("read again and again");
        return LastChange.of(NOW, planner.plan(said.get(turn), NOW, Library.THREE_CLIPS, past(said, turn)));
    }
}
