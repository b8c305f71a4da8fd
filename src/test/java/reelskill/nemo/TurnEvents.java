package reelskill.nemo;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import reelskill.skill.Attribution;

/** Hears turns of many events over a real socket and prints what each costs; run by {@code bench/turn-events.sh}. */
final class TurnEvents {
    private static final String PARTIAL =
            "data: {\"author\":\"a\",\"partial\":true,\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"w%d \"}]}}\n\n";
    private static final String CALL =
            "data: {\"author\":\"a\",\"content\":{\"parts\":[{\"functionCall\":{\"id\":\"c%d\",\"name\":\"trim\",\"args\":{\"start\":1.5}}}]}}\n\n";
    private static final String ANSWER =
            "data: {\"author\":\"a\",\"content\":{\"parts\":[{\"functionResponse\":{\"id\":\"c%d\",\"name\":\"trim\",\"response\":{\"status\":\"ok\"}}}]}}\n\n";
    private static final String BEAT = "data: {\"type\":\"heartbeat\",\"n\":%d}\n\n";

    private TurnEvents() {}

    public static void main(String[] arguments) throws IOException {
        int events = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("turn-events");
        try (RawServer server = new RawServer(out -> write(out, events))) {
            NemoClient client = new NemoClient(settings(server.base(), folder));
            for (String turn : new String[] {"first turn (cold)", "second turn", "third turn"}) {
                System.out.println(turn + ": " + measured(client));
            }
        }
    }

    private static String measured(NemoClient client) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long heap = usedHeap();
        long cpu = threads.getCurrentThreadCpuTime();
        TurnResult result = client.turn("s", "hi").run(new TurnListener() {});
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        long grown = usedHeap() - heap;
        int text = result.state().transcript().text().length();
        return "%s, %d events, %.2f s of CPU, heap grew by %d KB, of which the text is %d KB"
                .formatted(result.outcome(), result.state().counts().events(), seconds, grown / 1024, text / 1024);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void write(OutputStream socket, int events) throws IOException {
        OutputStream out = new BufferedOutputStream(socket, 1 << 16);
        out.write(RawServer.utf8(RawServer.STREAM_HEAD));
        String[] kinds = {PARTIAL, CALL, ANSWER, BEAT};
        for (int i = 0; i < events; i++) out.write(RawServer.utf8(kinds[i % kinds.length].formatted(i / kinds.length)));
        out.flush();
    }

    private static NemoSettings settings(URI base, Path folder) {
        return new NemoSettings(
                base,
                base,
                new Attribution("bench", "1", "unknown"),
                Optional.of(new Token("t")),
                Optional.empty(),
                folder.resolve("id"),
                folder,
                "bench",
                Timing.real(TurnLimits.standard()));
    }
}
