package reelskill.studio.server;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Bench: what an upload of 500 MB costs the studio's process in memory. The film is a real clip with a box of zeros behind
 * it, which every player skips; it is generated while it is sent. Linux only. Run by {@code bench/upload-memory.sh}.
 */
final class UploadMemory {
    private static final long SIZE = 500L << 20;

    private UploadMemory() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("reelskill-upload");
        long start = System.nanoTime();
        Process studio = start(home);
        try {
            String[] told = studio.inputReader().readLine().split(" ");
            StudioClient client = new StudioClient(URI.create(told[0]));
            client.get("/studio/health");
            report("spawn to first answer", (System.nanoTime() - start) / 1_000_000, "ms");
            report("of that Studio.open", Long.parseLong(told[1]), "ms");
            String session = client.signIn("bench").createSession();
            client.upload(session, StudioMedia.clip());
            long idle = memory(studio, "VmRSS");
            long begun = System.nanoTime();
            StudioClient.Answer answer = client.upload(session, "large.mp4", film());
            long millis = (System.nanoTime() - begun) / 1_000_000;
            long peak = memory(studio, "VmHWM");
            report("answer", answer.code(), "");
            report("upload", millis, "ms");
            report("idle RSS", idle, "MB");
            report("peak RSS", peak, "MB");
            report("difference", peak - idle, "MB");
            if (answer.code() != 0 || peak - idle >= 200) throw new AssertionError(answer.body());
        } finally {
            studio.destroyForcibly().waitFor();
            delete(home);
        }
    }

    private static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StudioProcess.class.getName(),
                        home.toString(),
                        StudioMedia.CACHE.toString())
                .redirectError(new File("/dev/null"))
                .start();
    }

    private static RequestBody film() throws IOException {
        byte[] clip = Files.readAllBytes(StudioMedia.clip());
        long box = SIZE - clip.length;
        byte[] head =
                ByteBuffer.allocate(8).putInt((int) box).put("free".getBytes()).array();
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public long contentLength() {
                return SIZE;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(clip).write(head);
                byte[] zeros = new byte[1 << 16];
                for (long left = box - head.length; left > 0; left -= zeros.length) {
                    sink.write(zeros, 0, (int) Math.min(zeros.length, left));
                }
            }
        };
    }

    private static long memory(Process process, String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void report(String what, long figure, String unit) {
        System.out.printf(Locale.ROOT, "%-22s %6d %s%n", what, figure, unit);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
