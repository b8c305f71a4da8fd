package reelskill.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {
    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "120"})
    void millisecondsOnTheWireLoseNoFrame(String text) {
        FrameRate rate = FrameRate.parse(text);
        for (long frame = 0; frame < 500_000; frame += 7) {
            assertThat(rate.framesOfMillis(rate.millis(frame))).isEqualTo(frame);
            assertThat(rate.frames(rate.time(frame))).isEqualTo(frame);
        }
    }

    @Test
    void timeOfAFrameIsExactToTheNanosecond() {
        assertThat(new FrameRate(30000, 1001).time(30000)).isEqualTo(Duration.ofSeconds(1001));
        assertThat(new FrameRate(25, 1).time(1)).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void rateMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> FrameRate.parse("0/0"));
    }
}
