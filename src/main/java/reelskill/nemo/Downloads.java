package reelskill.nemo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Brings a finished render to disk. */
final class Downloads {
    private static final Operation OPERATION = Operation.read("GET the rendered file");

    private final OkHttpClient client;

    Downloads(Api api, OkHttpClient client) {
        this.client = client;
    }

    @SuppressWarnings("try") // held, not used
    long save(RenderJob job, Path target, Progress progress, CancelSignal signal) {
        HttpUrl url = HttpUrl.parse(job.url().orElse(""));
        if (url == null) throw OPERATION.malformed("no address");
        Path part = target.resolveSibling(target.getFileName() + ".part");
        var call = client.newCall(new Request.Builder().url(url).build());
        try (CancelSignal.Running running = signal.running(call);
                Response response = call.execute();
                FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            if (!response.isSuccessful()) throw OPERATION.malformed("HTTP " + response.code());
            long total = response.body().contentLength();
            long done = 0;
            ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
            while (response.body().source().read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) done += channel.write(bytes);
                bytes.clear();
                progress.onBytes(done, total);
            }
            channel.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return done;
        } catch (IOException e) {
            throw OPERATION.failed(e, signal);
        }
    }
}
