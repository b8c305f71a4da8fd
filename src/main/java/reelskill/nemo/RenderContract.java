package reelskill.nemo;

import static reelskill.nemo.ContractRun.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules of renders and of what comes of them. */
final class RenderContract {
    private static final String LAMBDA = "api/render/proxy/lambda";
    private static final PollPlan PLAN =
            new PollPlan(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(10), Optional.empty());

    private final ContractRun run;
    private final ContractProbe probe;
    private @Nullable RenderJob job;

    RenderContract(ContractRun run) {
        this.run = run;
        this.probe = run.probe();
    }

    void checks() {
        run.check("render without attribution is refused", "Headers", this::renderWithoutAttribution);
        run.check("unknown render is refused", "Endpoints, Render", () -> probe.send(
                        probe.signed(LAMBDA + "/render_none").build())
                .requireNumber(404));
        run.paid("render is taken", "Endpoints, Render", this::renderIsTaken);
        run.paid("id that exists is refused", "Endpoints, Render", this::idThatExistsIsRefused);
        run.paid("render completes with an address", "Endpoints, Render", this::renderCompletes);
        run.paid("address needs no bearer", "Headers", this::addressNeedsNoBearer);
        run.paid("download endpoint has the same film", "Endpoints, Render", this::fallbackHasTheFilm);
        run.paid(
                "finished render can be asked after again",
                "Endpoints, Render",
                () -> "It is " + probe.client().render(job().id()).status() + ".");
    }

    private String renderWithoutAttribution() {
        ObjectNode body = body("render_contract", run.session().sessionId(), Json.object());
        return probe.send(probe.bare(LAMBDA).post(Api.json(body)).build()).requireNumber(402);
    }

    private String renderIsTaken() {
        job = probe.client()
                .submitRender(
                        new RenderRequest(
                                run.session().sessionId(),
                                draft(),
                                Json.object().put("format", "mp4")),
                        id -> {});
        require(job().status() != RenderStatus.UNKNOWN, "The answer has no known status.");
        return "It is " + job().status() + ".";
    }

    private String idThatExistsIsRefused() {
        ObjectNode body = body(job().id(), run.session().sessionId(), draft());
        ContractProbe.Answer answer =
                probe.send(probe.signed(LAMBDA).post(Api.json(body)).build());
        Refusal refusal = new Refusal(answer.number(), answer.status(), answer.body(), Optional.empty());
        require(refusal.code() == ErrorCode.DUPLICATE_ID, "It answers " + answer.number() + ", which is no duplicate.");
        return "It answers " + answer.number() + " with HTTP " + answer.status() + ".";
    }

    private String renderCompletes() {
        job = probe.client().awaitRender(job(), PLAN, seen -> {}, new CancelSignal());
        require(job().status() == RenderStatus.COMPLETED, "It is " + job().status() + ".");
        require(job().url().isPresent(), "There is no address.");
        return "The film is ready.";
    }

    private String addressNeedsNoBearer() {
        HttpUrl url = HttpUrl.parse(finished().url().orElse(""));
        require(url != null, "The address is not of http or https.");
        require(!String.valueOf(url).contains("nmv_"), "The bearer is in the address.");
        return film(finished(), "film.mp4");
    }

    /** Without an address the client takes the other way. */
    private String fallbackHasTheFilm() {
        RenderJob done = finished();
        return film(
                new RenderJob(done.id(), done.status(), done.progress(), Optional.empty(), done.said()), "again.mp4");
    }

    private String film(RenderJob from, String name) {
        Path target = probe.folder().resolve(name);
        long size = probe.client().download(from, target, Progress.none(), new CancelSignal());
        require(isMp4(target), "The file is no MP4.");
        return "An MP4 of " + size + " bytes came.";
    }

    private RenderJob finished() {
        if (job().url().isEmpty()) throw new ContractRun.NotRun("there is no finished render");
        return job();
    }

    private RenderJob job() {
        if (job == null) throw new ContractRun.NotRun("there is no render");
        return job;
    }

    private JsonNode draft() {
        run.media();
        return probe.client()
                .state(run.session().sessionId())
                .draft()
                .orElseThrow(() -> new ContractRun.NotRun("there is no draft to render"));
    }

    private static ObjectNode body(String id, String session, JsonNode draft) {
        ObjectNode body = Json.object().put("id", id).put("sessionId", session);
        body.set("draft", draft);
        body.putObject("output").put("format", "mp4").put("quality", "high");
        return body;
    }

    private static boolean isMp4(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(8), StandardCharsets.ISO_8859_1).endsWith("ftyp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
