package reelskill.studio.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.MimeTypes;
import reelskill.media.ExportFormat;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;

/** Results and media to whoever has their address (see {@link Addresses}). */
record FileEndpoints(Store store, Proof proof) {
    private static final String UNKNOWN = "application/octet-stream";

    Routes addTo(Routes routes) {
        return routes.open("GET", "/files/render/{id}/{proof}/{name}", this::render)
                .open("GET", "/files/doubts/{id}/{proof}/{name}", this::doubts)
                .open("GET", "/files/media/{id}/{proof}/{name}", this::media);
    }

    /** Sends the result of a render that is complete. */
    static void send(Exchange exchange, Store store, RenderJob job) throws IOException {
        RenderJob whole = new Results(store).whole(job, exchange.language());
        Optional<String> output = whole.output().filter(name -> whole.status() == RenderJob.Status.COMPLETED);
        if (output.isEmpty()) throw nothingThere(exchange);
        FileAnswer.send(exchange, store.folder().file(output.get()), type(job.format()));
    }

    private static String type(String format) {
        return ExportFormat.of(format).map(ExportFormat::mimeType).orElse(UNKNOWN);
    }

    private void render(Exchange exchange) throws IOException {
        String id = proven(exchange, Addresses.RENDER);
        send(exchange, store, store.renderJobs().find(id).orElseThrow(() -> nothingThere(exchange)));
    }

    private void doubts(Exchange exchange) throws IOException {
        String id = proven(exchange, Addresses.RENDER);
        Path picture = store.renderJobs()
                .find(id)
                .flatMap(job -> doubts(store, job))
                .orElseThrow(() -> nothingThere(exchange));
        FileAnswer.send(exchange, picture, "image/jpeg");
    }

    /** Returns the picture that shows what of a result is a guess. */
    static Optional<Path> doubts(Store store, RenderJob job) {
        return job.output().map(store.folder()::file).map(Engine::doubtsOf).filter(Files::isRegularFile);
    }

    private void media(Exchange exchange) throws IOException {
        String id = proven(exchange, Addresses.MEDIA);
        StoredMedia media = store.library().find(id).orElseThrow(() -> nothingThere(exchange));
        String type = MimeTypes.DEFAULTS.getMimeByExtension(media.file().toString());
        FileAnswer.send(exchange, media.file(), type == null ? UNKNOWN : type);
    }

    private String proven(Exchange exchange, String purpose) {
        String id = exchange.part("id");
        if (!proof.isRight(purpose, id, exchange.part("proof"))) throw nothingThere(exchange);
        return id;
    }

    private static Refusal nothingThere(Exchange exchange) {
        return new Refusal(Code.NOT_FOUND, exchange.language().say("There is no such file.", "没有这个文件。"));
    }
}
