package reelskill.studio.render;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;
import reelskill.studio.ffmpeg.Ffmpeg;
import reelskill.studio.timeline.Timeline;

/** The way of one render from the media's pictures to the file. */
record Filming(
        Ffmpeg ffmpeg,
        Path workFolder,
        Encoding encoding,
        Quality quality,
        Function<String, Path> mediaById,
        Publisher publisher,
        Cancellation cancellation) {
    /** Shares of the work: the picture, and of that what is made before the chunks. */
    private static final double PICTURE_READY = 0.95;

    private static final double STEADY_READY = 0.5;
    private static final double REVERSALS_READY = 0.5;

    /** Makes the pictures that are missing, and publishes them with what is heard. */
    RenderReport filmed(Timeline timeline, Map<String, Source> sources, Audible heard, Progress whole)
            throws IOException {
        Progress share = whole;
        FrameRate rate = timeline.rate();
        Seen seen = new Seen(timeline, sources);
        if (SteadyFiles.isIn(timeline)) {
            seen = new SteadyFiles(ffmpeg, workFolder, rate)
                    .made(seen, share.part(Renderer.SOUND_READY, STEADY_READY), cancellation);
            share = new Progress(share.part(STEADY_READY, 1));
        }
        if (Reversals.isIn(timeline)) {
            seen = new Reversals(ffmpeg, workFolder, rate)
                    .made(seen, share.part(Renderer.SOUND_READY, REVERSALS_READY), cancellation);
            share = new Progress(share.part(REVERSALS_READY, 1));
        }
        Map<String, Source> known = seen.sources();
        CanvasFit fit = encoding.fit();
        try (Backgrounds backgrounds = new Backgrounds(ffmpeg, workFolder, rate, fit, known, mediaById);
                Copies copies = new Copies(ffmpeg, workFolder, encoding, sources)) {
            RenderPlan all = RenderPlan.of(seen.timeline(), copies::of);
            RenderPlan plan = encoding.isStill() ? all.still(encoding.output().still()) : all;
            ChunkEncoder encoder = new ChunkEncoder(
                    ffmpeg, workFolder, rate, fit, encoding.chunks(quality), known, backgrounds, copies.freeNumber());
            RenderReport report = joined(new Pictures(plan, encoder, copies), heard, share);
            backgrounds.evict();
            return report.with(backgrounds.doubts(seen.timeline()));
        }
    }

    private RenderReport joined(Pictures pictures, Audible heard, Progress progress) throws IOException {
        RenderPlan plan = pictures.plan();
        List<Path> files = pictures.made(progress.part(Renderer.SOUND_READY, PICTURE_READY), cancellation);
        Path list = listOf(plan, files, encoding.rate());
        try {
            publisher.publish(list, plan.length(), heard, progress.part(PICTURE_READY, 1), cancellation);
        } finally {
            Files.deleteIfExists(list);
        }
        progress.part(PICTURE_READY, 1).accept(1);
        return pictures.report(encoding.rate(), heard.sound().isPresent());
    }

    /** Chunks begin at times rounded one by one: rounded durations would add up to an error. */
    private Path listOf(RenderPlan plan, List<Path> files, FrameRate rate) throws IOException {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        long frame = 0;
        for (int i = 0; i < files.size(); i++) {
            long end = frame + plan.stretches().get(i).length();
            long micros = rate.time(end).toNanos() / 1000 - rate.time(frame).toNanos() / 1000;
            String quoted = "file:" + files.get(i).toAbsolutePath().toString().replace("'", "'\\''");
            list.append("file '").append(quoted).append("'\n");
            list.append("duration ")
                    .append(BigDecimal.valueOf(micros, 6).toPlainString())
                    .append('\n');
            frame = end;
        }
        Path file = Files.createTempFile(workFolder, "join", ".ffconcat");
        return Files.writeString(file, list, StandardCharsets.UTF_8);
    }
}
