package reelskill.studio.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import reelskill.media.TimeRange;
import reelskill.studio.analysis.Sound;
import reelskill.studio.analysis.SoundCache;
import reelskill.studio.analysis.UnusableMediaException;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegException;
import reelskill.studio.render.RenderException.Reason;
import reelskill.studio.timeline.Lut;
import reelskill.studio.timeline.MediaSegment;
import reelskill.studio.timeline.Segment;
import reelskill.studio.timeline.Timeline;
import reelskill.studio.timeline.Track;

/**
 * Renders timelines to files. The picture is made in chunks that are kept, so that a second render of the same or of an
 * edited timeline makes only what is missing. Safe for use by many threads and by several processes on one folder.
 */
public final class Renderer {
    /** The share of the work that decoding sound is, where that was not done before. */
    static final double SOUND_READY = 0.03;

    private final Ffmpeg ffmpeg;
    private final SoundCache sounds;
    private final Path workFolder;
    private final Function<String, List<TimeRange>> speech;

    /** As the other, for timelines without music: nobody is heard to speak. */
    public Renderer(Ffmpeg ffmpeg, SoundCache sounds, Path workFolder) {
        this(ffmpeg, sounds, workFolder, media -> List.of());
    }

    /**
     * Keeps finished chunks (8 GB at most) and title pictures in {@code workFolder}, which is made when missing.
     *
     * @param speech returns where somebody speaks in the file of a media id, in its own time; asked only where music is to
     *     go down
     */
    public Renderer(Ffmpeg ffmpeg, SoundCache sounds, Path workFolder, Function<String, List<TimeRange>> speech) {
        this.ffmpeg = ffmpeg;
        this.sounds = sounds;
        this.workFolder = workFolder;
        this.speech = speech;
    }

    /**
     * Renders on this thread. A file at {@code target} is replaced in one step, when the new one is complete, checked
     * and on disk; whatever happens before, it stays.
     *
     * @param mediaById returns the file of each media id of the timeline
     * @param progress takes shares of the work from 0 to 1, never falling
     * @throws RenderException if it cannot be rendered
     * @throws UnusableMediaException if a file of the timeline cannot be read
     * @throws CancellationException if cancelled; chunks that were finished are kept for the next render
     */
    public RenderReport render(
            Timeline timeline,
            Function<String, Path> mediaById,
            RenderSettings settings,
            Path target,
            DoubleConsumer progress,
            Cancellation cancellation) {
        if (timeline.duration() == 0) throw new RenderException(Reason.EMPTY, timeline.title());
        double seconds = timeline.rate().seconds(timeline.duration());
        Encoding encoding = new Encoding(
                settings.output(),
                timeline.rate(),
                new CanvasFit(timeline.canvas(), pixels(timeline, settings)),
                seconds);
        Publisher publisher = new Publisher(ffmpeg, encoding, target);
        publisher.requireWritable();
        Map<String, Sound> opened = new LinkedHashMap<>();
        try {
            Map<String, Source> sources = sources(timeline, mediaById);
            Progress share = new Progress(progress);
            Heard heard = Heard.of(timeline);
            if (settings.output().format().hasSound()) open(heard, sources, opened, share, cancellation);
            Optional<Soundtrack> sound = opened.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Soundtrack(heard.timeline(), opened, id -> heard.speech(id, speech)));
            if (settings.output().format().isSoundOnly())
                return renderSound(timeline, sound, publisher, share, cancellation);
            Path passing = new ChunkStore(workFolder.resolve("chunks")).passing();
            try (Audible audible = publisher.begin(sound, passing, cancellation)) {
                return new Filming(ffmpeg, workFolder, encoding, settings.quality(), mediaById, publisher, cancellation)
                        .filmed(timeline, sources, audible, share);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RenderException(isDiskFull(e) ? Reason.DISK_FULL : Reason.FAILED, e);
        } catch (FfmpegException e) {
            boolean full = e.reason() == FfmpegException.Reason.DISK_FULL;
            throw new RenderException(full ? Reason.DISK_FULL : Reason.FAILED, e);
        } finally {
            opened.values().forEach(Sound::close);
        }
    }

    private static Pixels pixels(Timeline timeline, RenderSettings settings) {
        boolean clear = timeline.isSeenThrough() && settings.output().format().carriesTransparency();
        return clear ? Pixels.CLEAR : Pixels.OPAQUE;
    }

    private RenderReport renderSound(
            Timeline timeline,
            Optional<Soundtrack> sound,
            Publisher publisher,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        Soundtrack mixed = sound.orElseThrow(() -> new RenderException(Reason.NO_SOUND, timeline.title()));
        publisher.publish(mixed, progress.part(SOUND_READY, 1), cancellation);
        long frames = timeline.duration();
        return new RenderReport(frames, timeline.rate().time(frames), true, 0, 0, 0, Doubts.NONE);
    }

    private Map<String, Source> sources(Timeline timeline, Function<String, Path> mediaById) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Track track : timeline.tracks()) {
            for (Segment segment : track.segments()) {
                if (!(segment instanceof MediaSegment media)) continue;
                sources.computeIfAbsent(media.mediaId(), id -> source(mediaById.apply(id)));
                media.effects()
                        .get(Lut.class)
                        .ifPresent(lut -> sources.computeIfAbsent(lut.mediaId(), id -> table(mediaById.apply(id))));
            }
        }
        return sources;
    }

    private static Source table(Path file) {
        if (!Files.isReadable(file)) throw new RenderException(Reason.MEDIA_MISSING, file.toString());
        return Source.ofTable(file);
    }

    private Source source(Path file) {
        if (!Files.isReadable(file)) throw new RenderException(Reason.MEDIA_MISSING, file.toString());
        return Source.of(file, ffmpeg);
    }

    private void open(
            Heard heard,
            Map<String, Source> sources,
            Map<String, Sound> opened,
            Progress progress,
            Cancellation cancellation) {
        List<String> audible = heard.sounds().keySet().stream()
                .filter(id -> source(heard, id, sources).hasSound())
                .toList();
        for (int i = 0; i < audible.size(); i++) {
            DoubleConsumer part =
                    progress.part(SOUND_READY * i / audible.size(), SOUND_READY * (i + 1) / audible.size());
            String id = audible.get(i);
            Path file = source(heard, id, sources).file();
            Heard.Played played = heard.played(id);
            sounds.open(file, played.denoise(), played.pace(), heard.timeline().rate(), part, cancellation)
                    .ifPresent(sound -> opened.put(id, sound));
        }
    }

    private static Source source(Heard heard, String id, Map<String, Source> sources) {
        return Source.in(sources, heard.played(id).mediaId());
    }

    private static boolean isDiskFull(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("not enough space");
    }
}
