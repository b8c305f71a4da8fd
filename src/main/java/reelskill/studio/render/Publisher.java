package reelskill.studio.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.ffmpeg.FfmpegJob;
import reelskill.studio.ffmpeg.FfmpegProcess;
import reelskill.studio.render.RenderException.Reason;

/** Joins chunks and sound to one file, and lets it have its name only when it is complete and right. */
final class Publisher {
    /** Encoders of sound work in blocks of up to 26 ms, so that its end may differ by one. */
    private static final double MOST_SOUND_DRIFT = 0.027;

    /** MP3 and AAC begin and end with what the encoder needed to get going. */
    private static final double MOST_CODEC_DELAY = 0.1;

    /** A first pass takes about as long as the second. */
    private static final double FIRST_PASS = 0.5;

    private final Ffmpeg ffmpeg;
    private final FrameRate rate;
    private final Encoding encoding;
    private final Path target;
    private final Path part;

    Publisher(Ffmpeg ffmpeg, Encoding encoding, Path target) {
        this.ffmpeg = ffmpeg;
        this.rate = encoding.rate();
        this.encoding = encoding;
        this.target = target.toAbsolutePath();
        this.part = this.target.resolveSibling("." + this.target.getFileName() + ".part-"
                + UUID.randomUUID().toString().substring(0, 8) + "."
                + encoding.output().format().word());
    }

    /** Throws before any work is done if the target cannot be written. */
    void requireWritable() {
        try {
            Files.createFile(part);
            Files.delete(part);
            if (Files.isDirectory(target)) throw new IOException(target + " is a folder");
        } catch (IOException e) {
            throw new RenderException(Reason.TARGET_NOT_WRITABLE, e);
        }
    }

    /**
     * Begins what can be done before the pictures are there.
     *
     * @param passing what the sound may be encoded to
     */
    Audible begin(Optional<Soundtrack> sound, Path passing, Cancellation cancellation) {
        Optional<SoundFile> file = sound.filter(mixed -> encoding.copiesPicture())
                .map(mixed -> new SoundFile(new SoundPipe(ffmpeg, mixed), encoding.sound(), passing, cancellation));
        return new Audible(sound, file);
    }

    /**
     * @param list the chunks, as ffmpeg's concat demuxer reads them; beside it is room for what the work needs
     * @param frames how many frames they have together
     */
    void publish(Path list, long frames, Audible heard, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        Work work = new Work(list, frames, heard, progress, cancellation);
        try {
            if (encoding.isGif()) animate(work);
            else if (encoding.isPictures()) archive(work);
            else if (encoding.isStill()) take(work);
            else joinSmallEnough(work);
            if (!encoding.isPictures())
                verify(frames, work.isLoud() && encoding.output().format().hasSound());
            takeTheName(cancellation);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Makes a file of sound alone. */
    void publish(Soundtrack sound, DoubleConsumer progress, Cancellation cancellation) throws IOException {
        try {
            run(
                    Stream.of(SoundPipe.INPUT, List.of("-map", "0:a"), encoding.sound(), named()),
                    sound,
                    progress,
                    cancellation);
            MadeFile made = MadeFile.read(part, ffmpeg);
            boolean right = made.frames() == 0 && Math.abs(made.soundSeconds() - encoding.seconds()) < MOST_CODEC_DELAY;
            if (!right) throw new RenderException(Reason.FAILED, "made " + made + ", wanted " + encoding.seconds());
            if (!isSmallEnough()) throw new RenderException(Reason.TOO_SMALL, part.toString());
            takeTheName(cancellation);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Work(Path list, long frames, Audible heard, DoubleConsumer progress, Cancellation cancellation) {
        boolean isLoud() {
            return heard.sound().isPresent();
        }

        DoubleConsumer share(double from, double to) {
            return share -> progress.accept(from + share * (to - from));
        }

        /** Returns a file of this work's own beside the list. */
        Path beside(String ending) {
            return list.resolveSibling(list.getFileName() + ending);
        }
    }

    private void joinSmallEnough(Work work) throws IOException {
        Optional<Encoding> next = Optional.of(encoding);
        while (next.isPresent()) {
            join(work, next.get());
            if (isSmallEnough()) return;
            next = next.get().tighter();
        }
        throw new RenderException(Reason.TOO_SMALL, part.toString());
    }

    private void join(Work work, Encoding how) throws IOException {
        Path log = work.beside(".pass");
        boolean loud = work.isLoud();
        List<String> chunks = chunks(work.list());
        double begun = how.hasTwoPasses() ? FIRST_PASS : 0;
        try {
            if (how.hasTwoPasses()) {
                List<String> nowhere = List.of("-an", "-f", "null", "-");
                run(Stream.of(chunks, how.picture(loud), how.pass(1, log), nowhere), work, work.share(0, begun));
            }
            List<String> picture = how.copiesPicture() ? copied() : how.picture(loud);
            List<String> both = List.of("-map", "0:v", "-map", "1:a");
            if (work.heard().file().isPresent()) {
                String sound = "file:" + work.heard().file().get().finished().toAbsolutePath();
                List<String> asItIs = List.of("-c:a", "copy");
                run(Stream.of(chunks, List.of("-i", sound), both, picture, asItIs, named()), work, work.share(0, 1));
            } else if (loud) {
                var parts = Stream.of(chunks, SoundPipe.INPUT, both, picture, how.pass(2, log), how.sound(), named());
                run(parts, work.heard().sound().orElseThrow(), work.share(begun, 1), work.cancellation());
            } else {
                run(Stream.of(chunks, picture, how.pass(2, log), named()), work, work.share(begun, 1));
            }
        } finally {
            for (String ending : List.of("-0.log", "-0.log.mbtree", "-0.log.temp", "-0.log.mbtree.temp"))
                Files.deleteIfExists(log.resolveSibling(log.getFileName() + ending));
        }
    }

    /** Colours first, in a pass of its own: at once, ffmpeg would hold all frames in memory until they are chosen. */
    private void animate(Work work) throws IOException {
        Path palette = work.beside(".png");
        try {
            for (int side : encoding.gifSides()) {
                String frames = encoding.gifFrames(side);
                String choose = frames + ",palettegen=stats_mode=diff";
                List<String> toPalette =
                        List.of("-vf", choose, "-frames:v", "1", "-update", "1", "file:" + palette.toAbsolutePath());
                run(Stream.of(chunks(work.list()), toPalette), work, work.share(0, FIRST_PASS));
                List<String> colours = List.of("-i", "file:" + palette.toAbsolutePath());
                String paint =
                        "[0:v]" + frames + "[x];[x][1:v]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle";
                List<String> painted = List.of("-filter_complex", paint, "-loop", "0");
                run(Stream.of(chunks(work.list()), colours, painted, named()), work, work.share(FIRST_PASS, 1));
                if (isSmallEnough()) return;
            }
            throw new RenderException(Reason.TOO_SMALL, part.toString());
        } finally {
            Files.deleteIfExists(palette);
        }
    }

    private void take(Work work) throws IOException {
        for (List<String> how : encoding.stills()) {
            run(Stream.of(chunks(work.list()), how, named()), work, work.progress());
            if (isSmallEnough()) return;
        }
        throw new RenderException(Reason.TOO_SMALL, part.toString());
    }

    private void archive(Work work) throws IOException {
        List<String> arguments = command(Stream.of(chunks(work.list()), encoding.pictures()));
        try (FfmpegProcess process = ffmpeg.start(arguments, work.cancellation())) {
            long made = PictureArchive.write(
                    process.output(), part, frame -> work.progress().accept((double) frame / work.frames()));
            process.finish();
            if (made != work.frames()) throw new RenderException(Reason.FAILED, made + " pictures of " + work.frames());
        }
        if (!isSmallEnough()) throw new RenderException(Reason.TOO_SMALL, part.toString());
    }

    private void run(Stream<List<String>> parts, Work work, DoubleConsumer progress) {
        ffmpeg.run(command(parts), new FfmpegJob(rate.time(work.frames()), progress, work.cancellation()));
    }

    private void run(Stream<List<String>> parts, Soundtrack sound, DoubleConsumer progress, Cancellation cancellation)
            throws IOException {
        new SoundPipe(ffmpeg, sound).run(command(parts), progress, cancellation);
    }

    private static List<String> command(Stream<List<String>> parts) {
        return Stream.concat(Stream.of(List.of("-v", "error", "-y")), parts)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> chunks(Path list) {
        return List.of("-f", "concat", "-safe", "0", "-i", "file:" + list.toAbsolutePath());
    }

    private List<String> copied() {
        // Both: an edit list counts in the movie's clock, and would round the duration to milliseconds.
        String timescale = Long.toString(VideoClock.of(rate).timescale());
        List<String> clocks = List.of("-video_track_timescale", timescale, "-movie_timescale", timescale);
        return Stream.of(List.of("-c:v", "copy", "-bsf:v", exactStamps()), clocks)
                .flatMap(List::stream)
                .toList();
    }

    private List<String> named() {
        return Stream.concat(encoding.container().stream(), Stream.of("file:" + part))
                .toList();
    }

    /** Puts stamps on the grid that joining has rounded to microseconds. x264 shows frames at most 2 later than sent. */
    private String exactStamps() {
        VideoClock clock = VideoClock.of(rate);
        return String.format(
                Locale.ROOT,
                "setts=pts=round(PTS*TB*%d/%d)*%d:dts=(N-2)*%d:duration=%d:time_base=1/%d",
                rate.numerator(),
                rate.denominator(),
                clock.ticks(),
                clock.ticks(),
                clock.ticks(),
                clock.timescale());
    }

    /** A GIF has fewer frames, and ends with the last of them; a picture takes no time. */
    private void verify(long frames, boolean withSound) {
        MadeFile made = MadeFile.read(part, ffmpeg);
        if (encoding.isGif() || encoding.isStill()) {
            if (made.frames() == 0) throw new RenderException(Reason.FAILED, "made " + made);
            return;
        }
        boolean pictureIsRight =
                made.frames() == frames && Math.abs(made.pictureSeconds() - rate.seconds(frames)) < 0.5 / rate.fps();
        boolean soundIsRight = made.hasSound() == withSound
                && (!withSound || Math.abs(made.soundSeconds() - made.pictureSeconds()) < MOST_SOUND_DRIFT);
        if (!pictureIsRight || !soundIsRight) {
            throw new RenderException(Reason.FAILED, "made " + made + ", wanted " + frames + " frames");
        }
    }

    private boolean isSmallEnough() throws IOException {
        return !encoding.isLimited() || Files.size(part) <= encoding.output().mostBytes();
    }

    private void takeTheName(Cancellation cancellation) throws IOException {
        cancellation.throwIfCancelled();
        force();
        move();
    }

    /** A crash of the machine must not leave the name without the content. */
    private void force() throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
