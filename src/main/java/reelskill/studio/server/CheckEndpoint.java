package reelskill.studio.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.io.EofException;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.studio.check.Checked;
import reelskill.studio.check.Finding;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Store;

/**
 * What a finished file is like, which is the studio's own addition: looked at when it is asked for, and kept as long as
 * this process lives.
 */
final class CheckEndpoint {
    private static final int MOST_KEPT = 100;

    private final Store store;
    private final Look look;
    private final ScheduledExecutorService timer;
    private final Duration beat;
    private final Map<String, ObjectNode> kept = new LinkedHashMap<>();

    /** @param beat how often it is looked whether the client is still there */
    CheckEndpoint(Store store, Look look, ScheduledExecutorService timer, Duration beat) {
        this.store = store;
        this.look = look;
        this.timer = timer;
        this.beat = beat;
    }

    /** Looks over the file of a job that is complete. */
    interface Look {
        /**
         * Looks on this thread.
         *
         * @throws CancellationException if cancelled
         */
        Checked of(RenderJob job, Cancellation cancellation);
    }

    Routes addTo(Routes routes) {
        return routes.on("GET", "/studio/renders/{id}/check", this::check);
    }

    private void check(Exchange exchange, Caller caller) throws IOException {
        RenderJob job = store.renderJobs()
                .find(caller.account(), exchange.part("id"))
                .orElseThrow(() ->
                        new Refusal(Code.NOT_FOUND, caller.language().say("There is no such render.", "没有这个渲染任务。")));
        Language language = job.session().language();
        boolean plays = ExportFormat.of(job.format())
                .filter(format -> format.isSoundOnly()
                        || (format.hasPicture() && format != ExportFormat.ZIP && !format.isStill()))
                .isPresent();
        if (job.status() != RenderJob.Status.COMPLETED || job.output().isEmpty() || !plays) {
            throw new Refusal(Code.CONFLICT, language.say("There is no finished video to check.", "没有可检查的成片。"));
        }
        exchange.succeed(awaited(exchange, new Results(store).whole(job, language), language));
    }

    @SuppressWarnings("try") // held, not used
    private ObjectNode awaited(Exchange exchange, RenderJob job, Language language) throws IOException {
        Cancellation left = new Cancellation();
        try (Waiting waiting = new Waiting(exchange.response(), timer, beat, left::cancel)) {
            return checked(job, language, left);
        } catch (CancellationException e) {
            throw new EofException(e);
        }
    }

    private synchronized ObjectNode checked(RenderJob job, Language language, Cancellation cancellation) {
        ObjectNode known = kept.get(job.id());
        if (known != null) return known;
        ObjectNode json = json(look.of(job, cancellation), language);
        kept.put(job.id(), json);
        if (kept.size() > MOST_KEPT) kept.remove(kept.keySet().iterator().next());
        return json;
    }

    private static ObjectNode json(Checked checked, Language language) {
        ObjectNode json = Exchange.JSON.createObjectNode();
        checked.loudnessBefore().ifPresent(lufs -> json.put("loudness_before_lufs", tenths(lufs)));
        checked.loudness().ifPresent(lufs -> json.put("loudness_lufs", tenths(lufs)));
        checked.peak().ifPresent(peak -> json.put("peak_dbtp", tenths(peak)));
        checked.picture().map(Duration::toMillis).ifPresent(millis -> json.put("picture_ms", millis));
        checked.sound().map(Duration::toMillis).ifPresent(millis -> json.put("sound_ms", millis));
        json.put("heard_ms", checked.heard().toMillis());
        json.put("seen_ms", checked.seen().toMillis());
        var findings = json.putArray("findings");
        for (Finding finding : checked.findings()) {
            findings.addObject()
                    .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                    .put("from_ms", finding.fromMillis())
                    .put("to_ms", finding.toMillis())
                    .put("words", finding.in(language));
        }
        return json;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
