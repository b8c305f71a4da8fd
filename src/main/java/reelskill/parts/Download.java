package reelskill.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * One file from one address.
 *
 * @param patience how long nothing may come: no connection, no answer, or no more of it
 */
record Download(URI from, Duration patience) {
    /**
     * Writes the file to {@code to}, and returns its SHA-256.
     *
     * @param limit how many bytes it has at most
     * @throws IOException if it does not come, stands still or is longer
     */
    String into(Path to, long limit, LongConsumer progress) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(from).timeout(patience).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body();
                DigestOutputStream file = new DigestOutputStream(Files.newOutputStream(to), sha256())) {
            if (response.statusCode() != 200) throw new IOException("HTTP " + response.statusCode());
            copy(body, file, limit, progress);
            return HexFormat.of().formatHex(file.getMessageDigest().digest());
        }
    }

    private void copy(InputStream body, OutputStream to, long limit, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        int read;
        while ((read = read(body, buffer)) > 0) {
            done += read;
            if (done > limit) throw new IOException("longer than what was published");
            to.write(buffer, 0, read);
            progress.accept(done);
        }
    }

    /** The client's own timeout ends with the headers: whoever sends them and then nothing would be waited for without end. */
    private int read(InputStream body, byte[] buffer) throws IOException {
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        CompletableFuture<Void> watch = arrival.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((arrived, late) -> {
                    if (late != null) close(body);
                });
        int read = body.read(buffer);
        arrival.complete(null);
        if (watch.isCompletedExceptionally()) throw new HttpTimeoutException("nothing more came");
        return read;
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Whoever reads from it is told.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
