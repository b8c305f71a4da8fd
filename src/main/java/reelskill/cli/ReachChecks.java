package reelskill.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import reelskill.language.Language;

/** Whether the cloud can be reached, and as whom. The token itself is never shown. */
record ReachChecks(Desk desk, Language language, boolean offline) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    List<Finding> all() {
        try {
            return offline ? List.of(token()) : List.of(network(), token());
        } catch (SetupException e) {
            return List.of(Finding.problem("settings", e.sentence(language), ""));
        }
    }

    private Finding network() {
        URI cloud = desk.settings()
                .apiUrl()
                .orElseGet(
                        () -> URI.create(desk.backends().manifest().backends().apiUrl()));
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
            HttpRequest request = HttpRequest.newBuilder(cloud)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .timeout(LIMIT)
                    .build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
            return Finding.ok("network", language.say("the cloud answers (%s)", "云端可访问（%s）", cloud.getHost()));
        } catch (IOException | IllegalArgumentException e) {
            return Finding.note(
                    "network",
                    language.say("the cloud does not answer (%s)", "云端无法访问（%s）", String.valueOf(cloud.getHost())),
                    language.pick(
                            "check the connection or NEMO_API_URL; --local needs neither",
                            "请检查网络或 NEMO_API_URL；--local 无需联网"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.note("network", language.pick("not checked", "未检查"), "");
        }
    }

    private Finding token() {
        if (desk.settings().token().isPresent()) {
            return Finding.ok("token", language.pick("your own token (NEMO_TOKEN)", "您自己的令牌（NEMO_TOKEN）"));
        }
        Path kept = desk.settings().home().resolve("client").resolve("tokens");
        if (Files.isDirectory(kept)) {
            try (Stream<Path> tokens = Files.list(kept)) {
                long count =
                        tokens.filter(file -> file.toString().endsWith(".json")).count();
                if (count > 0) {
                    return Finding.ok("token", language.say("anonymous (%d kept)", "匿名（已保存 %d 个）", count));
                }
            } catch (IOException e) {
                // Counted as none: the folder check tells.
            }
        }
        return Finding.ok(
                "token",
                language.pick(
                        "none yet: the cloud gives an anonymous one on first use; NEMO_TOKEN takes yours",
                        "尚无令牌：首次使用云端时会获取匿名令牌；NEMO_TOKEN 可使用您自己的"));
    }
}
