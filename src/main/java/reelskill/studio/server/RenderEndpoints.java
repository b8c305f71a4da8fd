package reelskill.studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import reelskill.language.Language;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFacts;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.Backdrop;
import reelskill.studio.timeline.DraftJson;
import reelskill.studio.timeline.InvalidDraftException;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.TrackKind;

/** Drafts to files (protocol.md, Render). */
final class RenderEndpoints {
    private static final String LAMBDA = "/api/render/proxy/lambda";
    private static final List<String> ATTRIBUTION = List.of("X-Skill-Source", "X-Skill-Version", "X-Skill-Platform");

    private final Store store;
    private final RenderWorker worker;
    private final Addresses addresses;

    RenderEndpoints(Store store, RenderWorker worker, Addresses addresses) {
        this.store = store;
        this.worker = worker;
        this.addresses = addresses;
    }

    Routes addTo(Routes routes) {
        return routes.on("POST", LAMBDA, this::submit)
                .on("GET", LAMBDA + "/{id}", this::poll)
                .on("POST", LAMBDA + "/{id}/cancel", this::cancel)
                .on("GET", "/api/render/proxy/{id}/download", this::download);
    }

    private void submit(Exchange exchange, Caller caller) throws IOException {
        if (ATTRIBUTION.stream().anyMatch(name -> exchange.header(name).isEmpty())) {
            throw new Refusal(
                    Code.EXPORT_BLOCKED,
                    caller.language().say("Export needs the three X-Skill headers.", "导出需要三个 X-Skill 请求头。"));
        }
        JsonNode asked = exchange.json();
        Session session = caller.session(asked.path("sessionId").asText());
        String id = id(asked, session.language());
        Timeline timeline = checked(session, asked.path("draft"));
        String draft = Editing.draft(timeline);
        ExportFormat wanted = format(asked.path("output").path("format").asText("mp4"), session.language());
        String format = carrying(timeline, wanted).word();
        String quality = asked.path("output").path("quality").asText("high");
        if (!store.renderJobs().submit(id, session, draft, format, quality)) {
            throw new Refusal(
                    Code.CONFLICT,
                    session.language()
                            .say("A render with the id %s exists. Use a new id.", "渲染任务 %s 已存在，请使用新的 id。", id));
        }
        RenderJob submitted = find(caller, id);
        worker.wake();
        exchange.send(200, answer(exchange, submitted));
    }

    private void poll(Exchange exchange, Caller caller) throws IOException {
        RenderJob job = new Results(store).restored(find(caller, exchange.part("id")));
        worker.wake();
        Optional<Duration> patience = exchange.patience().filter(wish -> !wish.isZero());
        exchange.send(
                200,
                answer(
                        exchange,
                        patience.map(wish -> ended(caller, job.id(), wish)).orElse(job)));
    }

    /** Returns the job once it has ended here, else as it is after {@code patience}: who waits for it hears of it at once. */
    private RenderJob ended(Caller caller, String id, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            // Before the job is read, so that no end is missed.
            Future<Void> end = worker.nextEnd();
            RenderJob job = find(caller, id);
            long left = deadline - System.nanoTime();
            if (left <= 0 || job.status().isFinal()) return job;
            try {
                end.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return find(caller, id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return job;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an end of a render does not fail", e);
            }
        }
    }

    private void cancel(Exchange exchange, Caller caller) throws IOException {
        RenderJob job = find(caller, exchange.part("id"));
        Language language = job.session().language();
        store.renderJobs().cancel(job, language.say("The export was cancelled.", "导出已取消。"));
        worker.stop(job.id());
        exchange.send(200, answer(exchange, find(caller, job.id())));
    }

    private void download(Exchange exchange, Caller caller) throws IOException {
        FileEndpoints.send(exchange, store, find(caller, exchange.part("id")));
    }

    private RenderJob find(Caller caller, String id) {
        return store.renderJobs()
                .find(caller.account(), id)
                .orElseThrow(() ->
                        new Refusal(Code.NOT_FOUND, caller.language().say("There is no such render.", "没有这个渲染任务。")));
    }

    /** What is seen through would be black in other videos: it becomes WebM, as the answer's {@code format} tells. */
    private static ExportFormat carrying(Timeline timeline, ExportFormat wanted) {
        boolean lost =
                timeline.isSeenThrough() && wanted.hasPicture() && !wanted.isStill() && !wanted.carriesTransparency();
        return lost ? ExportFormat.WEBM : wanted;
    }

    /** Returns the draft's timeline, once it is sure that it can be rendered and shows only own media. */
    private Timeline checked(Session session, JsonNode draft) {
        Timeline timeline = timeline(session, draft);
        Set<String> own =
                store.library().list(session).stream().map(StoredMedia::id).collect(Collectors.toSet());
        boolean foreign = timeline.tracks().stream()
                .flatMap(track -> track.segments().stream())
                .anyMatch(segment -> segment instanceof MediaSegment media && !own.containsAll(mediaOf(media)));
        Language language = session.language();
        if (foreign) {
            throw new Refusal(
                    Code.BAD_REQUEST,
                    language.say("The draft uses media that this session does not have.", "草稿使用了该会话中不存在的媒体。"));
        }
        soundAmongPictures(timeline, store.library().list(session)).ifPresent(name -> {
            throw new Refusal(
                    Code.BAD_REQUEST,
                    language.say(
                            "%1$s is sound alone, so it cannot be a clip of the picture. Add it as music (\"add %1$s as background"
                                    + " music\"), or put a photo or a video there instead.",
                            "%1$s只有声音，不能作为画面片段。请把它加为音乐（“用%1$s做背景音乐”），或换成照片或视频。", name));
        });
        if (timeline.duration() == 0) {
            throw new Refusal(
                    Code.BAD_REQUEST, language.say("There is nothing on the timeline to export.", "时间线上没有可以导出的内容。"));
        }
        return timeline;
    }

    private static Optional<String> soundAmongPictures(Timeline timeline, List<StoredMedia> library) {
        Set<String> sounds = library.stream()
                .filter(media -> media.facts().kind() == MediaFacts.Kind.AUDIO)
                .map(StoredMedia::id)
                .collect(Collectors.toSet());
        return timeline.tracks().stream()
                .filter(track -> track.kind() == TrackKind.VIDEO)
                .flatMap(track -> track.segments().stream())
                .filter(segment -> segment instanceof MediaSegment media && sounds.contains(media.mediaId()))
                .map(segment -> ((MediaSegment) segment).name())
                .findFirst();
    }

    private static Set<String> mediaOf(MediaSegment segment) {
        Set<String> named = new HashSet<>(Set.of(segment.mediaId()));
        if (segment.backdrop().orElse(null) instanceof Backdrop.Picture picture) named.add(picture.mediaId());
        segment.effects().get(Lut.class).ifPresent(lut -> named.add(lut.mediaId()));
        return named;
    }

    private static Timeline timeline(Session session, JsonNode draft) {
        try {
            return DraftJson.read(draft);
        } catch (InvalidDraftException e) {
            throw new Refusal(Code.BAD_REQUEST, e.sentence(session.language()));
        }
    }

    private static String id(JsonNode asked, Language language) {
        String id = asked.path("id").asText("");
        if (id.matches("[A-Za-z0-9_-]{1,64}")) return id;
        throw new Refusal(
                Code.BAD_REQUEST,
                language.say(
                        "The render's id must be 1 to 64 letters, digits, - or _.", "渲染 id 须为 1 到 64 个字母、数字、- 或 _。"));
    }

    private static ExportFormat format(String asked, Language language) {
        return ExportFormat.of(asked)
                .orElseThrow(() -> new Refusal(
                        Code.BAD_REQUEST,
                        language.say(
                                "The studio cannot make that kind of file. It makes: %s.",
                                "工作室不能导出这种格式。可以导出：%s。", ExportFormat.list())));
    }

    /** Both official forms at once: the status at the root with {@code output.url}, and {@code data.outputUrl}. */
    private ObjectNode answer(Exchange exchange, RenderJob job) {
        ObjectNode answer = Exchange.JSON.createObjectNode().put("success", true);
        ObjectNode data = answer.putObject("data");
        for (ObjectNode form : List.of(answer, data)) {
            form.put("id", job.id())
                    .put("status", word(job.status()))
                    .put("progress", percent(job))
                    .put("format", job.format());
            message(job).ifPresent(message -> form.put("error", message));
        }
        if (job.status() == RenderJob.Status.COMPLETED) {
            String url = addresses.of(exchange, job);
            data.put("outputUrl", url);
            answer.putObject("output").put("url", url);
            job.message().ifPresent(note -> answer.put("note", note));
            if (FileEndpoints.doubts(store, job).isPresent())
                answer.put("doubtsUrl", addresses.ofDoubts(exchange, job));
        }
        return answer;
    }

    private static Optional<String> message(RenderJob job) {
        if (word(job.status()).equals("failed")) {
            return Optional.of(job.message().orElseGet(() -> job.session()
                    .language()
                    .say(
                            "The studio stopped several times while it rendered this. Export again; if it stays, shorten the video.",
                            "渲染此视频时工作室多次意外停止。请重新导出；若仍失败，请缩短视频。")));
        }
        return Optional.empty();
    }

    private static String word(RenderJob.Status status) {
        return status == RenderJob.Status.CANCELLED ? "failed" : status.name().toLowerCase(Locale.ROOT);
    }

    private static int percent(RenderJob job) {
        return (int) Math.floor(job.progress() * 100);
    }
}
