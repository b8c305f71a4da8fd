package reelskill.studio.matte;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.matte.MatteException.Reason;

/**
 * Gives the people in a range of a video another background: as many frames out as in, in their order. Decoding, the
 * networks, and what the sink does with the frames overlap; memory does not grow with the length. Immutable and safe for
 * use by many threads.
 */
public final class BackgroundJob {
    private final Ffmpeg ffmpeg;
    private final Networks networks;
    private final Path matteFolder;
    private final Light light;

    /**
     * Makes jobs possible; does nothing yet.
     *
     * @param matteFolder where mattes are kept for the next time
     */
    public BackgroundJob(Ffmpeg ffmpeg, Networks networks, Path matteFolder) {
        this(ffmpeg, networks, matteFolder, Light.NORMAL);
    }

    private BackgroundJob(Ffmpeg ffmpeg, Networks networks, Path matteFolder, Light light) {
        this.light = light;
        this.ffmpeg = ffmpeg;
        this.networks = networks;
        this.matteFolder = matteFolder;
    }

    /** Returns the same job in another light. */
    public BackgroundJob in(Light other) {
        return new BackgroundJob(ffmpeg, networks, matteFolder, other);
    }

    /**
     * Runs to the end on this thread, which also calls the sink.
     *
     * @param progress takes the share that is done, 0 to 1, never falling
     * @throws MatteException if a network or the background cannot be used
     * @throws reelskill.studio.ffmpeg.FfmpegException if the source cannot be decoded
     * @throws CancellationException if cancelled, or this thread was interrupted
     * @throws IOException if the sink failed, or the mattes could not be kept
     */
    public MatteReport run(
            FrameSource source,
            Background background,
            MatteMode mode,
            FrameSink sink,
            DoubleConsumer progress,
            Cancellation cancellation)
            throws IOException {
        try (MatteStore store = MatteStore.open(matteFolder, source, mode)) {
            MatteMaker maker = new MatteMaker(networks, source.matrix(), mode, Optional.of(store));
            PersonFinder finder = new PersonFinder(networks, source.matrix(), mode.patience());
            Work work = new Work(source, background, mode, light, belt -> new KeyFrames(finder, maker, belt, mode));
            Report report = done(work, sink, progress, cancellation);
            store.save();
            return report.made(maker.inferred());
        }
    }

    /**
     * Does the same for a range that was filmed before a screen: whatever is before it is cut out, by colour.
     *
     * @throws MatteException if the background cannot be used
     * @throws reelskill.studio.ffmpeg.FfmpegException if the source cannot be decoded
     * @throws CancellationException if cancelled, or this thread was interrupted
     * @throws IOException if the sink failed
     */
    public MatteReport run(
            FrameSource source,
            Background background,
            Screen screen,
            FrameSink sink,
            DoubleConsumer progress,
            Cancellation cancellation)
            throws IOException {
        ChromaKey key = new ChromaKey(screen, source.matrix());
        // The screen's light is no light of a room: a backdrop stays as it is.
        Light own = new Light(light.wrap(), 0);
        Work work = new Work(
                source,
                background,
                MatteMode.FAST,
                own,
                belt -> frame -> belt.put(frame, belt.begin(() -> key.cut(frame.picture()))));
        return done(work, sink, progress, cancellation).made(0);
    }

    /** @param frames makes what puts frames with their mattes on the belt */
    private record Work(
            FrameSource source,
            Background background,
            MatteMode mode,
            Light light,
            Function<Conveyor, Intake.Frames> frames) {}

    private Report done(Work work, FrameSink sink, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        FrameSource source = work.source();
        Light lit = work.light();
        Report report = new Report(source);
        try (FfmpegProcess decoder = ffmpeg.start(source.arguments(), cancellation);
                Opened backdrop =
                        new Opened(Backdrop.open(work.background(), source, lit.match(), ffmpeg, cancellation));
                Conveyor belt = new Conveyor(work.mode(), work.background(), lit.wrap())) {
            new Intake(source, decoder, backdrop.backdrop(), belt)
                    .start(work.frames().apply(belt));
            long frames = pass(
                    belt,
                    backdrop.around(sink),
                    report,
                    done -> progress.accept((double) done / source.length()),
                    cancellation);
            if (frames != source.length())
                throw new MatteException(Reason.FAILED, frames + " frames instead of " + source.length());
            decoder.finish();
        }
        return report;
    }

    /**
     * Looks at some frames, which may be far apart, as a job would: asked before anything is changed.
     *
     * @throws CancellationException if cancelled
     * @throws IOException if the frames cannot be read
     */
    public MatteReport look(FrameSource frames, Cancellation cancellation) throws IOException {
        MatteMaker maker = new MatteMaker(networks, frames.matrix(), MatteMode.DEFAULT, Optional.empty());
        Report report = new Report(frames);
        YuvPicture picture = new YuvPicture(frames.size());
        byte[] data = picture.data();
        try (FfmpegProcess decoder = ffmpeg.start(frames.arguments(), cancellation)) {
            while (decoder.output().readNBytes(data, 0, data.length) == data.length) {
                Half half = Half.of(picture);
                PersonFinder.Sight sight = new PersonFinder(networks, frames.matrix(), 1).look(half);
                report.add(maker.make(0, half, sight), picture);
            }
            decoder.finish();
        }
        return report.made(maker.inferred());
    }

    private record Opened(Optional<Backdrop> backdrop) implements AutoCloseable {
        FrameSink around(FrameSink sink) {
            return backdrop.map(room -> room.around(sink)).orElse(sink);
        }

        @Override
        public void close() {
            backdrop.ifPresent(Backdrop::close);
        }
    }

    private static long pass(Conveyor belt, FrameSink sink, Report report, LongConsumer done, Cancellation cancellation)
            throws IOException {
        long frames = 0;
        Cancellation.Registration stop = cancellation.onCancel(belt::close);
        try {
            for (Optional<Finished> next = belt.take(); next.isPresent(); next = belt.take()) {
                Finished frame = next.get();
                sink.accept(frame.picture(), frame.alpha());
                report.add(frame.matte(), frame.picture());
                belt.giveBack(frame.picture());
                done.accept(++frames);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancellation.throwIfCancelled();
            throw failure(e);
        } finally {
            stop.close();
        }
        cancellation.throwIfCancelled();
        return frames;
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new MatteException(Reason.FAILED, "a frame", e);
    }
}
