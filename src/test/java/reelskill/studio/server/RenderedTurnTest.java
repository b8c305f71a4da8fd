package reelskill.studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a sentence in the file that is rendered behind it. */
class RenderedTurnTest extends OneSession {
    private static final int RATE = 25;

    @TempDir
    private Path folder;

    @Override
    Path clip() {
        return StudioMedia.clip();
    }

    @Test
    void loopFillsTheTimeAndEndsInTheMiddle() throws Exception {
        text("loop it until 10 seconds");
        List<byte[]> shown = rendered();
        assertThat(shown).hasSize(10 * RATE);
        assertSame(shown, 0, 4 * RATE, 0);
        assertSame(shown, 4 * RATE, 4 * RATE, 0);
        assertSame(shown, 8 * RATE, 2 * RATE, 0);
    }

    @Test
    void insertedClipSplitsWhatPlayedThere() throws Exception {
        text("split at 0:02");
        text("insert clip 2 at 0:01");
        List<byte[]> shown = rendered();
        assertThat(shown).hasSize(4 * RATE);
        assertSame(shown, 0, RATE, 0);
        assertSame(shown, RATE, 2 * RATE, 2 * RATE);
        assertSame(shown, 3 * RATE, RATE, RATE);
    }

    @Test
    void pausesPlayFasterAndTheRestAsItIs() throws Exception {
        text("speed up the pauses 4x");
        List<byte[]> shown = rendered();
        // 1.4 s of silence but for 0.15 s on both sides.
        assertThat(shown.size()).isCloseTo(4 * RATE - 21, within(2));
        assertSame(shown, 0, RATE, 0);
        assertSame(shown, shown.size() - RATE, RATE, 3 * RATE);
    }

    /** Asserts that {@code length} frames show what the clip shows from its frame {@code first} on. */
    private static void assertSame(List<byte[]> shown, int from, int length, int first) {
        List<byte[]> source = StudioMedia.pictures(StudioMedia.clip());
        for (int i = 0; i < length; i++) {
            int nearest = nearest(shown.get(from + i), source);
            assertThat(nearest).as("frame %d", from + i).isEqualTo(first + i);
        }
    }

    private static int nearest(byte[] picture, List<byte[]> pictures) {
        return IntStream.range(0, pictures.size())
                .reduce((one, other) ->
                        distance(picture, pictures.get(other)) < distance(picture, pictures.get(one)) ? other : one)
                .orElseThrow();
    }

    private static long distance(byte[] one, byte[] other) {
        return IntStream.range(0, one.length)
                .mapToLong(i -> Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)))
                .sum();
    }

    private List<byte[]> rendered() throws IOException, InterruptedException {
        client.submit(session, "r1", client.state(session).at("/state/draft"));
        JsonNode done = client.await("r1").json();
        assertThat(done.path("status").asText()).isEqualTo("completed");
        Path file = folder.resolve("rendered.mp4");
        Request request =
                new Request.Builder().url(done.at("/output/url").asText()).build();
        try (Response response = client.http.newCall(request).execute()) {
            Files.write(file, response.body().bytes());
        }
        return StudioMedia.pictures(file);
    }
}
