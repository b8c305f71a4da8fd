package reelskill.nemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Calls as they go over the wire, with and without what the protocol asks for, and their answers as they came. */
final class ContractProbe {
    private static final Operation OPERATION = Operation.write("a call of the contract suite");

    private final NemoSettings settings;
    private final Path folder;
    private final HttpUrl base;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .readTimeout(Duration.ofMinutes(2))
            .build();
    private @Nullable Token token;

    ContractProbe(NemoSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        this.base = Addresses.requireHttp(settings.apiUrl());
    }

    /** Returns the whole client, working as the suite's own device. */
    NemoClient client() {
        return new NemoClient(settings.withToken(token()), http);
    }

    NemoSettings settings() {
        return settings;
    }

    Path folder() {
        return folder;
    }

    /** Takes the token of the device, for every call from now on. */
    void use(String newToken) {
        token = new Token(newToken);
    }

    private Token token() {
        if (token == null) throw new ContractRun.NotRun("there is no token to call with");
        return token;
    }

    Request.Builder to(String path) {
        return new Request.Builder().url(base.newBuilder().addPathSegments(path).build());
    }

    /** Returns a call with the bearer but without the attribution. */
    Request.Builder bare(String path) {
        return to(path).header("Authorization", "Bearer " + token().value());
    }

    Request.Builder signed(String path) {
        Request.Builder request = bare(path);
        settings.attribution().headers().forEach(request::header);
        return request;
    }

    Answer send(Request request) {
        try (Response response = http.newCall(request).execute()) {
            String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
            return new Answer(response.code(), type, response.body().string());
        } catch (IOException e) {
            throw OPERATION.failed(e, new CancelSignal());
        }
    }

    /** An answer as it came. */
    record Answer(int status, String type, String body) {
        JsonNode root() {
            try {
                return Json.parse(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        JsonNode data() {
            return root().path("data");
        }

        /** Returns the number of a refusal: the code, else the status. */
        int number() {
            int code = Json.number(root(), "code").map(Number::intValue).orElse(0);
            return code == 0 ? status : code;
        }

        /** Requires a refusal of this number or of its kin. */
        String requireNumber(int... allowed) {
            for (int number : allowed) {
                if (number() == number) return "It answers " + number() + " with HTTP " + status + ".";
            }
            throw new ContractRun.Broken(
                    "It answers " + number() + " with HTTP " + status + ", not " + allowed[0] + ".");
        }
    }
}
