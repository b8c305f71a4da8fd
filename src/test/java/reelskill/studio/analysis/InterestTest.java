package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import reelskill.studio.plan.Stretch;

/** A file of ten seconds: speech at -20 dB, a floor of -60 dB. */
class InterestTest {
    private static final int LENGTH = 1000;
    private final float[] levels = new float[LENGTH];
    private final byte[] changes = new byte[LENGTH / 10];

    @Test
    void partsCoverTheWholeFileInOrder() {
        List<Stretch> parts = parts(new Span(120, 300), new Span(320, 480), new Span(700, 950));
        assertThat(parts.get(0).time().in()).isZero();
        assertThat(parts.get(parts.size() - 1).time().out().toMillis()).isEqualTo(10_000);
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).time().in())
                    .isEqualTo(parts.get(i - 1).time().out());
        }
    }

    @Test
    void noPartBeginsInsideWhatIsSaid() {
        List<Span> voice = List.of(new Span(120, 300), new Span(320, 480), new Span(700, 950));
        for (Stretch part : parts(voice.toArray(Span[]::new))) {
            int in = Span.hops(part.time().in());
            assertThat(voice).noneMatch(span -> span.in() < in && in < span.out());
        }
    }

    @Test
    void breathDoesNotEndASentence() {
        assertThat(parts(new Span(100, 300), new Span(320, 500)).stream().filter(part -> part.speech() > 0))
                .singleElement()
                .satisfies(part -> assertThat(part.time().duration().toMillis()).isEqualTo(4300));
    }

    @Test
    void silenceIsTakenApartSoThatAPieceOfItCanGo() {
        assertThat(parts()).hasSize(5).allMatch(part -> part.speech() == 0);
    }

    @Test
    void loudnessIsMeasuredAgainstTheFilesOwn() {
        Arrays.fill(levels, -40);
        Arrays.fill(levels, 0, 200, -28);
        assertThat(parts().get(0).loudness()).isCloseTo(1, within(0.01));
        assertThat(parts().get(1).loudness()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void movementCounts() {
        Arrays.fill(changes, 0, 20, (byte) 16);
        assertThat(parts().get(0).change()).isEqualTo(0.5);
        assertThat(parts().get(1).change()).isZero();
    }

    @Test
    void fileWithoutSoundOrPictureIsMeasuredByTheOther() {
        assertThat(new Interest(LENGTH, List.of(), new float[0], changes).stretches())
                .allMatch(part -> part.loudness() == 0);
        assertThat(new Interest(LENGTH, List.of(), levels, new byte[0]).stretches())
                .allMatch(part -> part.change() == 0);
    }

    private List<Stretch> parts(Span... voice) {
        return new Interest(LENGTH, List.of(voice), levels, changes).stretches();
    }
}
