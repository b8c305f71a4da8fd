package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.analysis.UnusableMediaException;
import reelskill.studio.store.Library;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;

/** Takes media in, as multipart or by URL (protocol.md, Upload). All files of one upload are taken, or none. */
final class UploadEndpoint {
    /** What boundaries and part headers may add to the file in a request. */
    private static final long ENVELOPE = 1 << 20;

    private final Store store;
    private final Engine engine;
    private final Editing editing;
    private final Addresses addresses;
    private final boolean privateAddresses;

    UploadEndpoint(Store store, Engine engine, Editing editing, Addresses addresses, boolean privateAddresses) {
        this.store = store;
        this.engine = engine;
        this.editing = editing;
        this.addresses = addresses;
        this.privateAddresses = privateAddresses;
    }

    Routes addTo(Routes routes) {
        return routes.on("POST", "/api/upload-video/nemo_agent/me/{session}", this::upload);
    }

    private void upload(Exchange exchange, Caller caller) throws IOException {
        Session session = caller.session(exchange.part("session"));
        // Known before a byte of the body is read: nobody waits for an upload that will be refused.
        if (exchange.request().getLength() > IncomingFile.LARGEST + ENVELOPE) {
            throw IncomingFile.tooLarge(session.language());
        }
        CompletableFuture<Void> prepared = CompletableFuture.runAsync(engine::prepare);
        try (Arrivals arrivals = new Arrivals(store.folder(), session.language())) {
            receive(exchange, arrivals, session.language());
            List<StoredMedia> added = editing.takeIn(session, described(arrivals.complete(), session.language()));
            exchange.succeed(answer(exchange, session, added));
        } finally {
            // What could not be prepared fails where it is needed.
            prepared.exceptionally(failure -> null).join();
        }
    }

    private void receive(Exchange exchange, Arrivals arrivals, Language language) throws IOException {
        HttpField type = exchange.request().getHeaders().getField(HttpHeader.CONTENT_TYPE);
        Optional<String> boundary = Optional.ofNullable(type).map(field -> MultiPart.extractBoundary(field.getValue()));
        if (boundary.isPresent()) {
            MultipartUpload.read(exchange.body(), boundary.get(), arrivals);
        } else {
            fetch(exchange.json().path("urls"), arrivals, language);
        }
        if (arrivals.complete().isEmpty()) {
            throw new Refusal(Code.BAD_REQUEST, language.say("The upload has no file.", "上传内容中没有文件。"));
        }
    }

    private void fetch(JsonNode urls, Arrivals arrivals, Language language) throws IOException {
        UrlUpload source = new UrlUpload(privateAddresses);
        for (JsonNode url : urls) source.fetch(url.asText(), arrivals, language);
    }

    private List<Library.Described> described(List<Library.Arrival> arrivals, Language language) throws IOException {
        List<Library.Described> described = new ArrayList<>();
        for (Library.Arrival arrival : arrivals)
            described.add(new Library.Described(arrival, probe(arrival, language), false));
        return described;
    }

    private MediaFacts probe(Library.Arrival arrival, Language language) throws IOException {
        if (WordsFile.isNamedSo(arrival.name())) {
            WordsFile.require(arrival, language);
            return WordsFile.FACTS;
        }
        if (TableFile.isNamedSo(arrival.name())) {
            TableFile.require(arrival, language);
            return TableFile.FACTS;
        }
        try {
            return engine.probe().probe(arrival.file());
        } catch (UnusableMediaException e) {
            throw new Refusal(Code.UNSUPPORTED_FILE, arrival.name() + ": " + e.sentence(language));
        }
    }

    private JsonNode answer(Exchange exchange, Session session, List<StoredMedia> added) {
        SessionFootage footage = engine.footage(session);
        boolean hurried = exchange.patience().filter(Duration::isZero).isPresent();
        engine.hear(added, footage);
        if (hurried) engine.look(added, footage);
        ObjectNode data = Exchange.JSON.createObjectNode();
        ArrayNode files = data.putArray("files");
        List<Optional<String>> screens =
                hurried ? Collections.nCopies(added.size(), Optional.empty()) : Screens.behind(added, footage);
        for (int i = 0; i < added.size(); i++) {
            StoredMedia media = added.get(i);
            ObjectNode file = MediaJson.of(media).put("cdn_url", addresses.of(exchange, media));
            screens.get(i).ifPresent(colour -> file.put("screen", colour));
            files.add(file);
        }
        return data.put("session_state_applied", true);
    }
}
