package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A plain client of the protocol, independent of the product's own. */
final class StudioClient {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(PATIENCE)
            .writeTimeout(PATIENCE)
            .build();
    private final URI base;
    private String token = "";

    StudioClient(Studio studio) {
        this(studio.baseUrl());
    }

    StudioClient(URI base) {
        this.base = base;
    }

    /** What came back, kept whole. */
    record Answer(int status, String body, okhttp3.Headers headers) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode data() {
            return json().path("data");
        }

        int code() {
            return json().path("code").asInt(-1);
        }

        String message() {
            return json().path("message").asText();
        }

        /** Returns the events of a turn. */
        List<JsonNode> events() {
            return Stream.of(body.split("\n\n"))
                    .filter(event -> event.startsWith("data: "))
                    .map(event -> new Answer(status, event.substring(6), headers).json())
                    .toList();
        }
    }

    StudioClient signIn(String clientId) {
        token = call(request("/api/auth/anonymous-token")
                        .header("X-Client-Id", clientId)
                        .post(RequestBody.EMPTY))
                .data()
                .path("token")
                .asText();
        return this;
    }

    String token() {
        return token;
    }

    StudioClient withToken(StudioClient other) {
        token = other.token;
        return this;
    }

    String createSession() {
        ObjectNode asked = JSON.createObjectNode().put("task_name", "project").put("language", "en");
        return post("/api/tasks/me/with-session/nemo_agent", asked)
                .data()
                .path("session_id")
                .asText();
    }

    Answer upload(String session, String name, byte[] content) {
        return upload(session, name, RequestBody.create(content, null));
    }

    Answer upload(String session, Path file) {
        return upload(session, file.getFileName().toString(), RequestBody.create(file.toFile(), null));
    }

    Answer upload(String session, String name, RequestBody content) {
        RequestBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("files", name, content)
                .build();
        return call(request("/api/upload-video/nemo_agent/me/" + session).post(body));
    }

    Answer say(String session, String words) {
        return post("/run_sse", message(session, words));
    }

    static ObjectNode message(String session, String words) {
        ObjectNode asked = JSON.createObjectNode()
                .put("app_name", "nemo_agent")
                .put("user_id", "me")
                .put("session_id", session);
        asked.putObject("new_message").putArray("parts").addObject().put("text", words);
        return asked;
    }

    JsonNode state(String session) {
        return get("/api/state/nemo_agent/me/" + session + "/latest").data();
    }

    Answer submit(String session, String id, JsonNode draft) {
        return submit(session, id, draft, "mp4");
    }

    Answer submit(String session, String id, JsonNode draft, String format) {
        ObjectNode asked = JSON.createObjectNode().put("id", id).put("sessionId", session);
        asked.set("draft", draft);
        asked.putObject("output").put("format", format).put("quality", "high");
        return call(attributed(request("/api/render/proxy/lambda").post(body(asked))));
    }

    static Request.Builder attributed(Request.Builder request) {
        return request.header("X-Skill-Source", "test")
                .header("X-Skill-Version", "1.0")
                .header("X-Skill-Platform", "unknown");
    }

    Answer poll(String id) {
        return get("/api/render/proxy/lambda/" + id);
    }

    /** Polls until the render has ended. */
    Answer await(String id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Answer answer = poll(id);
            if (List.of("completed", "failed")
                    .contains(answer.json().path("status").asText())) return answer;
            // A poll as a client makes it: there is nothing to wait on over HTTP.
            Thread.sleep(100);
        }
        throw new AssertionError("the render did not end");
    }

    Answer get(String path) {
        return call(request(path));
    }

    Answer post(String path, JsonNode json) {
        return call(request(path).post(body(json)));
    }

    Answer post(String path) {
        return call(request(path).post(RequestBody.EMPTY));
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(base.resolve(path).toString()).header("Authorization", "Bearer " + token);
    }

    Answer call(Request.Builder request) {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.body().string(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RequestBody body(JsonNode json) {
        return RequestBody.create(json.toString(), JSON_TYPE);
    }
}
