package reelskill.nemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reelskill.turn.TurnEvent;
import reelskill.turn.TurnEvent.Quiet;
import reelskill.turn.TurnEvent.TextDelta;
import reelskill.turn.TurnState;

/** What a stream says does not depend on how its bytes travel. */
// A reader that spins hears no interrupt, so it must not be on the thread that counts.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamBytesTest {
    private static final String TEXT = "data: {\"type\":\"text\",\"content\":\"%s\"}\n\n";

    @TempDir
    Path folder;

    /** Recording; the text a user may see; the tools used. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    error-event                | ``                                                 | ``
                    error-midstream            | Working on                                         | ``
                    error-midstream-streaming  | Working on                                         | ``
                    parallel-tools             | Both done.                                         | trim_clip,get_credits
                    silent-empty-text          | ``                                                 | trim_clip
                    silent-no-parts            | ``                                                 | trim_clip
                    silent-skip-summarization  | ``                                                 | silent_trim
                    slow-gaps-6s               | `tick 0 tick 1 tick 2 tick 3 `                     | ``
                    text-only                  | Hello! Upload a clip and tell me what to change.   | ``
                    text-streaming             | `Hello!  Upload a clip and tell me\\nwhat to change — „ok"? 你好 🎬` | ``
                    thought                    | I will add a title card.                           | ``
                    tool-then-text             | Trimming the clip now.Done: trimmed c1 to 2.5 s.   | trim_clip
                    tool-then-text-streaming   | Trimming now.Done: ok                              | trim_clip
                    tool-throws                | never                                              | broken_tool
                    """)
    void recordingsReplayInAnySplits(String name, String text, String tools) throws IOException {
        byte[] recording = Files.readAllBytes(Path.of("src/test/resources/recorded/adk-java-1.6.0/" + name + ".sse"));
        for (long seed = 0; seed < 4; seed++) {
            Heard heard = hear(recording, seed);
            assertThat(heard.result.state().text()).isEqualTo(text.replace("\\n", "\n"));
            assertThat(heard.printed()).isEqualTo(text.replace("\\n", "\n"));
            assertThat(String.join(",", heard.result.state().tools().names())).isEqualTo(tools);
        }
    }

    @Test
    void everyRecordingHasALine() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/recorded/adk-java-1.6.0"))) {
            assertThat(files).hasSize(14);
        }
    }

    static Stream<Arguments> forms() {
        String two = TEXT.formatted("é中") + TEXT.formatted("🎬b");
        return Stream.of(
                Arguments.of("line feeds", two),
                Arguments.of("CRLF", two.replace("\n", "\r\n")),
                Arguments.of("CR", two.replace("\n", "\r")),
                Arguments.of("byte order mark", "\uFEFF" + two),
                Arguments.of("no space after the colon", two.replace("data: ", "data:")),
                Arguments.of("comments", ": ping\n\n:\n" + two.replace("\n\n", "\n\n: still here\n\n")),
                Arguments.of("other fields", "retry: 5\nid: 1\nevent: message\n" + two),
                Arguments.of("data in several lines", two.replace(",\"content\"", "\ndata: ,\"content\"")),
                Arguments.of("heartbeats between", two.replace("\n\n", "\n\ndata:\n\ndata: heartbeat\n\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormOfStreamSaysTheSame(String name, String stream) {
        for (long seed = 0; seed < 4; seed++) {
            Heard heard = hear(RawServer.utf8(stream), seed);
            assertThat(heard.result.outcome()).isEqualTo(TurnOutcome.COMPLETED);
            assertThat(heard.printed()).isEqualTo("é中🎬b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", ": only a comment\n\n", "\n"})
    void emptyStreamIsASilentTurn(String stream) {
        Heard heard = hear(RawServer.utf8(stream), 0);
        assertThat(heard.result.outcome()).isEqualTo(TurnOutcome.COMPLETED);
        assertThat(heard.events).isEmpty();
    }

    /** Before the line ends were made equal, okhttp-sse turned round for ever on each of these. */
    @ParameterizedTest
    @ValueSource(strings = {"\r", "data\r", "data: {}\r", ": comment\r", "data: {}\r\n\r"})
    void streamThatEndsOnACarriageReturnEnds(String stream) {
        assertThat(hear(RawServer.utf8(stream), 0).result.outcome()).isEqualTo(TurnOutcome.COMPLETED);
    }

    @Test
    void streamCutAtAnyByteEndsWithNothingToldTwice() {
        String stream = "\uFEFF: hi\r\n\r\nevent: message\r\nid: 7\r\nretry: 5\r\n" + TEXT.formatted("é🎬");
        byte[] bytes = RawServer.utf8(stream);
        for (int end = 0; end < bytes.length; end++) {
            TurnStream heard =
                    new TurnStream(new TurnListener() {}, new TurnWatch(TurnLimits.standard(), new FakeTime()));
            heard.read(MemoryStream.of(Arrays.copyOf(bytes, end), new Random(end)));
            assertThat(heard.state().text()).isIn("", "é🎬");
        }
    }

    @Test
    void eventWithoutEndIsABrokenStreamBeforeItFillsTheMemory() {
        byte[] part = RawServer.utf8("a".repeat(1 << 20));
        Heard heard = hear(out -> {
            out.write(RawServer.utf8(RawServer.STREAM_HEAD + TEXT.formatted("hi") + "data: "));
            for (int i = 0; i < 1000; i++) out.write(part);
        });
        assertThat(heard.result.outcome()).isEqualTo(TurnOutcome.DISCONNECTED);
        assertThat(heard.result.state().text()).isEqualTo("hi");
    }

    @Test
    void eventOfTenMegabytesIsHeardWhole() {
        String text = "中a".repeat(2_500_000);
        Heard heard = hear(out -> {
            out.write(RawServer.utf8(RawServer.STREAM_HEAD));
            out.write(RawServer.utf8(TEXT.formatted(text)));
        });
        assertThat(heard.result.state().text()).isEqualTo(text);
    }

    @Test
    void invalidJsonOfAnErrorOverTwoLinesIsAFailure() {
        Heard heard = hear(RawServer.utf8("data: {\"error\": \"first line\nsecond line\"}\n\n"), 1);
        assertThat(heard.result.outcome()).isEqualTo(TurnOutcome.FAILED);
        assertThat(heard.result.state().failure().orElseThrow().message()).isEqualTo("first line");
    }

    @Test
    void aggregateSaysNothingNew() {
        String parts = "data: {\"author\":\"a\",\"partial\":%s,\"content\":{\"parts\":[{\"text\":\"hi\"}]}}\n\n";
        Heard heard = hear(RawServer.utf8(parts.formatted("true") + parts.formatted("false")), 2);
        assertThat(heard.events).containsExactly(new TextDelta("hi"), new Quiet());
    }

    private Heard hear(byte[] stream, long seed) {
        return hear(out -> {
            out.write(RawServer.utf8(RawServer.STREAM_HEAD));
            Random random = new Random(seed);
            int most = seed == 0 ? 1 : 40;
            for (int at = 0; at < stream.length; ) {
                int size = Math.min(stream.length - at, 1 + random.nextInt(most));
                out.write(stream, at, size);
                out.flush();
                at += size;
            }
        });
    }

    private Heard hear(RawServer.Script script) {
        try (RawServer server = new RawServer(script)) {
            Heard heard = new Heard();
            heard.result = client(server.base()).turn("s", "hi").run(heard);
            return heard;
        }
    }

    private NemoClient client(URI base) {
        return new NemoClient(
                new NemoSettings(
                        base,
                        base,
                        NemoRig.WHO,
                        Optional.of(new Token("t")),
                        Optional.empty(),
                        folder.resolve("id"),
                        folder,
                        "test",
                        new FakeTime().timing()),
                NemoRig.SHARED);
    }

    private static final class Heard implements TurnListener {
        final List<TurnEvent> events = new ArrayList<>();
        TurnResult result = new TurnResult(TurnOutcome.CANCELED, TurnState.start(), Optional.empty());

        @Override
        public void onEvent(TurnEvent event, TurnState after) {
            events.add(event);
        }

        String printed() {
            StringBuilder text = new StringBuilder();
            for (TurnEvent event : events) if (event instanceof TextDelta delta) text.append(delta.text());
            return text.toString();
        }
    }
}
