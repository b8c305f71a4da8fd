package reelskill.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reelskill.studio.plan.BoringRule;

/** Clips as levels: a hop of 10 ms each, speech at -20 dB that comes and goes as syllables do, noise at -60 dB. */
class BoringStretchesTest {
    private static final int SECOND = 100;

    private Voice voice = Voice.UNKNOWN;
    private final Random random = new Random(1);
    private final float[] clip = noise(10 * SECOND, -60);

    @Test
    void pauseGoesButForItsPadding() {
        speak(0, 400);
        speak(600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(415, 585));
    }

    @Test
    void pauseShorterThanTheRuleStays() {
        speak(0, 400);
        speak(455, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).isEmpty();
    }

    @Test
    void beginningAndEndGoToTheirOuterEdge() {
        speak(200, 700);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(0, 185), new Span(715, 1000));
    }

    @Test
    void softConsonantAtTheEndOfAWordSurvives() {
        speak(0, 400);
        fill(400, 420, -46);
        speak(600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(435, 585));
    }

    @Test
    void softOnsetOfAWordSurvives() {
        speak(0, 400);
        fill(580, 600, -48);
        speak(600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(415, 565));
    }

    @Test
    void clickIsNotSpeech() {
        speak(0, 300);
        fill(450, 452, -20);
        speak(600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(315, 585));
    }

    /** It swells from -57 to -20 dB and back, and spends as long at one level as at any other. */
    @Test
    void musicIsLeftWhole() {
        for (int hop = 0; hop < clip.length; hop++) {
            clip[hop] = (float) (-20 - Math.abs(hop % 500 - 250) * 0.15 + random.nextGaussian());
        }
        assertThat(boring(BoringRule.DEFAULT, List.of(new Span(0, 500)))).isEmpty();
    }

    @Test
    void hissIsJudgedByThePicture() {
        assertThat(boring(BoringRule.DEFAULT, List.of(new Span(300, 600)))).containsExactly(new Span(315, 585));
    }

    @Test
    void clipWithoutSoundIsJudgedByThePicture() {
        List<Span> still = List.of(new Span(0, 150), new Span(300, 600));
        assertThat(new BoringStretches(BoringRule.DEFAULT, 1000, Voice.UNKNOWN, () -> still).of(Optional.empty()))
                .containsExactly(new Span(315, 585));
    }

    @Test
    void clipThatStandsStillAllAlongIsKept() {
        assertThat(boring(BoringRule.DEFAULT, List.of(new Span(0, 1000)))).isEmpty();
    }

    @Test
    void nothingButPausesIsJudgedByThePicture() {
        fill(10, 20, -20);
        assertThat(boring(BoringRule.DEFAULT, List.of(new Span(300, 600)))).containsExactly(new Span(315, 585));
    }

    @Test
    void stillPictureBetweenShortPausesGoesWhereNothingIsSaid() {
        speak(0, 400);
        speak(700, 1000);
        BoringRule longPauses = rule(Duration.ofSeconds(5), 0);
        assertThat(boring(longPauses, List.of(new Span(300, 650)))).containsExactly(new Span(415, 635));
    }

    @Test
    void pictureIsNotReadWhereSoundDecides() {
        speak(0, 400);
        speak(600, 1000);
        BoringStretches stretches = new BoringStretches(BoringRule.DEFAULT, clip.length, voice, () -> {
            throw new AssertionError("the picture was read");
        });
        assertThat(stretches.of(Optional.of(clip))).isNotEmpty();
    }

    @Test
    void sensitivityTakesSoftSoundForAPause() {
        speak(0, 300);
        fill(300, 700, -42);
        speak(700, 900);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(915, 1000));
        assertThat(boring(rule(Duration.ofMillis(600), 13), List.of()))
                .containsExactly(new Span(315, 685), new Span(915, 1000));
    }

    @Test
    void knockFarFromAnyVoiceIsNotSpeech() {
        speak(0, 300);
        fill(450, 480, -20);
        speak(600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).hasSize(2);
        voice = voice(0, 300, 600, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(315, 585));
    }

    @Test
    void softSpeakerBesideALoudOneIsKept() {
        speak(0, 300);
        fill(400, 500, -55);
        speak(700, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of())).containsExactly(new Span(315, 685));
        voice = voice(0, 300, 400, 500, 700, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of()))
                .hasSize(2)
                .noneMatch(span -> span.in() < 500 && span.out() > 400);
    }

    @Test
    void speechInNoiseIsToldFromItByTheVoice() {
        fill(0, 1000, -22);
        List<Span> still = List.of(new Span(0, 1000));
        voice = voice(0, 300, 600, 1000);
        assertThat(boring(BoringRule.DEFAULT, still)).singleElement().satisfies(span -> {
            assertThat(span.in()).isBetween(330, 340);
            assertThat(span.out()).isBetween(560, 570);
        });
    }

    @Test
    void stillPictureIsKeptWhileAVoiceIsHeard() {
        fill(0, 1000, -22);
        voice = voice(0, 1000);
        assertThat(boring(BoringRule.DEFAULT, List.of(new Span(300, 600)))).isEmpty();
    }

    /** A voice in the hops from each even place of {@code edges} to the odd one behind it. */
    private Voice voice(int... edges) {
        byte[] percents = new byte[clip.length * 160 / 512 + 1];
        for (int i = 0; i < edges.length; i += 2)
            Arrays.fill(percents, edges[i] * 160 / 512, edges[i + 1] * 160 / 512, (byte) 95);
        return new Voice(percents);
    }

    private List<Span> boring(BoringRule rule, List<Span> stills) {
        return new BoringStretches(rule, clip.length, voice, () -> stills).of(Optional.of(clip));
    }

    private static BoringRule rule(Duration shortestPause, double sensitivityDb) {
        return new BoringRule(shortestPause, Duration.ofMillis(150), Duration.ofSeconds(2), sensitivityDb);
    }

    private float[] noise(int hops, double level) {
        float[] levels = new float[hops];
        for (int hop = 0; hop < hops; hop++) levels[hop] = (float) (level + 0.5 * random.nextGaussian());
        return levels;
    }

    private void speak(int from, int to) {
        for (int hop = from; hop < to; hop++) clip[hop] = -23 + 3 * (hop / 7 % 3);
    }

    private void fill(int from, int to, float level) {
        for (int hop = from; hop < to; hop++) clip[hop] = level;
    }
}
