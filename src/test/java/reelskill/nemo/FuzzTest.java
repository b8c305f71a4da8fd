package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reelskill.language.Language;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnEvent.Unrecognized;
import reelskill.turn.TurnState;

/**
 * Generated streams and envelopes, each of its own seed, which a failure names. More of them by {@code -Dfuzz.count=N}.
 */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzTest {
    private static final int COUNT = Integer.getInteger("fuzz.count", 10_000);

    @Test
    void nothingOfAGoodStreamIsLostOrToldTwice() {
        for (int seed = 0; seed < COUNT; seed++) {
            GeneratedStream stream = new GeneratedStream(new Random(seed));
            Heard heard = new Heard();
            TurnStream turn = heard.hear(stream.bytes(), seed);
            assertThat(turn.broken()).as("seed %d", seed).isNull();
            assertThat(heard.text.toString()).as("seed %d", seed).isEqualTo(stream.told());
            assertThat(heard.strangers).as("seed %d", seed).isEqualTo(stream.strangers);
            assertThat(heard.events).as("seed %d", seed).isEqualTo(stream.frames);
            assertThat(turn.state().counts().heartbeats()).as("seed %d", seed).isEqualTo(stream.beats);
        }
    }

    @Test
    void damagedStreamIsNoHangAndNoCrash() {
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(~seed);
            Heard heard = new Heard();
            TurnStream turn = heard.hear(damaged(new GeneratedStream(random).bytes(), random), seed);
            turn.end();
            assertThat(turn.state().counts().events()).as("seed %d", seed).isEqualTo(heard.events);
        }
    }

    @Test
    void everyAnswerIsReadOrRefusedInOurWords() throws IOException {
        Operation operation = Operation.read("GET /fuzz");
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            byte[] body = new GeneratedJson(random).envelope().getBytes(StandardCharsets.UTF_8);
            byte[] sent = random.nextInt(3) == 0 ? damaged(body, random) : body;
            int status = List.of(200, 200, 200, 400, 401, 402, 404, 429, 500).get(random.nextInt(9));
            try (var response = MemoryStream.of(status, sent, random)) {
                readEverything(Envelope.read(response, operation, new FakeTime()));
                assertThat(status).as("seed %d", seed).isEqualTo(200);
            } catch (ServiceException refused) {
                assertThat(refused.sentence(Language.ENGLISH)).isNotBlank();
            } catch (MalformedResponseException e) {
                assertThat(status).as("seed %d", seed).isEqualTo(200);
            }
        }
    }

    private static void readEverything(Envelope answer) {
        JsonNode data = answer.data();
        RenderJob.read(answer.root(), "r");
        SessionState.read(data, "s");
        Credits.read(data);
        UploadResult.read(data);
        Credential.read(data, Instant.EPOCH);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int left = random.nextInt(6); left > 0 && copy.length > 0; left--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? copy : Arrays.copyOf(copy, random.nextInt(copy.length + 1));
    }

    private static final class Heard implements TurnListener {
        private final StringBuilder text = new StringBuilder();
        private final List<String> strangers = new ArrayList<>();
        private int events;

        TurnStream hear(byte[] bytes, int seed) {
            TurnStream turn = new TurnStream(this, new TurnWatch(TurnLimits.standard(), new FakeTime()));
            turn.read(MemoryStream.of(bytes, new Random(seed)));
            return turn;
        }

        @Override
        public void onEvent(TurnEvent event, TurnState after) {
            events++;
            if (event instanceof TextDelta delta) text.append(delta.text());
            if (event instanceof Unrecognized unknown) strangers.add(unknown.data());
            assertThat(after.transcript().text()).isEqualTo(text.toString());
        }
    }
}
