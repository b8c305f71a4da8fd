package reelskill.studio.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import reelskill.media.FrameRate;
import reelskill.studio.ffmpeg.Cancellation;

/** The files of one render's stretches, encoded or copied. */
record Pictures(RenderPlan plan, ChunkEncoder encoder, Copies copies) {
    /** Returns one file for each stretch of the plan, which can be joined without another look at the pictures. */
    List<Path> made(DoubleConsumer progress, Cancellation cancellation) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> encoded = new ArrayList<>();
        double whole = plan.length();
        long before = 0;
        for (Stretch stretch : plan.stretches()) {
            cancellation.throwIfCancelled();
            double done = before;
            DoubleConsumer part = share -> progress.accept((done + share * stretch.length()) / whole);
            Optional<Path> copied =
                    stretch instanceof Copied copy ? copies.made(copy, part, cancellation) : Optional.empty();
            if (copied.isEmpty()) encoded.add(encoder.encoded(Chunk.of(stretch), part, cancellation));
            files.add(copied.isPresent() ? copied.get() : encoded.get(encoded.size() - 1));
            before += stretch.length();
        }
        if (!encoded.isEmpty()) files.set(0, copies.announced(files.get(0), encoded.get(0)));
        encoder.evict();
        return files;
    }

    RenderReport report(FrameRate rate, boolean hasSound) {
        long frames = plan.length();
        return new RenderReport(
                frames,
                rate.time(frames),
                hasSound,
                plan.chunks().size(),
                encoder.reused(),
                copies.frames(),
                Doubts.NONE);
    }
}
