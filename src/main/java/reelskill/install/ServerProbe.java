package reelskill.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a server exactly as a host's configuration says, and greets it by the Model Context Protocol. */
public final class ServerProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GREETING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"reelskill-doctor\",\"version\":\"1\"}}}\n";
    /** What a careful host hands on; the rest stands in the entry or is not there. */
    private static final List<String> HANDED_ON =
            List.of("HOME", "PATH", "USERPROFILE", "SYSTEMROOT", "LANG", "TMPDIR");

    private ServerProbe() {}

    /** Returns the name by which the server answered; empty if it did not start or answered something else. */
    public static Optional<String> greet(ServerEntry entry, Map<String, String> environment, Duration limit) {
        List<String> command = new ArrayList<>(List.of(entry.command()));
        command.addAll(entry.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        HANDED_ON.forEach(name -> {
            if (environment.containsKey(name)) builder.environment().put(name, environment.get(name));
        });
        builder.environment().putAll(entry.environment());
        try {
            return greet(builder.start(), limit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> greet(Process process, Duration limit) {
        // Not closed here: that waits for who reads from it, who waits for the process.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            OutputStream in = process.getOutputStream();
            in.write(GREETING.getBytes(StandardCharsets.UTF_8));
            in.flush();
            String line =
                    CompletableFuture.supplyAsync(() -> firstLine(out)).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            JsonNode server =
                    JSON.readTree(line).path("result").path("serverInfo").path("name");
            return server.isTextual() ? Optional.of(server.asText()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String firstLine(BufferedReader out) {
        try {
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            return "";
        }
    }
}
