package reelskill.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reelskill.media.ExportFormat;
import reelskill.media.MediaFacts;
import reelskill.studio.analysis.FootageAnalysis;
import reelskill.studio.analysis.MediaProbe;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.check.Checked;
import reelskill.studio.check.Measure;
import reelskill.studio.check.MixLoudness;
import reelskill.studio.check.ResultCheck;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.handoff.Handoff;
import reelskill.studio.handoff.Materials;
import reelskill.studio.handoff.Omissions;
import reelskill.studio.plan.Planner;
import reelskill.studio.plan.Rewording;
import reelskill.studio.plan.Subtitles;
import reelskill.studio.render.Doubts;
import reelskill.studio.render.Quality;
import reelskill.studio.render.RenderSettings;
import reelskill.studio.render.Renderer;
import reelskill.studio.render.TitlePictures;
import reelskill.studio.store.DataFolder;
import reelskill.studio.store.RenderJob;
import reelskill.studio.store.Session;
import reelskill.studio.store.Store;
import reelskill.studio.store.StoredMedia;
import reelskill.studio.timeline.DraftJson;
import reelskill.studio.timeline.TextSegment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.transcript.SubtitleFile;

/** The parts of the studio that cost time to start, each started when it is first needed. Safe for use by many threads. */
final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    /** With all that comes before and after, whoever asks is answered within the minute that hosts wait. */
    private static final Duration CHECKING = Duration.ofSeconds(15);
    /** Sound of this length is decoded and measured in less than a second. */
    private static final Duration QUICKLY_HEARD = Duration.ofMinutes(3);

    private final StudioSettings settings;
    private final Store store;
    private final Cancellation closing = new Cancellation();
    private final Set<CompletableFuture<Void>> hearing = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<Void>> looking = ConcurrentHashMap.newKeySet();
    private final Lazy<Planner> planner = new Lazy<>(Planner::new);
    private final Lazy<Ffmpeg> ffmpeg;

    Engine(StudioSettings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.ffmpeg = new Lazy<>(() -> Ffmpeg.locate(settings.ffmpeg(), settings.cache()));
    }

    /** Ends what is being looked for in media. A render ends by its own cancellation. */
    @Override
    public void close() {
        closing.cancel();
        Stream.concat(hearing.stream(), looking.stream())
                .forEach(it -> it.exceptionally(failure -> null).join());
    }

    /** Makes what new media and the next sentence will need, while the bytes of the media come in. */
    void prepare() {
        ffmpeg();
        planner().warm();
    }

    MediaProbe probe() {
        return new MediaProbe(ffmpeg());
    }

    Planner planner() {
        return planner.get();
    }

    Optional<Rewording> rewording() {
        return settings.rewording();
    }

    /** Returns what can be known about the media of one session. */
    SessionFootage footage(Session session) {
        Path kept = settings.cache().resolve("analysis");
        return new SessionFootage(
                store.library().list(session),
                new ComposedMusic(store, session),
                new CardPictures(store, session),
                files -> new FootageAnalysis(ffmpeg(), sounds(), files, kept, closing));
    }

    /** Measures a timeline of a session from what is known of its media, and what is quick to find out. */
    Measure measure(Timeline timeline, SessionFootage footage) {
        FootageAnalysis analysis = analysis(footage);
        return Measure.of(timeline, footage, new MixLoudness(id -> analysis.powers(id, QUICKLY_HEARD)));
    }

    /**
     * Begins to listen to media that is heard quickly, before somebody asks: each edit's receipt says how loud it is. An
     * extra: whoever asks for it later is told what is wrong.
     */
    void hear(List<StoredMedia> added, SessionFootage footage) {
        List<StoredMedia> audible = added.stream()
                .filter(media -> media.facts().audio().isPresent())
                .toList();
        beside(hearing, () -> audible.forEach(media -> hear(media, footage)));
    }

    /** Begins to look for a screen behind what new media show, for whoever asks later. */
    void look(List<StoredMedia> added, SessionFootage footage) {
        beside(looking, () -> Screens.behind(added, footage));
    }

    /** Waits until {@link #look} is done with all media; returns false where that takes longer than {@code patience}. */
    boolean hasLooked(Duration patience) {
        return CompletableFuture.allOf(looking.toArray(CompletableFuture[]::new))
                .handle((all, failure) -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static void beside(Set<CompletableFuture<Void>> others, Runnable examination) {
        others.add(CompletableFuture.runAsync(examination));
        others.removeIf(CompletableFuture::isDone);
    }

    private void hear(StoredMedia media, SessionFootage footage) {
        try {
            closing.throwIfCancelled();
            analysis(footage).powers(media.id(), QUICKLY_HEARD);
        } catch (CancellationException e) {
            LOG.debug("closed before an upload was listened to", e);
        } catch (RuntimeException e) {
            LOG.warn("an upload could not be listened to", e);
        }
    }

    private FootageAnalysis analysis(SessionFootage footage) {
        return new FootageAnalysis(
                ffmpeg(), sounds(), footage::file, settings.cache().resolve("analysis"), closing);
    }

    /**
     * Renders the job's draft into {@code target}, which is there completely or not at all.
     *
     * @return what its person should know of it, in the session's language; mostly nothing
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws reelskill.studio.render.RenderException if it cannot be rendered
     */
    List<String> render(RenderJob job, Path target, DoubleConsumer progress, Cancellation cancellation) {
        Timeline timeline = DraftJson.read(Editing.parse(job.draft())).played();
        if (format(job).isProject()) {
            write(timeline, job, target);
            progress.accept(1);
            return Omissions.of(timeline, format(job), job.session().language()).stream()
                    .toList();
        }
        if (format(job).isText()) {
            writeDown(job, timeline, target);
            return List.of();
        }
        RenderSettings how = new RenderSettings(timeline.output().with(format(job)), quality(job.quality()));
        SessionFootage footage = footage(job.session());
        Doubts doubts = new Renderer(ffmpeg(), sounds(), settings.cache().resolve("chunks"), footage::speech)
                .render(timeline, footage::file, how, target, progress, cancellation)
                .doubts();
        draw(doubts, target);
        return doubts.sentences(job.session().language());
    }

    /** Returns where the picture of a result's doubts is, if there are any. */
    static Path doubtsOf(Path result) {
        return result.resolveSibling(result.getFileName() + ".doubts.jpg");
    }

    /** An extra: a result that is complete does not fail for want of it. */
    private static void draw(Doubts doubts, Path target) {
        try {
            Path sheet = doubtsOf(target);
            doubts.writeSheet(sheet);
            if (Files.exists(sheet)) DataFolder.ownerOnly(sheet);
        } catch (IOException e) {
            LOG.warn("the doubts about a result could not be drawn", e);
        }
    }

    /**
     * Looks over the file of a job that is complete.
     *
     * @throws java.util.concurrent.CancellationException if cancelled, or closed
     */
    @SuppressWarnings("try") // held, not used
    Checked check(RenderJob job, Cancellation cancellation) {
        Timeline timeline = DraftJson.read(Editing.parse(job.draft())).played();
        SessionFootage footage = footage(job.session());
        Path result = store.folder().file(job.output().orElseThrow());
        try (Cancellation.Registration both = closing.onCancel(cancellation::cancel)) {
            return new ResultCheck(ffmpeg(), sounds(), footage, footage::file)
                    .of(timeline, result, CHECKING, cancellation);
        }
    }

    /** The pictures of texts that a project names stay beside it. */
    private void write(Timeline timeline, RenderJob job, Path target) {
        SessionFootage footage = footage(job.session());
        TitlePictures pictures = new TitlePictures(target.resolveSibling("titles"), timeline.canvas());
        Materials materials = new Materials() {
            @Override
            public Path file(String mediaId) {
                return footage.file(mediaId).toAbsolutePath();
            }

            @Override
            public MediaFacts facts(String mediaId) {
                return footage.facts(mediaId);
            }

            @Override
            public Path picture(TextSegment text) {
                return pictures.of(text);
            }
        };
        try {
            Files.writeString(target, Handoff.document(timeline, format(job), materials));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeDown(RenderJob job, Timeline timeline, Path target) {
        SubtitleFile.Format format = SubtitleFile.Format.valueOf(format(job).name());
        SessionFootage footage = footage(job.session());
        try {
            Files.writeString(
                    target, Subtitles.of(timeline, footage, job.session().language(), format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportFormat format(RenderJob job) {
        return ExportFormat.of(job.format())
                .orElseThrow(() -> new IllegalStateException("a job of the format " + job.format()));
    }

    /** Every client of the protocol asks for {@code high}, its one documented word: that is our standard. */
    private static Quality quality(String word) {
        return switch (word) {
            case "draft", "low" -> Quality.DRAFT;
            case "best" -> Quality.HIGH;
            default -> Quality.STANDARD;
        };
    }

    private SoundCache sounds() {
        return new SoundCache(ffmpeg(), settings.cache().resolve("sound"));
    }

    /** Returns ffmpeg, found on the first call. */
    Ffmpeg ffmpeg() {
        return ffmpeg.get();
    }
}
